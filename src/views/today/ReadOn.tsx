import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { TopicStub } from '../../core/content/types.ts'
import { sectionPath } from '../../core/ids.ts'
import { useProgress, useStudy } from '../../stores/StudyProvider.tsx'
import { sentences } from '../../i18n/sentences.ts'
import { useLang } from '../../i18n/useLang.ts'

/** The next section to read: of a topic already begun, otherwise of the first that is not. */
export const ReadOn = ({ primary }: { primary: boolean }) => {
  const { t } = useTranslation()
  const lang = useLang()
  const { catalogue } = useStudy().catalog
  const read = useProgress((state) => state.progress.read)
  const readOf = (topic: TopicStub): number => topic.sections.filter((section) => read.has(section.id)).length
  const unfinished = catalogue.topics.filter((topic) => readOf(topic) < topic.sections.length)
  const topic = unfinished.find((candidate) => readOf(candidate) > 0) ?? unfinished[0]
  const next = topic?.sections.find((section) => !read.has(section.id))
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
              t('readOn.count', { read: readOf(topic), total: topic.sections.length }),
            )}
          </p>
          <Link className={primary ? 'btn primary' : 'btn'} to={sectionPath(next.id)}>
            {t(readOf(topic) > 0 ? 'readOn.continue' : 'readOn.begin')}
          </Link>
        </div>
      )}
    </section>
  )
}
