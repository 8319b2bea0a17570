/**
 * What the run's users are called: each differs from the others in everything that an implementation may treat apart,
 * within what ordinary people have. Where a target has limits of its own, plain data takes its place.
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
  /** What the local part of the address has behind the run's own mark. */
  suffix: string
  /** Whether the media type of the request names the character set. */
  charset: boolean
}

/** Letters of several scripts, apostrophes, hyphens, capitals inside, several words, and an ordinary length. */
const NAMES: Record<string, (draws: Draws) => string> = {
  first: markedName,
  second: nameOfScripts,
  companion: longName,
  again: combiningName,
}

/** The looks of a user of the run by what it is invited for; the tag is the last word of the name. */
export function looksOf(purpose: string, guard: Guard): Looks {
  const nameOf = NAMES[purpose]
  if (nameOf === undefined) return plainLooks(guard, purpose)
  const draws = guard.chance.for(`looks ${purpose}`)
  const name = `${nameOf(draws)} ${asWord(guard.tag)}`
  const isOdd = purpose === 'companion'
  return { name, suffix: isOdd ? variedSuffix(draws) : '', charset: isOdd }
}

/** Whether a user who is invited for this has looks that a target may have something against. */
export function isVaried(purpose: string): boolean {
  return purpose in NAMES
}

/** Looks like those of the documents' own examples, drawn for a purpose. */
export function plainLooks(guard: Guard, purpose: string): Looks {
  return { name: guard.name(purpose), suffix: '', charset: false }
}
