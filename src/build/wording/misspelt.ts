import { readFile } from 'node:fs/promises'
import dictionary from 'dictionary-en-gb'
import nspell from 'nspell'

/** What reads like an ordinary word, and not like code, a path, a number or a name with capitals inside. */
const isWord = (text: string): boolean => /^[\p{L}’'-]+$/u.test(text)
const isName = (word: string): boolean => word.length < 2 || /\p{Lu}/u.test(word.slice(1))

/**
 * A check of English spelling (British): `misspelt(text)` gives the words that the dictionary
 * does not know. `wordList`: a file with the words of the subject, one a line, `#` before a remark.
 */
export const createSpelling = async (wordList: string): Promise<(text: string) => readonly string[]> => {
  const spelling = nspell(Buffer.from(dictionary.aff), Buffer.from(dictionary.dic))
  for (const line of (await readFile(wordList, 'utf8')).split('\n')) {
    const word = line.replace(/#.*/, '').trim()
    if (word !== '') spelling.add(word)
  }
  return (text) =>
    text
      .split(/[\s—–…]+/u)
      .map((token) => token.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, ''))
      .filter(isWord)
      .flatMap((token) => token.split('-'))
      .map((part) => part.replaceAll('’', "'").replace(/'s?$/, ''))
      .filter((word) => !isName(word) && !spelling.correct(word))
}
