import { expect, test } from './support/test.ts'

/** Headings stand in the outline of a PDF, as UTF-16 where they are not ASCII. */
const inPdf = (text: string): string =>
  `<FEFF${[...text].map((sign) => sign.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')).join('')}>`

test('a topic is printed on A4 pages without the frame of the app, with what this learner forgets', async ({ open, page }) => {
  await open('/topics/capabilities', { lang: 'ja', scheme: 'dark' })
  const recall = page.locator('.recall').first()
  await recall.getByRole('button', { name: '答えを見る' }).click()
  await recall.getByRole('button', { name: /^もう一度/ }).click()
  await page.getByRole('link', { name: '印刷用のまとめ' }).click()
  await expect(page.getByRole('heading', { level: 2, name: '忘れているところ' })).toBeVisible()
  await expect(page.locator('.weakitems > li')).toHaveCount(1)

  await page.emulateMedia({ media: 'print' })
  for (const name of ['印刷する', 'トピックに戻る', '今日']) await expect(page.getByText(name, { exact: true }).first()).toBeHidden()
  await expect(page.getByText('前回は不正解')).toBeVisible()
  // Paper is light: dark ink, also in the dark theme.
  const ink = await page.evaluate(() => {
    const context = document.createElement('canvas').getContext('2d')
    if (context === null) return 255
    context.fillStyle = getComputedStyle(document.querySelector('.topicsummary') ?? document.body).color
    context.fillRect(0, 0, 1, 1)
    return context.getImageData(0, 0, 1, 1).data[1] ?? 255
  })
  expect(ink).toBeLessThan(80)

  const pdf = (await page.pdf({ preferCSSPageSize: true, tagged: true, outline: true })).toString('latin1')
  expect(pdf.match(/\/Type \/Page\b/g)?.length).toBeGreaterThan(1)
  // A4, in points.
  expect(pdf).toMatch(/\/MediaBox \[0 0 59[45][.\d]* 84[12][.\d]*\]/)
  for (const heading of ['用語', '表', '忘れているところ', '出典']) expect(pdf).toContain(inPdf(heading))
})
