import { isCard } from '../../core/content/types.ts'
import { useItem } from '../../stores/useTopic.ts'
import { ReadFirst } from './ReadFirst.tsx'
import { ReviewCard } from './ReviewCard.tsx'
import { ReviewQuestion } from './ReviewQuestion.tsx'
import type { ReviewItemProps } from './reviewItemProps.ts'

export const ReviewItem = (props: ReviewItemProps) => {
  const { item, section, topic } = useItem(props.entry.item.id, props.lang)
  const setting = { lang: props.lang, sources: topic.sources, terms: topic.terms }
  if (!props.entry.sectionRead) {
    return <ReadFirst frame={props.frame} section={section} topic={topic} setting={setting} first={props.first} onRead={props.onRead} />
  }
  return isCard(item) ? (
    <ReviewCard {...props} card={item} section={section} topic={topic} setting={setting} />
  ) : (
    <ReviewQuestion {...props} written={item} section={section} topic={topic} setting={setting} />
  )
}
