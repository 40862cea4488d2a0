import { type ReactNode, use } from 'react'
import { useTranslation } from 'react-i18next'
import { loadTexts } from '../i18n/setup.ts'

/** Waits for the texts that the settings alone show. */
export const WithSettingsTexts = ({ children }: { children: ReactNode }) => {
  use(loadTexts(useTranslation().i18n, 'settings'))
  return children
}
