import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { Section, Topic } from '../../core/content/types.ts'
import { Blocks, RichText, type Setting } from '../../ui/Blocks.tsx'
import { Key } from '../../ui/Key.tsx'
import { SessionFrame } from '../../ui/SessionFrame.tsx'
import { useKeys } from '../../ui/useKeys.ts'
import type { Frame } from './reviewItemProps.ts'

interface ReadFirstProps {
  readonly frame: Frame
  readonly section: Section
  readonly topic: Topic
  readonly setting: Setting
  readonly first: boolean
  readonly onRead: (read: boolean) => void
}

/** The section that the next new items come from: learning starts by reading, and reading can be declined. */
export const ReadFirst = ({ frame, section, topic, setting, first, onRead }: ReadFirstProps) => {
  const { t } = useTranslation()
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    if (!first) heading.current?.focus({ preventScroll: true })
  }, [first])
  // Space goes on scrolling here.
  useKeys({ enter: () => onRead(true) })
  return (
    <SessionFrame
      {...frame}
      bar={
        <div className="twoways">
          <button type="button" className="btn big" onClick={() => onRead(false)}>
            {t('review.readSkip')}
          </button>
          <button type="button" className="btn primary big" onClick={() => onRead(true)}>
            {t('review.readDone')}
            <Key>Enter</Key>
          </button>
        </div>
      }
    >
      <title>{t('title.page', { name: frame.name })}</title>
      <article className="col prose readfirst">
        <p className="meta">
          <span lang={setting.lang}>{topic.title}</span> › {t('review.readFirst')}
        </p>
        <h1 className="topictitle" ref={heading} tabIndex={-1} lang={setting.lang}>
          <RichText rich={section.heading} setting={setting} />
        </h1>
        <p className="muted">{t('review.readFirstText')}</p>
        <div lang={setting.lang}>
          <Blocks blocks={section.blocks} setting={setting} />
        </div>
      </article>
    </SessionFrame>
  )
}
