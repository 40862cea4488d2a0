import './scoreScale.css'

interface ScoreScaleProps {
  /** On LPI's scale of 200 to 800; `null`: not known yet. */
  readonly score: { readonly at: number; readonly low: number; readonly high: number } | null
  readonly mark: number
  /** What the pass mark is called. */
  readonly pass: string
}

const place = (score: number): string => `${(score - 200) / 6}%`

/** A score with its range on the exam's scale. Says nothing to a screen reader: the number beside it does. */
export const ScoreScale = ({ score, mark, pass }: ScoreScaleProps) => (
  <div className="scale" aria-hidden="true">
    <div className="track">
      <i className="band" style={score === null ? undefined : { left: place(score.low), right: place(1000 - score.high) }} />
      {score !== null && <b style={{ left: place(score.at) }} />}
      <span className="pass num" style={{ left: place(mark) }}>
        <span>{pass}</span>
      </span>
    </div>
    <div className="ends num">
      <span>200</span>
      <span>800</span>
    </div>
  </div>
)
