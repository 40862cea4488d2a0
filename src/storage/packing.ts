import { eraseAll } from './eraseAll.ts'
import { readBefore, readRows } from './readSealed.ts'
import { replay } from './replay.ts'
import { eventsOfSegment, unreadSegment } from './segment.ts'
import { settle } from './settle.ts'
import { storeRows } from './storeRows.ts'

/** All that knows how rows are packed. Most visits need none of it, so it is loaded when it is needed, in one piece. */
export const packing = { readBefore, readRows, replay, eventsOfSegment, unreadSegment, settle, storeRows, eraseAll }
