import type { Link } from 'mdast'
import { quoted } from './problems.ts'
import { placeOf, type Scope } from './scope.ts'
import { isId } from './attributes.ts'

const web = /^https?:\/\/[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?(?::\d{1,5})?(?:[/?#][^\s<>"\\^`{|}]*)?$/

/**
 * The address that a link leads to, or undefined after a complaint.
 * `https://…` and `http://…` stay; `#id` is a section or item of this topic;
 * `topic-id` and `topic-id#id` become `topics/topic-id#id`, relative to the app's root.
 */
export const hrefOf = (node: Link, { report, mentions }: Scope): string | undefined => {
  const place = placeOf(node)
  const url = node.url
  if (node.title) report(place, 'link-title', `The link has a title, ${quoted(node.title)}.`)
  if (node.children.length === 0) report(place, 'link-text', 'The link has no words.')
  if (web.test(url)) return url
  const [topic = '', anchor, ...more] = url.split('#')
  const isInner = more.length === 0 && (topic === '' || isId(topic)) && (anchor === undefined ? topic !== '' : isId(anchor))
  if (!isInner) {
    report(place, 'link-refused', `A link may not lead to ${quoted(url)}.`)
    return undefined
  }
  if (topic === '') {
    mentions.push({ ...place, kind: 'anchor', target: anchor ?? '' })
    return url
  }
  mentions.push({ ...place, kind: 'topic', target: url })
  return `topics/${url}`
}
