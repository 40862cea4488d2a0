import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { Topic, TopicStub } from '../../core/content/types.ts'
import { localPart, type SectionId } from '../../core/ids.ts'
import { useProgress, useStudy } from '../../stores/StudyProvider.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { RichText, type Setting } from '../../ui/Blocks.tsx'

/** The column beside a topic: its sections, which of them were read, and what to read first. */
export const Contents = ({
  topic,
  stub,
  current,
  setting,
}: {
  topic: Topic
  stub: TopicStub
  current: SectionId | null
  setting: Setting
}) => {
  const { t } = useTranslation()
  const { links } = useStudy().catalog
  const read = useProgress((state) => state.progress.read)
  const first = stub.requires.flatMap((id) => links.topics.get(id) ?? [])
  return (
    <aside className="toc">
      <nav aria-labelledby="toc">
        <h2 id="toc">{t('topic.contents')}</h2>
        <ol>
          {topic.sections.map((section) => (
            <li key={section.id}>
              <a href={`#${localPart(section.id)}`} aria-current={section.id === current ? 'true' : undefined}>
                <RichText rich={section.heading} setting={setting} />
                {read.has(section.id) && (
                  <span className="readmark">
                    <Icon name="read" />
                    <span className="sr">{t('tier.read')}</span>
                  </span>
                )}
              </a>
            </li>
          ))}
        </ol>
      </nav>
      {first.length > 0 && (
        <>
          <h2>{t('topics.requires')}</h2>
          <ul>
            {first.map((other) => (
              <li key={other.id}>
                <Link to={`/topics/${other.id}`}>{other.title[setting.lang]}</Link>
              </li>
            ))}
          </ul>
        </>
      )}
    </aside>
  )
}
