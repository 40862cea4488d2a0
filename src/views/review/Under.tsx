import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { whyOf } from '../../core/schedule/whyOf.ts'
import { useProgress, useStudy } from '../../stores/StudyProvider.tsx'
import { ItemCare, type ItemCareProps } from './ItemCare.tsx'
import { WhyText } from './WhyText.tsx'

/** Below the box: why this comes now, and what else can be done with it. */
export const Under = (props: ItemCareProps) => {
  const { t } = useTranslation()
  const { catalog, now } = useStudy()
  const progress = useProgress((state) => state.progress)
  // As it was when the item came: the answer changes it.
  const [why] = useState(() => whyOf(props.entry, progress, catalog.links, now()))
  return (
    <div className="under">
      <details className="why">
        <summary>{t('why.title')}</summary>
        {why !== undefined && <WhyText why={why} />}
      </details>
      <ItemCare {...props} />
    </div>
  )
}
