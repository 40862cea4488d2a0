import type { Links } from '../history/links.ts'
import type { Progress } from '../history/progress.ts'
import type { FactId, SectionId, TopicId } from '../ids.ts'
import { factTable } from '../schedule/factTable.ts'
import { type Moment, studyDay } from '../time.ts'
import { confusionPairs } from './confusionPairs.ts'
import { type FactLoss, type LostParts, lostParts, sectionOf, topicLoss } from './lostMarks.ts'
import { isSureButWrong } from './judgements.ts'
import { expectedOf, topicStandings } from './topicStanding.ts'

/** Under so many answers on a topic there is little evidence: not weak, merely not known yet. */
const littleEvidence = 5

/** Of the facts that were asked, how many were wrong when last asked. */
export interface WrongLastTime {
  readonly wrong: number
  readonly of: number
}

/** Where marks are lost, a topic or a section of one, with what a sentence about it needs. */
export interface LossDetail {
  /** Marks of 100 that study can win back, by why they are lost. */
  readonly parts: LostParts
  /** The very facts, the one that loses most first. */
  readonly losses: readonly FactLoss[]
  /** How many facts were never asked. */
  readonly unseen: number
  readonly lastTime: WrongLastTime
  readonly sureButWrong: number
}

export interface SectionWeakness extends LossDetail {
  readonly section: SectionId
  /** Marks of 100: the sum of its parts. Slips belong to no section. */
  readonly lost: number
}

export interface Weakness extends LossDetail {
  readonly topic: TopicId
  /** Marks of 100 that are expected to be lost today, the slips included: weight x (1 - expected). */
  readonly lost: number
  /** What even who knows every fact loses to slips. With the parts it adds up to `lost`. */
  readonly slips: number
  /** What the topic is worth, marks of 100. */
  readonly marks: number
  /** The expected share of right answers, 0 to 1. */
  readonly expected: number
  /** Answers on the topic's items, ever. */
  readonly answers: number
  /** So few answers that the place in the list rests on the weight and not on the learner. */
  readonly little: boolean
  /** The sections, the one that loses most first. */
  readonly sections: readonly SectionWeakness[]
  /** The section most at fault: the one that loses most to wrong answers, if there are some. */
  readonly atFault: SectionWeakness | null
  /** The strongest confusion in which a fact of this topic was asked, if it is unresolved. */
  readonly confused: { readonly asked: FactId; readonly given: FactId; readonly count: number } | null
}

const detailOf = (losses: readonly FactLoss[], progress: Progress, links: Links): LossDetail => {
  const { rows } = factTable(links)
  const unseen = losses.filter(({ kind }) => kind === 'unseen').length
  return {
    parts: lostParts(losses),
    losses: losses.toSorted((a, b) => b.lost - a.lost || (a.fact < b.fact ? -1 : 1)),
    unseen,
    lastTime: { wrong: losses.filter(({ kind }) => kind === 'wrong').length, of: losses.length - unseen },
    sureButWrong: losses.flatMap(({ fact }) => rows.get(fact)?.items ?? []).filter(({ id }) => isSureButWrong(progress.items.get(id)))
      .length,
  }
}

const sumOfParts = ({ unseen, faded, wrong }: LostParts): number => unseen + faded + wrong

const sectionsOf = (losses: readonly FactLoss[], progress: Progress, links: Links): readonly SectionWeakness[] => {
  const { rows } = factTable(links)
  const bySection = new Map<SectionId, FactLoss[]>()
  for (const loss of losses) {
    const row = rows.get(loss.fact)
    const section = row && sectionOf(row)
    if (section === undefined) continue
    const own = bySection.get(section)
    if (own === undefined) bySection.set(section, [loss])
    else own.push(loss)
  }
  return [...bySection]
    .map(([section, own]): SectionWeakness => {
      const detail = detailOf(own, progress, links)
      return { section, lost: sumOfParts(detail.parts), ...detail }
    })
    .sort((a, b) => b.lost - a.lost || (a.section < b.section ? -1 : 1))
}

const mostAtFault = (sections: readonly SectionWeakness[]): SectionWeakness | null =>
  sections
    .filter(({ parts }) => parts.wrong > 0)
    .reduce<SectionWeakness | null>((worst, section) => (worst === null || section.parts.wrong > worst.parts.wrong ? section : worst), null)

/**
 * All topics, the one that loses most marks first. With R the chance that a fact is
 * recalled today (of one never asked the mean of its topic's Beta), Rbar its mean over
 * the topic's facts, and guess g, slip s and power x of each kind of question:
 *
 *     e = mean over the kinds, as an exam asks them, of g + (1 - g - s) Rbar^x
 *     lost = weight (1 - e)
 *
 * Raw accuracy is no measure: once what is asked follows what is needed, it ranks
 * topics like chance. Most of the signal is what was never asked.
 */
export const weaknesses = (progress: Progress, links: Links, now: Moment): readonly Weakness[] => {
  const today = studyDay(now.at, now.offsetMin)
  const { rows, factsOfTopic } = factTable(links)
  const confusions = confusionPairs(progress, links)
    .flatMap(({ directions }) => directions)
    .filter(({ resolved }) => !resolved)
  return topicStandings(progress, links, today)
    .map((standing): Weakness => {
      const { topic, marks } = standing
      const { lost, slips, facts } = topicLoss(standing, progress, links, today)
      const sections = sectionsOf(facts, progress, links)
      const own = new Set(facts.map(({ fact }) => fact))
      const confused = confusions.find(({ asked }) => own.has(asked))
      const answers = (factsOfTopic.get(topic) ?? []).reduce(
        (sum, fact) => sum + (rows.get(fact)?.items ?? []).reduce((all, { id }) => all + (progress.items.get(id)?.answers ?? 0), 0),
        0,
      )
      return {
        topic,
        lost,
        slips,
        marks,
        expected: expectedOf(standing),
        answers,
        little: answers < littleEvidence,
        sections,
        atFault: mostAtFault(sections),
        confused: confused === undefined ? null : { asked: confused.asked, given: confused.given, count: confused.count },
        ...detailOf(facts, progress, links),
      }
    })
    .sort((a, b) => b.lost - a.lost || (a.topic < b.topic ? -1 : 1))
}
