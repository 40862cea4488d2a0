import { type ReactNode, use } from 'react'
import { useTranslation } from 'react-i18next'
import { loadStudyTexts } from '../i18n/setup.ts'

/** Waits for the texts that Today does without. */
export const WithStudyTexts = ({ children }: { children: ReactNode }) => {
  use(loadStudyTexts(useTranslation().i18n))
  return children
}
