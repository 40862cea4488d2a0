import { axeViolations } from './support/axe.ts'
import { expect, test } from './support/test.ts'

test('the way to the exam and what follows it fit on a small phone, and axe finds nothing in them', async ({ open, page, clock }) => {
  const start = { lang: 'ja', scheme: 'dark', width: 320 } as const
  const look = async (name: string) => {
    expect(await page.evaluate(() => document.documentElement.scrollWidth), name).toBeLessThanOrEqual(320)
    expect(await axeViolations(page), name).toEqual([])
  }
  await clock.startAt('2026-12-01T03:00:00Z')
  await open('/topics/capabilities', start)
  const recall = page.locator('.recall').first()
  await recall.getByRole('button', { name: '答えを見る' }).click()
  await recall.getByRole('button', { name: /^普通/ }).click()

  await open('/settings', start)
  const outlook = page.getByRole('region', { name: '試験日までの見通し' })
  await page.getByLabel('試験日', { exact: true }).fill('2026-12-18')
  await page.keyboard.press('Tab')
  await clock.pass({ minutes: 1 })
  await expect(outlook.getByText(/^1日20分なら、当日の模擬試験はおよそ\d+点/)).toBeVisible()
  await look('the outlook')
  await outlook.getByRole('button', { name: '表で見る' }).click()
  await look('its table')

  await clock.pass({ days: 20 })
  await open('/', start)
  await expect(page.getByRole('heading', { name: '試験のあと' })).toBeVisible()
  await look('after the exam')
  await page.getByRole('button', { name: '終了する' }).click()
  await expect(page.getByText('学習は試験で終えてある。')).toBeVisible()
  await page.reload()
  await expect(page.getByText('学習は試験で終えてある。')).toBeVisible()
  await page.getByRole('button', { name: '再開する' }).click()
  await expect(page.getByRole('link', { name: /^今日の学習を始める/ })).toBeVisible()
})
