import { useTranslation } from 'react-i18next'
import type { Lang } from '../core/content/types.ts'

/** The language on screen, which is also that of `<html lang>`. */
export const useLang = (): Lang => (useTranslation().i18n.language === 'ja' ? 'ja' : 'en')
