import type { ExerciseField, ExerciseQuestion } from '../content/types.ts'
import type { Response } from '../history/events.ts'
import { fail, ok, type Result } from '../result.ts'
import type { Missing, Scored } from './scored.ts'

type Form = ExerciseField['form']

/** Soft hyphen, zero-width space and joiners, word joiner, byte order mark: what copying brings along unseen. */
const unseen = /\u00AD|\u200B|\u200C|\u200D|\u2060|\uFEFF/g
/** Typed or substituted for `-`. */
const dash = /[\u2010-\u2015\u2212\u2500]/g
const nothing = new Set(['none', 'なし', '無し', '無', 'ない', '-', '0', '∅', '{}', '空', 'empty'])

/** What keyboards and copying add or change: full-width forms, special spaces, quotes around the whole. */
const plain = (text: string): string => {
  const folded = text.normalize('NFKC').replace(unseen, '').replace(dash, '-').replace(/\s+/g, ' ').trim()
  return /^(["'`「]).+(["'`」])$/.test(folded) ? folded.slice(1, -1).trim() : folded
}

const withoutUnit = (text: string, unit: string | undefined): string => {
  if (unit === undefined || !text.toLowerCase().endsWith(unit.toLowerCase())) return text
  return text.slice(0, text.length - unit.length).trim()
}

/** Digits in groups, leading zeros and zeros at the end of a fraction make no difference. */
const foldedNumber = (text: string): string | undefined => {
  const digits = /^\d{1,3}(?:([, _'])\d{3})(?:\1\d{3})*(?:\.\d+)?$/.test(text) ? text.replace(/[, _']/g, '') : text
  const match = /^\+?(\d*)(?:\.(\d*))?$/.exec(digits)
  const [, whole = '', fraction = ''] = match ?? []
  if (match === null || whole + fraction === '') return undefined
  const kept = fraction.replace(/0+$/, '')
  return `${whole.replace(/^0+(?=\d)/, '') || '0'}${kept === '' ? '' : `.${kept}`}`
}

const factors: Readonly<Record<string, number>> = { k: 1024, m: 1024 ** 2, g: 1024 ** 3, t: 1024 ** 4 }

/** Bytes. As in the kernel's memparse K, M and G are powers of 1024; people who write MiB or MB there mean the same. */
const foldedSize = (text: string): string | undefined => {
  if (text.toLowerCase() === 'max') return 'max'
  const [, amount = '', prefix] = /^(.*?) ?(?:([kmgt])?i?b?|bytes?)$/i.exec(text) ?? []
  const number = foldedNumber(amount)
  return number === undefined ? undefined : String(Number(number) * (prefix === undefined ? 1 : (factors[prefix.toLowerCase()] ?? 1)))
}

const foldedMask = (text: string): string | undefined => {
  const digits = /^(?:0x)?([0-9a-f]+)$/i.exec(text.replace(/[ _]/g, ''))?.[1]
  return digits?.toLowerCase().replace(/^0+(?=.)/, '')
}

/** A word, without the slash that may end a path. */
const foldedWord = (word: string): string => word.replace(/(?<=.)\/+$/, '')

const wordsIn = (text: string): readonly string[] =>
  nothing.has(text.toLowerCase())
    ? []
    : text
        .replace(/^[[({](.*)[\])}]$/, '$1')
        .split(/(?:->|[→,、;|\s])+/)
        .filter((word) => word !== '')
        .map(foldedWord)

const unordered = (words: readonly string[]): string => [...new Set(words)].sort().join(' ')

/** The answer as it is compared; `undefined` if it cannot be read as one of this form. */
const folded = (form: Form, text: string): string | undefined => {
  const typed = plain(text)
  switch (form.kind) {
    case 'number':
      // A nought is a number.
      if (form.mayBeNone === true && typed !== '0' && nothing.has(typed.toLowerCase())) return 'none'
      return foldedNumber(withoutUnit(typed, form.unit))
    case 'size':
      return foldedSize(typed)
    case 'mask':
      return foldedMask(typed)
    case 'word':
      return foldedWord(typed).toLowerCase()
    case 'words':
      return unordered(wordsIn(typed))
    case 'capabilities':
      return unordered(wordsIn(typed.toUpperCase()).map((name) => name.replace(/^CAP_/, '')))
    case 'sequence':
      return wordsIn(typed).join(' ')
    case 'pick':
      return text
  }
}

const isRight = ({ form, expected }: ExerciseField, text: string): boolean => {
  const typed = plain(text) === '' ? undefined : folded(form, text)
  const right = form.kind === 'word' ? [expected, ...form.accepted] : [expected]
  return typed !== undefined && right.some((answer) => folded(form, answer) === typed)
}

/** Every field must hold something. */
export const validateExercise = (question: ExerciseQuestion, response: Response): Result<void, Missing> => {
  if (response.kind !== 'exercise' || question.fields.length === 0 || response.answers.length !== question.fields.length)
    return fail('unfilled')
  return response.answers.every((text) => plain(text) !== '') ? ok(undefined) : fail('unfilled')
}

/**
 * A part is right when its answer means the expected one: numbers by their value,
 * masks with or without `0x`, names of capabilities with or without `CAP_`, lists
 * in any order unless the order is asked. Correct: all parts; partly: at least half.
 */
export const scoreExercise = (question: ExerciseQuestion, response: Response): Scored => {
  const wrong: Scored = { verdict: 'wrong', parts: question.fields.map(() => false) }
  if (response.kind !== 'exercise' || response.answers.length > question.fields.length) return wrong
  const parts = question.fields.map((field, place) => isRight(field, response.answers[place] ?? ''))
  const right = parts.filter((part) => part).length
  if (right === 0) return wrong
  if (right === parts.length) return { verdict: 'correct', parts }
  return { verdict: right * 2 >= parts.length ? 'partly' : 'wrong', parts }
}

export const emptyExercise = (question: ExerciseQuestion): Response => ({ kind: 'exercise', answers: question.fields.map(() => '') })

export const rightExercise = (question: ExerciseQuestion): Response => ({
  kind: 'exercise',
  answers: question.fields.map((field) => field.expected),
})
