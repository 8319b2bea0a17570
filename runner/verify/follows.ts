/** Holds the verdicts of a report against what its traffic comes to when it is judged again. */
import type { Report, RequirementResult } from '../../model/report.ts'
import type { Result } from '../../report/build.ts'
import { joined } from '../../report/merge/merge.ts'
import { type Contradiction, shownValue } from '../../report/verify/contradiction.ts'
import { settledTogether } from '../following.ts'
import type { JudgedAgain } from './judge-again.ts'

/** A verdict that cannot be judged again from what was recorded. */
export interface NotRejudgeable {
  id: string
  why: string
}

/** What judging again came to. */
export interface Followed {
  /** Verdicts that follow from the traffic. */
  followed: string[]
  contradictions: Contradiction[]
  open: NotRejudgeable[]
}

/** How a body shows that something stood there which nobody may read. */
const MASKED = /\(masked [0-9a-f]{12}\)|\$\{?[A-Z][A-Z_]+/

/** Which of the verdicts follow, which do not, and of which that cannot be told. */
export function followedIn(report: Report, all: readonly JudgedAgain[]): Followed {
  const result: Followed = { followed: [], contradictions: [], open: [] }
  const judged = judgedTogether(report, all)
  for (const [index, told] of report.requirements.entries()) {
    if (told.unobservable !== undefined || told.deselected !== undefined) continue
    const now = judged.get(told.id)
    const error = all.find((one) => one.error !== undefined)?.error
    if (now === undefined) {
      const isLeft = told.verdict === 'inconclusive' || told.verdict === 'untested'
      if (isLeft && error === undefined) result.followed.push(told.id)
      else result.open.push({ id: told.id, why: error ?? 'no check of this version judges it' })
      continue
    }
    const says = differenceOf(told, now)
    if (says === undefined) result.followed.push(told.id)
    else {
      const why = whyOpen(report, told, now, all)
      if (why !== undefined) result.open.push({ id: told.id, why })
      else {
        const place = `report.json/requirements/${index} (${told.id})`
        result.contradictions.push({ place, says })
      }
    }
  }
  return result
}

/** What the recorded runs come to together. */
function judgedTogether({ requirements }: Report, all: readonly JudgedAgain[]): Map<string, Result> {
  const results = requirements.flatMap(({ id }): [string, Result][] => {
    const again = all.flatMap(({ judgements }) => judgements.get(id) ?? [])
    return again.length === 0 ? [] : [[id, joined(again)]]
  })
  return settledTogether(new Map(results))
}

/** In what a verdict is another one; undefined where it follows. */
function differenceOf(told: RequirementResult, now: Result): string | undefined {
  if (told.verdict !== now.verdict) {
    const because = now.reason === undefined ? '' : `: ${now.reason}`
    return `it says ${told.verdict}, and from the traffic follows ${now.verdict}${because}`
  }
  if (told.verdict === 'inconclusive' || told.verdict === 'untested') return undefined
  const stranger = told.deviations.find((one) => !now.deviations.some((other) => isSame(one, other)))
  if (stranger !== undefined) {
    return `it tells a deviation that does not follow from the traffic: ${shownValue(stranger)}`
  }
  if (told.reason !== now.reason) {
    return `its reason is ${shownValue(told.reason)}, and ${shownValue(now.reason)} follows`
  }
  const lacks = told.evidence.filter((id) => !now.evidence.includes(id))
  const hides = now.evidence.filter((id) => !told.evidence.includes(id))
  if (lacks.length > 0) return `it names ${lacks.join(', ')} as evidence, which it does not rest on`
  if (hides.length > 0) return `it rests on ${hides.join(', ')}, which it does not name as evidence`
  return undefined
}

function isSame(one: Result['deviations'][number], other: Result['deviations'][number]): boolean {
  return (
    one.level === other.level &&
    one.pointer === other.pointer &&
    one.exchange === other.exchange &&
    one.expected === other.expected &&
    one.actual === other.actual
  )
}

/** Why a verdict that differs may be right all the same; undefined where nothing speaks for it. */
function whyOpen(
  report: Report,
  told: RequirementResult,
  now: Result,
  all: readonly JudgedAgain[],
): string | undefined {
  const cut = all.flatMap(({ unrecorded }) => unrecorded.cut)
  if (cut.length > 0) return `the recorded bodies of ${cut.join(', ')} are cut`
  const seen = new Set([...told.evidence, ...now.evidence])
  const masked = report.exchanges.find(
    ({ id, response }) => seen.has(id) && MASKED.test(response?.body.text ?? ''),
  )
  if (masked !== undefined) return `the recorded body of ${masked.id} is masked`
  const isEarly = report.message !== undefined && told.verdict === 'inconclusive'
  return isEarly ? 'the run ended before it was judged' : undefined
}
