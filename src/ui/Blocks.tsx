import './prose.css'
import { Fragment, type ReactNode, useContext, useId } from 'react'
import { useTranslation } from 'react-i18next'
import type { Block, GlossaryTerm, Lang, ListItem, Rich, RichNode, Source } from '../core/content/types.ts'
import { CodeBlock } from './CodeBlock.tsx'
import { Figure } from './Figure.tsx'
import { LinkContext } from './LinkContext.tsx'
import { TermWord } from './TermWord.tsx'

/** What formatted text refers to: its topic's sources and glossary words. */
export interface Setting {
  readonly lang: Lang
  readonly sources: Readonly<Record<string, Source>>
  readonly terms: Readonly<Record<string, GlossaryTerm>>
}
/** A word that holds `-` stays on one line, so that `--` never parts from its name. */
export const Code = ({ text }: { text: string }) => (
  <code>
    {text.split(' ').map((word, index) => (
      <Fragment key={index}>
        {index > 0 && ' '}
        {word.includes('-') ? <span>{word}</span> : word}
      </Fragment>
    ))}
  </code>
)

/** How a fill question writes the place of its answer. */
const gap = '___'

const Blank = () => {
  const { t } = useTranslation()
  return (
    <span className="blank">
      <span className="sr">{t('card.blank')}</span>
    </span>
  )
}
const WithBlanks = ({ text }: { text: string }): ReactNode =>
  text.split(gap).map((part, index) => (
    <Fragment key={index}>
      {index > 0 && <Blank />}
      {part}
    </Fragment>
  ))

const Node = ({ node, setting }: { node: RichNode; setting: Setting }): ReactNode => {
  const LinkPart = useContext(LinkContext)
  const { t } = useTranslation()
  if (typeof node === 'string') return node.includes(gap) ? <WithBlanks text={node} /> : node
  switch (node.tag) {
    case 'strong':
      return (
        <strong>
          <RichText rich={node.children} setting={setting} />
        </strong>
      )
    case 'em':
      return (
        <em>
          <RichText rich={node.children} setting={setting} />
        </em>
      )
    case 'del':
      return (
        <del>
          <RichText rich={node.children} setting={setting} />
        </del>
      )
    case 'code':
      return <Code text={node.text} />
    case 'br':
      return <br />
    case 'link':
      return (
        <LinkPart href={node.href}>
          <RichText rich={node.children} setting={setting} />
        </LinkPart>
      )
    case 'cloze':
      // Without words it is the blank that a card asks for.
      return node.children.length === 0 ? <Blank /> : <RichText rich={node.children} setting={setting} />
    case 'source': {
      const source = setting.sources[node.key]
      return source === undefined ? null : (
        <a className="cite" href={source.url} rel="noreferrer" target="_blank">
          {source.title}
        </a>
      )
    }
    case 'footnoteRef':
      return (
        <sup>
          <a href={`#fn-${node.n}`} id={`fnref-${node.n}`} aria-label={t('prose.footnote', { n: node.n })}>
            {node.n}
          </a>
        </sup>
      )
    case 'term': {
      const term = setting.terms[node.id]
      const words = <RichText rich={node.children} setting={setting} />
      return term === undefined ? (
        words
      ) : (
        <TermWord term={term} lang={setting.lang}>
          {words}
        </TermWord>
      )
    }
  }
}

export const RichText = ({ rich, setting }: { rich: Rich; setting: Setting }): ReactNode =>
  rich.map((node, index) => <Node key={index} node={node} setting={setting} />)

const Items = ({ items, setting }: { items: readonly ListItem[]; setting: Setting }): ReactNode =>
  items.map((item, index) => {
    const [only] = item.children
    const inline = item.children.length === 1 && only?.tag === 'p' ? only.children : undefined
    return (
      <li key={index} id={item.anchor}>
        {inline === undefined ? <Blocks blocks={item.children} setting={setting} /> : <RichText rich={inline} setting={setting} />}
      </li>
    )
  })

const BlockPart = ({ block, setting }: { block: Block; setting: Setting }): ReactNode => {
  const { t } = useTranslation()
  const noteTitle = useId()
  const noteRef = useId()
  switch (block.tag) {
    case 'p':
      return (
        <p>
          <RichText rich={block.children} setting={setting} />
        </p>
      )
    case 'heading': {
      const Heading = block.level === 3 ? 'h3' : 'h4'
      return (
        <Heading>
          <RichText rich={block.children} setting={setting} />
        </Heading>
      )
    }
    case 'list':
      return block.ordered ? (
        <ol start={block.start}>
          <Items items={block.items} setting={setting} />
        </ol>
      ) : (
        <ul>
          <Items items={block.items} setting={setting} />
        </ul>
      )
    case 'quote':
      return (
        <blockquote>
          <Blocks blocks={block.children} setting={setting} />
        </blockquote>
      )
    case 'code':
      return <CodeBlock block={block} />
    case 'table':
      return (
        <section
          className="tablewrap"
          aria-label={t('prose.table')}
          // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls inside itself, so a keyboard must reach it
          tabIndex={0}
        >
          <table>
            <thead>
              <tr>
                {block.head.map((cell, column) => (
                  <th key={column} scope="col" data-align={block.align[column]}>
                    <RichText rich={cell} setting={setting} />
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {block.rows.map((row, line) => (
                <tr key={line}>
                  {row.map((cell, column) => {
                    const Cell = column === 0 ? 'th' : 'td'
                    return (
                      <Cell key={column} {...(column === 0 ? { scope: 'row' } : {})} data-align={block.align[column]}>
                        <RichText rich={cell} setting={setting} />
                      </Cell>
                    )
                  })}
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )
    case 'note':
      return (
        <aside className="note" aria-labelledby={noteTitle}>
          <p className="notetitle" id={noteTitle}>
            <RichText rich={block.title} setting={setting} />
          </p>
          <Blocks blocks={block.children} setting={setting} />
        </aside>
      )
    case 'figure':
      return <Figure block={block} caption={<RichText rich={block.caption} setting={setting} />} />
    case 'footnotes':
      return (
        <section className="footnotes" aria-labelledby={noteRef}>
          <h3 className="sr" id={noteRef}>
            {t('prose.footnotes')}
          </h3>
          <ol>
            {block.notes.map((note, index) => (
              <li key={index} id={`fn-${index + 1}`}>
                <Blocks blocks={note} setting={setting} />
              </li>
            ))}
          </ol>
        </section>
      )
    case 'rule':
      return <hr />
  }
}

/** Compiled blocks as elements: never a string of HTML. */
export const Blocks = ({ blocks, setting }: { blocks: readonly Block[]; setting: Setting }): ReactNode =>
  blocks.map((block, index) => <BlockPart key={index} block={block} setting={setting} />)
