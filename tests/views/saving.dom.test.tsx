import { act, screen } from '@testing-library/react'
import { expect, it } from 'vitest'
import { fail } from '../../src/core/result.ts'
import type { EventLog, StorageFailure } from '../../src/storage/eventLog.ts'
import { createMemoryLog } from '../../src/storage/memoryLog.ts'
import { read, reviewed } from '../helpers/events.ts'
import { arrived, events, renderApp, ways } from './renderApp.tsx'

/** A memory log whose storage refuses until it is mended, as a full disk does. */
const troubledLog = (refuses: { append?: StorageFailure; readProgress?: StorageFailure; readRows?: StorageFailure }) => {
  const sound = createMemoryLog()
  let trouble = refuses
  const log: EventLog = {
    ...sound,
    append: async (added) => (trouble.append === undefined ? sound.append(added) : fail(trouble.append)),
    readProgress: async (...given) => (trouble.readProgress === undefined ? sound.readProgress(...given) : fail(trouble.readProgress)),
    readRows: async (take) => (trouble.readRows === undefined ? sound.readRows(take) : fail(trouble.readRows)),
  }
  return {
    log,
    sound,
    mend: () => {
      trouble = {}
    },
  }
}
const full: StorageFailure = { reason: 'full', detail: 'QuotaExceededError' }

const gradeTwo = async (user: Awaited<ReturnType<typeof renderApp>>['user']) => {
  await screen.findByRole('article')
  await user.keyboard(' 3')
  await user.keyboard(' 3')
}

it('says that nothing was saved, what to do, and how many records the page holds, and goes on meanwhile', async () => {
  const { log } = troubledLog({ append: full })
  const { user, progress } = await renderApp({ path: '/flashcards/pond', log })
  expect(screen.queryByRole('alert')).toBeNull()
  await gradeTwo(user)
  // The count is not part of what is said aloud: it changes with every answer.
  expect(screen.getByRole('alert').textContent).toMatch(/^There is no room left to save\. Free some space on the device and try again\.$/)
  expect(screen.getByText('This page holds 2 records that are not saved.')).toBeInTheDocument()
  expect(screen.getByText('Not saved')).toBeInTheDocument()
  expect(screen.getByRole('progressbar', { name: 'Item 3 of 5' })).toBeInTheDocument()
  expect(progress().eventCount).toBe(2)
})

it('saves everything it holds by “Try again”, in order, and then is quiet', async () => {
  const { log, sound, mend } = troubledLog({ append: full })
  const { user } = await renderApp({ path: '/flashcards/pond', log })
  await gradeTwo(user)
  await user.click(screen.getByRole('button', { name: 'Try again' }))
  expect(screen.getByText('This page holds 2 records that are not saved.')).toBeInTheDocument()
  mend()
  await user.click(screen.getByRole('button', { name: 'Try again' }))
  expect(screen.queryByRole('alert')).toBeNull()
  expect(screen.getByText('Saved')).toBeInTheDocument()
  expect((await events(sound)).map((event) => event.kind === 'reviewed' && event.item)).toEqual(['pond/carp', 'pond/carp.reverse'])
})

it('saves what it holds with the next answer when storage has recovered by itself', async () => {
  const { log, sound, mend } = troubledLog({ append: full })
  const { user } = await renderApp({ path: '/flashcards/pond', log })
  await gradeTwo(user)
  mend()
  await user.keyboard(' 3')
  expect(screen.queryByRole('alert')).toBeNull()
  expect(await events(sound)).toHaveLength(3)
})

it('hands out what is stored and what is not as one file', async () => {
  const { log, sound } = troubledLog({ append: full })
  await sound.append((await renderedBefore()).slice())
  const { user, saved } = await renderApp({ path: '/flashcards/pond', log })
  await gradeTwo(user)
  await user.click(screen.getByRole('button', { name: 'Save as a file' }))
  const kinds = saved[0]?.text
    .trimEnd()
    .split('\n')
    .map((line): unknown => JSON.parse(line).kind)
  expect(kinds).toEqual(['read', 'reviewed', 'reviewed'])
})

it('hands out all that is on screen when storage cannot even be read', async () => {
  const { log, sound } = troubledLog({ append: full, readRows: { reason: 'closed', detail: 'InvalidStateError' } })
  await sound.append((await renderedBefore()).slice())
  const { user, saved } = await renderApp({ path: '/flashcards/pond', log })
  await gradeTwo(user)
  await user.click(screen.getByRole('button', { name: 'Save as a file' }))
  expect(saved[0]?.text.trimEnd().split('\n')).toHaveLength(3)
})

/** One record of an earlier visit. */
const renderedBefore = async () => {
  const { log, unmount } = await renderApp({ history: [{ daysAgo: 1, act: read('pond/fish') }] })
  unmount()
  return events(log)
}

it.each([
  ['unavailable', /^This browser does not let the app store anything\./],
  ['blocked', /^Another tab holds an old version open\. Close that tab and try again\./],
  ['closed', /^The browser closed the connection to your records\./],
  ['unknown', /^Your records could not be read or saved\./],
] as const)('says what to do when storage is %s', async (reason, words) => {
  const { log } = troubledLog({ append: { reason, detail: '' } })
  const { user } = await renderApp({ path: '/flashcards/pond', log })
  await gradeTwo(user)
  expect(screen.getByRole('alert').textContent).toMatch(words)
})

it('says so in Japanese', async () => {
  const { log } = troubledLog({ append: full })
  const { user } = await renderApp({ path: '/flashcards/pond', log, lang: 'ja' })
  await gradeTwo(user)
  expect(screen.getByRole('alert')).toHaveTextContent('保存できる場所が足りない。')
  expect(screen.getByRole('button', { name: 'もう一度試す' })).toBeInTheDocument()
  expect(screen.getByRole('button', { name: 'ファイルに保存' })).toBeInTheDocument()
})

it('is usable on every screen when the history cannot be read at the start, and shows it once it can', async () => {
  const { log, sound, mend } = troubledLog({ readProgress: { reason: 'blocked', detail: '' } })
  await sound.append((await renderedBefore()).slice())
  const { user } = await renderApp({ log })
  expect(screen.getByRole('alert')).toHaveTextContent('Another tab holds an old version open.')
  expect(screen.queryByRole('button', { name: 'Save as a file' })).toBeNull()
  await user.click(ways().getByRole('link', { name: 'Topics' }))
  await arrived('Topics')
  mend()
  await user.click(screen.getByRole('button', { name: 'Try again' }))
  expect(screen.queryByRole('alert')).toBeNull()
  await user.click(ways().getByRole('link', { name: 'Today' }))
  expect(await arrived('Today')).toBeInTheDocument()
})

it('brings the history that could not be read at the start with the first answer that is saved', async () => {
  const { log, sound, mend } = troubledLog({ readProgress: { reason: 'blocked', detail: '' } })
  await sound.append((await renderedBefore()).slice())
  const { user, progress } = await renderApp({ path: '/flashcards/pond', log })
  mend()
  await gradeTwo(user)
  expect(screen.queryByRole('alert')).toBeNull()
  expect(progress().read.size).toBe(1)
})

it('counts what another tab has done at once', async () => {
  const { fromAnotherTab } = await renderApp()
  expect(screen.getByRole('heading', { level: 1 })).toHaveTextContent('What is a container made of')
  await fromAnotherTab([reviewed('pond/carp')])
  expect(screen.getByRole('heading', { level: 1 })).toHaveTextContent('Today')
})

it('says how far it is while the whole history is counted, and is quiet afterwards', async () => {
  const { log, sound, mend } = troubledLog({ readProgress: { reason: 'blocked', detail: '' } })
  await sound.append((await renderedBefore()).slice())
  let finish = (): void => {}
  const slow: EventLog = {
    ...log,
    readProgress: async (links, tell) => {
      const whole = await log.readProgress(links, tell)
      if (!whole.ok) return whole
      tell(0.42)
      await new Promise<void>((resolve) => {
        finish = resolve
      })
      return whole
    },
  }
  const { user, progress } = await renderApp({ log: slow })
  mend()
  await user.click(screen.getByRole('button', { name: 'Try again' }))
  expect(await screen.findByText('Counting your history anew.')).toHaveAttribute('role', 'status')
  expect(screen.getByText('42%')).toBeInTheDocument()
  expect(screen.queryByRole('alert')).toBeNull()
  await act(async () => finish())
  expect(screen.queryByText('Counting your history anew.')).toBeNull()
  expect(screen.queryByRole('alert')).toBeNull()
  expect(progress().read.size).toBe(1)
})
