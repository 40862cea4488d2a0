import { Drill } from './Drill.tsx'
import { Review } from './Review.tsx'

/** Review and drill are one screen with two lists, and come as one. */
export const Sittings = ({ of }: { of: 'review' | 'drill' }) => (of === 'review' ? <Review /> : <Drill />)
