/** What a requirement needs before its check can run, and what becomes of it where that is missing. */

import type { VariableName } from '../helpers/config/variables.ts'
import type { Safety } from '../model/contract.ts'
import { Inconclusive, Untested } from '../model/outcome.ts'
import type { Instrument, InstrumentState } from './instrument.ts'
import { doubted, mayLapse } from './scope.ts'

/** A variable that has to be set, or the least that `SAFETY` has to allow. */
export type Given = VariableName | `SAFETY=${Exclude<Safety, 'read-only'>}`

/** Something given, with words of its own for people who read before they run. */
export interface Told {
  given: Given
  text: string
}

/** One of several variables. */
export interface AnyOf {
  anyOf: readonly VariableName[]
}

/** One entry of `needs`. */
export type Need<Context> = Given | Told | AnyOf | Instrument<Context>

/** Needs `given`, and says so in other words: where it alone may not do. */
export function told(given: Given, text: string): Told {
  return { given, text }
}

/** Needs one of the variables. */
export function anyOf(...variables: VariableName[]): AnyOf {
  return { anyOf: variables }
}

/** What a run can say of itself before a check. */
export interface Prerequisites<Context> {
  isSet(variable: VariableName): boolean
  allows(safety: Safety): boolean
  /** The instrument behind something given: what a variable declares has to be so. */
  behind?(given: Given): Instrument<Context> | undefined
  /** Asks an instrument for its control. */
  stateOf(wanted: Instrument<Context>): ReturnType<Instrument<Context>['control']>
}

/** What people are told of a need; undefined for an instrument, which a run has to prove itself. */
export function needText<Context>(need: Need<Context>): string | undefined {
  if (typeof need === 'string') return need
  if ('text' in need) return need.text
  return 'anyOf' in need ? need.anyOf.join(' or ') : undefined
}

/**
 * Settles what a check needs, in the order in which it is named.
 * @throws Untested where something is not given, with what would unlock it
 * @throws Inconclusive where an instrument is not proven, naming its variable
 */
export async function settleNeeds<Context>(
  needs: readonly Need<Context>[],
  run: Prerequisites<Context>,
): Promise<void> {
  for (const need of needs) {
    if (typeof need === 'object' && 'control' in need) await settleInstrument(need, run)
    else if (!isGiven(need, run)) throw new Untested(`needs ${missing(need)}`)
  }
  // What is missing is said before anything is asked for.
  const given = needs.flatMap((need) => givenOf(need, run))
  const instruments = [...new Set(given.flatMap((one) => run.behind?.(one) ?? []))]
  const settled = await Promise.allSettled(instruments.map((one) => settleInstrument(one, run)))
  for (const one of settled) if (one.status === 'rejected') throw one.reason
}

/** What is given of a need; of several variables, the first that is set. */
function givenOf<Context>(need: Need<Context>, run: Prerequisites<Context>): Given[] {
  if (typeof need === 'string') return [need]
  if ('control' in need) return []
  if ('anyOf' in need) return need.anyOf.filter((name) => run.isSet(name)).slice(0, 1)
  return [need.given]
}

function isGiven<Context>(need: Given | Told | AnyOf, run: Prerequisites<Context>): boolean {
  if (typeof need === 'object' && 'anyOf' in need) return need.anyOf.some((name) => run.isSet(name))
  const given = typeof need === 'string' ? need : need.given
  const safety = /^SAFETY=(.*)$/.exec(given)?.[1]
  return safety === undefined ? run.isSet(given as VariableName) : run.allows(safety as Safety)
}

function missing(need: Given | Told | AnyOf): string {
  if (typeof need === 'string') return need
  return 'anyOf' in need ? need.anyOf.join(' or ') : need.given
}

async function settleInstrument<Context>(
  wanted: Instrument<Context>,
  run: Prerequisites<Context>,
): Promise<void> {
  restOn(wanted, await run.stateOf(wanted))
}

/**
 * Lets the requirement that is being judged rest on an instrument: with what else may explain a violation, or shows that
 * the instrument has stopped working.
 * @throws Inconclusive where it is not proven
 */
export function restOn<Context>(
  { name, variable = name }: Instrument<Context>,
  found: InstrumentState,
): void {
  if (found.state !== 'proven') throw new Inconclusive(`${variable} ${found.reason}`)
  if (found.doubt !== undefined) doubted(found.doubt)
  if (found.lapse !== undefined) mayLapse(variable, found.lapse)
}
