import type { Links } from '../history/links.ts'
import type { Progress } from '../history/progress.ts'
import type { FactId, SectionId, TopicId } from '../ids.ts'
import { factTable } from '../schedule/factTable.ts'
import { type Moment, type StudyDay, studyDay } from '../time.ts'
import { confusionPairs } from './confusionPairs.ts'
import { type FactLoss, type LostParts, lostParts, sectionOf, topicLoss } from './lostMarks.ts'
import { isSureButWrong } from './judgements.ts'
import { expectedOf, topicStandings } from './topicStanding.ts'

/** Under so many answers on a topic there is little evidence: not weak, merely not known yet. */
const littleEvidence = 5

/** The latest answers of some facts, and how many of them were wrong. */
export interface RecentAnswers {
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
  readonly recent: RecentAnswers
  readonly sureButWrong: number
  /** Study days since something of it was last asked; `null`: never. */
  readonly daysSince: number | null
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
  /** The section most at fault: the one that loses most to wrong answers, if some are among its latest. */
  readonly atFault: SectionWeakness | null
  /** The strongest confusion in which a fact of this topic was asked, if it is unresolved. */
  readonly confused: { readonly asked: FactId; readonly given: FactId; readonly count: number } | null
}

/** Of the facts' latest answers, at most four each are kept; of all these the last so many are looked at. */
const recentAnswers = 10

const detailOf = (losses: readonly FactLoss[], progress: Progress, links: Links, today: StudyDay): LossDetail => {
  const { rows } = factTable(links)
  const counted = losses.flatMap(({ fact }) => progress.facts.get(fact)?.recent ?? [])
  const latest = counted.sort((a, b) => b.day - a.day).slice(0, recentAnswers)
  let sureButWrong = 0
  let lastDay: StudyDay | null = null
  for (const { fact } of losses) {
    for (const item of rows.get(fact)?.items ?? []) if (isSureButWrong(progress.items.get(item.id))) sureButWrong += 1
    const memory = progress.facts.get(fact)
    if (memory !== undefined && (lastDay === null || memory.lastDay > lastDay)) lastDay = memory.lastDay
  }
  return {
    parts: lostParts(losses),
    losses: losses.toSorted((a, b) => b.lost - a.lost || (a.fact < b.fact ? -1 : 1)),
    unseen: losses.filter(({ kind }) => kind === 'unseen').length,
    recent: { wrong: latest.filter(({ grade }) => grade === 1).length, of: latest.length },
    sureButWrong,
    daysSince: lastDay === null ? null : Math.max(0, today - lastDay),
  }
}

const sumOfParts = ({ unseen, faded, wrong }: LostParts): number => unseen + faded + wrong

const sectionsOf = (losses: readonly FactLoss[], progress: Progress, links: Links, today: StudyDay): readonly SectionWeakness[] => {
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
      const detail = detailOf(own, progress, links, today)
      return { section, lost: sumOfParts(detail.parts), ...detail }
    })
    .sort((a, b) => b.lost - a.lost || (a.section < b.section ? -1 : 1))
}

const mostAtFault = (sections: readonly SectionWeakness[]): SectionWeakness | null =>
  sections
    .filter(({ recent, parts }) => recent.wrong > 0 && parts.wrong > 0)
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
  const { rows } = factTable(links)
  const confusions = confusionPairs(progress, links)
    .flatMap(({ directions }) => directions)
    .filter(({ resolved }) => !resolved)
  return topicStandings(progress, links, today)
    .map((standing): Weakness => {
      const { topic, marks } = standing
      const { lost, slips, facts } = topicLoss(standing, progress, links, today)
      const sections = sectionsOf(facts, progress, links, today)
      const own = new Set(facts.map(({ fact }) => fact))
      const confused = confusions.find(({ asked }) => own.has(asked))
      const answers = facts.reduce(
        (sum, { fact }) => sum + (rows.get(fact)?.items ?? []).reduce((all, { id }) => all + (progress.items.get(id)?.answers ?? 0), 0),
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
        ...detailOf(facts, progress, links, today),
      }
    })
    .sort((a, b) => b.lost - a.lost || (a.topic < b.topic ? -1 : 1))
}
