import { screen } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { asking, option, options, submit, verdict } from '../../views/quizzes.ts'
import { main } from '../../views/renderApp.tsx'

describe('a choice of one', () => {
  it('is right when the right option was chosen, and says so beside it and in the verdict', async () => {
    const { user, pass, done } = await asking('pond/stone-count')
    expect(screen.getByRole('group', { name: 'How many stones stand in the pond?' })).toHaveTextContent('Choose one')
    pass(5000)
    await user.click(option('three'))
    await user.click(submit())
    expect(verdict().textContent).toMatch(/^Right ?This returns in \d+ days\.$/)
    expect(screen.getByText('three').closest('li')).toHaveTextContent('three Your answer: right')
    expect(await done()).toMatchObject([
      {
        kind: 'answered',
        item: 'pond/stone-count',
        attempt: 'a',
        response: { kind: 'choice', picked: [1] },
        verdict: 'correct',
        tookMs: 5000,
        lang: 'en',
      },
    ])
  })

  it('is wrong when another was chosen, names the right letter, and says when it returns', async () => {
    const { user } = await asking('pond/stone-count')
    const letter = 'ABCD'[options().indexOf('three')]
    await user.click(option('five'))
    await user.click(submit())
    expect(verdict().textContent).toMatch(new RegExp(`^Wrong ?The answer is ${letter}\\. This returns tomorrow\\.$`))
    expect(screen.getByText('five').closest('li')).toHaveTextContent('five Your answer: wrong')
    expect(screen.getByText('three').closest('li')).toHaveTextContent('three Right, not chosen')
  })

  it('keeps every reason, the explanation and the source back until it is answered', async () => {
    const { user } = await asking('pond/stone-count')
    await user.click(option('one'))
    for (const words of ['One is for a smaller pond.', 'They stand in a triangle.', 'Three stones make a group.'])
      expect(screen.queryByText(words)).toBeNull()
    expect(main().queryByRole('link')).toBeNull()
    await user.click(submit())
    for (const words of [
      'One is for a smaller pond.',
      'They stand in a triangle.',
      'Five would hide the fish.',
      'Seven is for a larger pond.',
    ])
      expect(screen.getByText(words)).toBeInTheDocument()
    expect(screen.getByRole('heading', { name: 'Explanation' })).toBeInTheDocument()
    expect(screen.getByText('Three stones make a group.')).toBeInTheDocument()
    expect(main().getByRole('link', { name: 'pond(7)' })).toHaveAttribute('href', 'https://example.org/pond.7')
    expect(main().getByRole('link', { name: /^Read.*Stones/ })).toHaveAttribute('href', '/topics/pond#stones')
  })

  it('has nothing chosen beforehand, and says what is missing instead of scoring nothing', async () => {
    const { user, done } = await asking('pond/stone-count')
    expect(screen.getAllByRole('radio').every((radio) => radio instanceof HTMLInputElement && !radio.checked)).toBe(true)
    await user.click(submit())
    expect(screen.getByRole('status')).toHaveTextContent('Choose an option first.')
    expect(await done()).toEqual([])
    await user.click(option('three'))
    expect(screen.getByRole('status').textContent).toBe('')
  })

  it.each([
    ['1', 0],
    ['4', 3],
    ['a', 0],
    ['c', 2],
  ])('chooses with the key %s', async (key, place) => {
    const { user } = await asking('pond/stone-count')
    await user.keyboard(key)
    expect(
      screen
        .getAllByRole('radio')
        .map((radio) => radio instanceof HTMLInputElement && radio.checked)
        .indexOf(true),
    ).toBe(place)
  })

  it('submits with Enter, goes on with Enter, and has the focus on the next question', async () => {
    const { user } = await asking('pond/stone-count', 'pond/stone-tool')
    await user.keyboard('2{Enter}')
    expect(screen.getByRole('button', { name: 'Next' })).toHaveFocus()
    await user.keyboard('{Enter}')
    expect(await screen.findByRole('progressbar', { name: 'Item 2 of 2' })).toBeInTheDocument()
    expect(screen.getByRole('region', { name: /^Question/ })).toHaveFocus()
  })

  it('takes no more answers once it is answered', async () => {
    const { user, done } = await asking('pond/stone-count')
    await user.keyboard('2{Enter}')
    await user.keyboard('3')
    expect(screen.queryByRole('radio')).toBeNull()
    expect(await done()).toHaveLength(1)
  })

  it('opens the section that teaches it with e, after the answer only', async () => {
    const { user, address } = await asking('pond/stone-count')
    await user.keyboard('e')
    expect(address()).toBe('/quiz/a?item=1')
    await user.keyboard('1{Enter}e')
    expect(address()).toBe('/topics/pond#stones')
  })
})

describe('a choice of several', () => {
  const several = () => asking('gate/latch-keys')

  it('says how many to choose, and toggles with clicks and keys', async () => {
    const { user } = await several()
    expect(screen.getByText('Choose 2')).toBeInTheDocument()
    await user.click(screen.getByRole('checkbox', { name: 'rain' }))
    expect(screen.getByRole('checkbox', { name: 'rain' })).toBeChecked()
    const place = screen.getAllByRole('checkbox').indexOf(screen.getByRole('checkbox', { name: 'rain' }))
    await user.keyboard(String(place + 1))
    expect(screen.getByRole('checkbox', { name: 'rain' })).not.toBeChecked()
  })

  it('chooses the fifth option with e instead of leaving', async () => {
    const { user, address } = await several()
    await user.keyboard('e')
    expect(screen.getAllByRole('checkbox')[4]).toBeChecked()
    expect(address()).toBe('/quiz/a?item=1')
  })

  it('is right with both, wrong with one wrong one, and asks for the second when one is missing', async () => {
    const { user, done } = await several()
    await user.click(screen.getByRole('checkbox', { name: 'rain' }))
    await user.click(submit())
    expect(screen.getByRole('status')).toHaveTextContent('Choose one more.')
    await user.click(screen.getByRole('checkbox', { name: 'wind' }))
    await user.click(screen.getByRole('checkbox', { name: 'snow' }))
    await user.click(submit())
    expect(screen.getByRole('status')).toHaveTextContent('One too many is chosen: take one away.')
    expect(await done()).toEqual([])
    await user.click(screen.getByRole('checkbox', { name: 'wind' }))
    await user.click(submit())
    expect(verdict().textContent).toMatch(/^Right/)
    expect(await done()).toMatchObject([{ response: { picked: [0, 2] }, verdict: 'correct' }])
  })

  it('names both right letters when it was missed', async () => {
    const { user } = await several()
    await user.click(screen.getByRole('checkbox', { name: 'wind' }))
    await user.click(screen.getByRole('checkbox', { name: 'frost' }))
    await user.click(submit())
    expect(verdict().textContent).toMatch(/^Wrong ?The answers are [A-E] and [A-E]\./)
  })
})
