import { useTranslation } from 'react-i18next'
import { Link, useParams } from 'react-router'
import { isCardKind } from '../../core/content/types.ts'
import { topicId } from '../../core/ids.ts'
import { useStudy } from '../../stores/StudyProvider.tsx'
import { Empty } from '../../ui/Empty.tsx'
import { Alone } from '../../ui/Alone.tsx'
import { Missing } from '../../ui/Missing.tsx'
import { Leafing } from './Leafing.tsx'
import './flashcards.css'

/** Cards of one topic, or of all, in reading order. */
export const FlashcardsPage = () => {
  const { t } = useTranslation()
  const { catalogue, links } = useStudy().catalog
  const id = useParams().topicId
  const stub = id === undefined ? undefined : links.topics.get(topicId(id))
  if (id !== undefined && stub === undefined) {
    return (
      <Alone>
        <Missing title={t('unknown.topic')} text={t('unknown.topicText', { id })}>
          <Link className="btn" to="/flashcards">
            {t('unknown.toFlashcards')}
          </Link>
        </Missing>
      </Alone>
    )
  }
  const cards = (stub === undefined ? catalogue.topics : [stub]).flatMap((topic) => topic.items.filter((item) => isCardKind(item.kind)))
  if (cards.length === 0) {
    return (
      <Alone>
        <Empty title={t('flashcards.none')} action={<Link to="/topics">{t('missing.toTopics')}</Link>}>
          {t('flashcards.noneText')}
        </Empty>
      </Alone>
    )
  }
  return <Leafing key={id ?? ''} cards={cards} topic={stub} />
}
