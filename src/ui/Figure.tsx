import { createElement, type ReactNode, useId } from 'react'
import type { Block, SvgElement } from '../core/content/types.ts'

/** SVG attributes under React's names, where the two differ. */
const reactName = (attribute: string): string =>
  attribute === 'class'
    ? 'className'
    : attribute.includes('-') && !attribute.startsWith('aria-')
      ? attribute.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase())
      : attribute

const drawn = (element: SvgElement | string, key: number): ReactNode => {
  if (typeof element === 'string') return element
  const attributes = Object.fromEntries(Object.entries(element.attributes).map(([name, value]) => [reactName(name), value]))
  return createElement(element.tag, { key, ...attributes }, ...element.children.map(drawn))
}

/** A figure drawn with the page's own colours; its text alternative is what a screen reader reads. */
export const Figure = ({ block, caption }: { block: Extract<Block, { tag: 'figure' }>; caption: ReactNode }) => {
  const title = useId()
  // Drawn for a phone: on a wide screen it grows a little and then stands still.
  const width = Number(block.svg.attributes.viewBox?.split(/[\s,]+/)[2] ?? 0)
  return (
    <figure className="fig">
      <svg viewBox={block.svg.attributes.viewBox} style={{ maxWidth: `${width * 1.25}px` }} role="img" aria-labelledby={title}>
        <title id={title}>{block.alt}</title>
        {block.svg.children.map(drawn)}
      </svg>
      {block.caption.length > 0 && <figcaption>{caption}</figcaption>}
    </figure>
  )
}
