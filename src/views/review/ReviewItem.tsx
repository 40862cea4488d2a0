import { isCard } from '../../core/content/types.ts'
import { useItem } from '../../stores/useTopic.ts'
import { ReviewCard } from './ReviewCard.tsx'
import { ReviewQuestion } from './ReviewQuestion.tsx'
import type { ReviewItemProps } from './reviewItemProps.ts'

export const ReviewItem = (props: ReviewItemProps) => {
  const found = useItem(props.entry.item.id, props.lang)
  const setting = { lang: props.lang, sources: found.topic.sources, terms: found.topic.terms }
  const { item } = found
  return isCard(item) ? (
    <ReviewCard {...props} card={item} section={found.section} topic={found.topic} setting={setting} />
  ) : (
    <ReviewQuestion {...props} written={item} section={found.section} topic={found.topic} setting={setting} />
  )
}
