import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Lang } from '../core/content/types.ts'
import type { Verdict } from '../core/history/events.ts'
import { Icon, type IconName } from './Icon.tsx'

// In Japan ✓ is what a teacher writes on a wrong answer, so the marks follow the language.
const marks: Readonly<Record<Lang, Readonly<Record<Verdict, IconName>>>> = {
  ja: { correct: 'maru', partly: 'sankaku', wrong: 'batsu' },
  en: { correct: 'check', partly: 'sankaku', wrong: 'close' },
}
export const VerdictMark = ({ verdict }: { verdict: Verdict }) => {
  const { i18n } = useTranslation()
  return <Icon name={marks[i18n.language === 'ja' ? 'ja' : 'en'][verdict]} />
}

interface VerdictPanelProps {
  readonly verdict: Verdict
  /** The verdict in words. */
  readonly title: string
  readonly id: string
  readonly children: ReactNode
}

/** Takes the place of the submit button: what the verdict is, what was right, when the fact returns. */
export const VerdictPanel = ({ verdict, title, id, children }: VerdictPanelProps) => (
  <div className="verdict" data-verdict={verdict} id={id}>
    <VerdictMark verdict={verdict} />
    <strong>{title}</strong>
    <p>{children}</p>
  </div>
)
