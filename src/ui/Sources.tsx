import { useTranslation } from 'react-i18next'
import type { Setting } from './Blocks.tsx'

/** Where an answer stands in the primary source. */
export const Sources = ({ keys, setting }: { keys: readonly string[]; setting: Setting }) => {
  const { t } = useTranslation()
  const sources = keys.flatMap((key) => {
    const source = setting.sources[key]
    return source === undefined ? [] : [{ key, ...source }]
  })
  return (
    <span className="sources">
      {t('source.title', { count: sources.length })}{' '}
      {sources.map(({ key, title, url }, index) => (
        <span key={key}>
          {index > 0 && t('source.and')}
          <a href={url} rel="noreferrer" target="_blank">
            {title}
          </a>
        </span>
      ))}
    </span>
  )
}
