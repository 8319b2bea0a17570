/**
 * What the run's users are called: they differ in everything that an implementation may treat apart, within what
 * ordinary people have; only the first two share a name. Where a target has limits of its own, plain data takes its place.
 */
import type { Draws } from '../../../helpers/chance/chance.ts'
import type { Guard } from '../../../helpers/safety/guard.ts'
import { asWord } from '../../../helpers/safety/names.ts'
import {
  combiningName,
  longName,
  markedName,
  nameOfScripts,
  variedSuffix,
} from '../../../helpers/safety/varied-names.ts'

/** A person to be invited, before the domain. */
export interface Looks {
  name: string
  /** The purpose for which the address is drawn. */
  drawnFor: string
  /** What stands behind it, in front of the @. */
  suffix: string
  /** Whether the media type of the request names the character set. */
  charset: boolean
  /** The key for replays to be sent, each time that the request has to be another one. */
  keyFor?: (attempt: number) => string
}

/** Letters of several scripts, apostrophes, hyphens, capitals inside, several words, and an ordinary length. */
const NAMES: Record<string, (draws: Draws) => string> = {
  first: markedName,
  companion: markedName,
  second: nameOfScripts,
  rehearsal: longName,
  sandbox: markedName,
  again: combiningName,
}

/** The looks of a user of the run by what it is invited for; the tag is the last word of the name. */
export function looksOf(purpose: string, guard: Guard): Looks {
  const nameOf = NAMES[purpose]
  if (nameOf === undefined) return plainLooks(guard, purpose)
  const isTwin = purpose === 'companion'
  // Called like the first user, and with a plus behind the same address: somebody else all the same.
  const drawnFor = isTwin ? 'first' : purpose
  const draws = guard.chance.for(`looks ${drawnFor}`)
  const name = `${nameOf(draws)} ${asWord(guard.tag)}`
  const isLabelled = isTwin || purpose === 'sandbox'
  return { name, drawnFor, suffix: isLabelled ? variedSuffix(draws) : '', charset: isTwin }
}

/** Whether a user who is invited for this has looks that a target may have something against. */
export function isVaried(purpose: string): boolean {
  return purpose in NAMES
}

/** Looks like those of the documents' own examples, drawn for a purpose. */
export function plainLooks(guard: Guard, purpose: string): Looks {
  return { name: guard.name(purpose), drawnFor: purpose, suffix: '', charset: false }
}
