import { type ReactNode, Suspense } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useParams } from 'react-router'
import type { TopicStub } from '../../core/content/types.ts'
import { topicId } from '../../core/ids.ts'
import { useLang } from '../../i18n/useLang.ts'
import { useStudy } from '../../stores/StudyProvider.tsx'
import { Missing } from '../../ui/Missing.tsx'

/** The topic that the address names, or that there is none of this name. */
export const KnownTopic = ({ children }: { readonly children: (stub: TopicStub) => ReactNode }) => {
  const { t } = useTranslation()
  const lang = useLang()
  const id = topicId(useParams().topicId ?? '')
  const stub = useStudy().catalog.links.topics.get(id)
  if (stub === undefined) {
    return (
      <Missing title={t('unknown.topic')} text={t('unknown.topicText', { id })}>
        <Link className="btn" to="/topics">
          {t('missing.toTopics')}
        </Link>
      </Missing>
    )
  }
  return (
    <div className="page">
      <Suspense fallback={<h1 className="topictitle">{stub.title[lang]}</h1>}>{children(stub)}</Suspense>
    </div>
  )
}
