import { type ReactNode, use } from 'react'
import { useTranslation } from 'react-i18next'
import { loadTexts } from '../i18n/setup.ts'

/** Waits for the texts that a first visit does without. */
export const WithStudyTexts = ({ children }: { children: ReactNode }) => {
  use(loadTexts(useTranslation().i18n, 'study'))
  return children
}
