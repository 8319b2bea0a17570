/**
 * What the run's users are called: each differs from the others in everything that an implementation may treat apart,
 * within what ordinary people have. Where a target has limits of its own, plain data takes its place.
 */
import type { Guard } from '../../../helpers/safety/guard.ts'
import { asWord, plainName } from '../../../helpers/safety/names.ts'

/** A person to be invited, before the domain. */
export interface Looks {
  name: string
  /** What the local part of the address has behind the run's own mark. */
  suffix: string
  /** Whether the media type of the request names the character set. */
  charset: boolean
}

/** Letters of several scripts, apostrophes, hyphens, capitals inside, several words, and an ordinary length. */
const NAMES = {
  first: "Zoë D'Angelo-MacLeod",
  second: '李小龍 Владимир Ünal',
  companion: "Maximiliana José O'Brien van der Steen-Żółkiewska 𠮷野",
  again: 'Siân Ní Dhomhnaill',
} as const

/** Ordinary letters that some take apart: a plus, capitals, dots. */
const SUFFIXES: Record<string, string> = { companion: '.Mc.Kay+News' }

/** The looks of a user of the run by what it is invited for; the tag is the last word of the name. */
export function looksOf(purpose: string, { tag }: Guard): Looks {
  const name = NAMES[purpose as keyof typeof NAMES]
  if (name === undefined) return plainLooks(tag)
  return { name: `${name} ${asWord(tag)}`, suffix: SUFFIXES[purpose] ?? '', charset: purpose === 'companion' }
}

/** Looks like those of the documents' own examples. */
export function plainLooks(tag: string): Looks {
  return { name: plainName(0, tag), suffix: '', charset: false }
}
