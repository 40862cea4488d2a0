import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { sectionPath, topicOf } from '../../core/ids.ts'
import { nextToRead } from '../../core/today/primaryAction.ts'
import { useProgress, useStudy } from '../../stores/StudyProvider.tsx'
import { sentences } from '../../i18n/sentences.ts'
import { useLang } from '../../i18n/useLang.ts'

/** The next section to read: of a topic already begun, otherwise of the first that is not. */
export const ReadOn = () => {
  const { t } = useTranslation()
  const lang = useLang()
  const { links } = useStudy().catalog
  const read = useProgress((state) => state.progress.read)
  const section = nextToRead({ read }, links)
  const topic = section && links.topics.get(topicOf(section))
  const next = topic?.sections.find(({ id }) => id === section)
  const count = topic?.sections.filter(({ id }) => read.has(id)).length ?? 0
  return (
    <section className="sec" aria-labelledby="read-on">
      <div className="sechead">
        <h2 id="read-on">{t('readOn.title')}</h2>
        <Link to="/topics">{t('readOn.all')}</Link>
      </div>
      {topic === undefined || next === undefined ? (
        <p className="muted readon">{t('readOn.done')}</p>
      ) : (
        <div className="readon">
          <p>
            <Link className="taught" to={`/topics/${topic.id}`}>
              {topic.title[lang]}
            </Link>
          </p>
          <p className="muted num">
            {sentences(
              lang,
              t('readOn.next', { heading: next.heading[lang] }),
              t('readOn.count', { read: count, total: topic.sections.length }),
            )}
          </p>
          <Link className="btn" to={sectionPath(next.id)}>
            {t(count > 0 ? 'readOn.continue' : 'readOn.begin')}
          </Link>
        </div>
      )}
    </section>
  )
}
