import { useTranslation } from 'react-i18next'
import { type CalibrationShare, calibrationShares } from '../../core/mastery/judgements.ts'
import { useProgress } from '../../stores/StudyProvider.tsx'
import { TitledSection } from '../../ui/TitledSection.tsx'

const percent = (share: number): number => Math.round(100 * share)

/** How far the learner's confidence can be trusted: of each kind of answer the share that was right, with its range. The table is the chart. */
export const Calibration = () => {
  const { t } = useTranslation()
  const { answers, missing, shares } = calibrationShares(useProgress((state) => state.progress))
  return (
    <TitledSection title={t('weak.calibration')}>
      {missing > 0 ? (
        <p className="muted about num">{t('weak.calibrationMissing', { count: missing, answers })}</p>
      ) : (
        <>
          <table className="calibration num">
            <thead>
              <tr>
                <th scope="col">{t('weak.said')}</th>
                <th scope="col">{t('weak.rightOf')}</th>
                <th scope="col">{t('weak.share')}</th>
              </tr>
            </thead>
            <tbody>
              {shares.map((share) => (
                <ShareRow key={share.confidence} share={share} />
              ))}
            </tbody>
          </table>
          <details className="why">
            <summary>{t('weak.calibrationHow')}</summary>
            <p>{t('weak.calibrationText')}</p>
          </details>
        </>
      )}
    </TitledSection>
  )
}

const ShareRow = ({ share: { confidence, right, all, low, high } }: { share: CalibrationShare }) => {
  const { t } = useTranslation()
  return (
    <tr>
      <th scope="row">{t(`weak.confidence.${confidence}`)}</th>
      <td>
        {right} / {all}
      </td>
      <td>
        {all === 0 ? (
          t('weak.noAnswers')
        ) : (
          <>
            <div className="share" aria-hidden="true">
              <i style={{ width: `${percent(right / all)}%` }} />
              <span style={{ left: `${percent(low)}%`, right: `${100 - percent(high)}%` }} />
            </div>
            {t('weak.shareText', { share: percent(right / all), low: percent(low), high: percent(high) })}
          </>
        )}
      </td>
    </tr>
  )
}
