import { screen, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { planned, read, reviewed } from '../helpers/events.ts'
import { main, renderApp } from './renderApp.tsx'

/** The exam was a week ago; one card was learnt before it, so long ago that it is due. It is 2026-04-01. */
const history = [
  { daysAgo: 60, act: planned({ examDate: '2026-03-25' }) },
  { daysAgo: 60, act: read('pond/fish') },
  { daysAgo: 60, act: reviewed('pond/first-fish') },
]
const section = () => within(screen.getByRole('region', { name: /^(After the exam|試験のあと)$/ }))
const button = (name: string) => section().getByRole('button', { name })

describe('after the exam', () => {
  it('Today asks what follows, beside the review that goes on meanwhile', async () => {
    await renderApp({ history })
    expect(section().getByText(/^The exam was on 25 March 2026\./)).toBeInTheDocument()
    expect(button('Keep up')).not.toHaveClass('primary')
    expect(button('Archive')).not.toHaveClass('primary')
    expect(main().getByRole('link', { name: /^Start today’s session/ })).toBeInTheDocument()
  })

  it('archive leaves nothing due, is asked no more, and can be undone or taken up again', async () => {
    const { user, progress } = await renderApp({ history })
    await user.click(button('Archive'))
    expect(progress().plan.afterExam).toEqual({ of: '2026-03-25', choice: 'archive' })
    expect(section().getByText('Study is archived.')).toHaveFocus()
    expect(main().getByText('Study ended with the exam.')).toBeInTheDocument()
    expect(main().queryByRole('link', { name: /^Start today’s session/ })).toBeNull()
    await user.click(button('Undo'))
    expect(progress().plan.afterExam).toBeUndefined()
    expect(button('Archive')).toBeInTheDocument()
    await user.click(button('Archive'))
    await user.click(button('Take it up again'))
    expect(progress().plan.afterExam).toEqual({ of: '2026-03-25', choice: 'upkeep' })
    expect(main().getByRole('link', { name: /^Start today’s session/ })).toBeInTheDocument()
  })

  it('upkeep says what it does, and begins nothing new', async () => {
    const { user } = await renderApp({ history })
    await user.click(button('Keep up'))
    expect(section().getByText('Since the exam, what was learnt comes back at 80 % recall. Nothing new is begun.')).toBeInTheDocument()
    expect(section().queryByRole('button', { name: 'Archive' })).toBeNull()
    expect(main().getByText('new').nextElementSibling).toHaveTextContent('0')
  })

  it('is changed in the study plan, and told in the history', async () => {
    const { user, progress } = await renderApp({ history, path: '/settings', lang: 'ja' })
    const plan = within(await screen.findByRole('region', { name: '学習計画' }))
    expect(plan.getByRole('button', { name: '終了する' })).toHaveAttribute('aria-pressed', 'false')
    await user.click(plan.getByRole('button', { name: '終了する' }))
    expect(plan.getByRole('button', { name: '終了する' })).toHaveAttribute('aria-pressed', 'true')
    expect(progress().plan.afterExam?.choice).toBe('archive')
    await user.click(plan.getByRole('link', { name: '履歴と取り消し' }))
    expect(await screen.findByText(/試験後は終了/)).toBeInTheDocument()
  })
})
