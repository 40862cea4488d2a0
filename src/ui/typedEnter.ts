import type { KeyboardEvent } from 'react'

/** Enter that is meant: the one that confirms a Japanese conversion is not, nor the one that Safari sends after it. */
export const isTypedEnter = (event: KeyboardEvent): boolean =>
  event.key === 'Enter' && !event.nativeEvent.isComposing && event.nativeEvent.keyCode !== 229
