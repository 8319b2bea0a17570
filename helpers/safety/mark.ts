/**
 * What stands in a run's users where nothing may tell the run from a client: a made-up family name instead of the tag,
 * drawn for the run and written nowhere but in its journal and its report.
 */
import { randomInt } from 'node:crypto'

const CONSONANTS = 'bdfgklmnprstvz'
const VOWELS = 'aeiou'
/** Pairs of letters in a mark: so many that nobody who is there bears it by chance. */
const PAIRS = 6
const MARK = `(?:[${CONSONANTS}][${VOWELS}]){${PAIRS}}`
const IN_ADDRESS = new RegExp(`^[a-z]+\\.[a-z]+\\d+\\.(${MARK})(?![a-z])[^@]*@`, 'i')
const WHOLE = new RegExp(`^${MARK}$`)

/** A mark of its own for a run. */
export function newMark(): string {
  const drawn = (letters: string): string => letters.charAt(randomInt(letters.length))
  return Array.from({ length: PAIRS }, () => drawn(CONSONANTS) + drawn(VOWELS)).join('')
}

/** Whether this is a mark, and no tag. */
export function isMark(text: string): boolean {
  return WHOLE.test(text)
}

/** The mark in an address that a run asked for; undefined where there is none. */
export function markIn(address: string): string | undefined {
  return IN_ADDRESS.exec(address)?.[1]?.toLowerCase()
}
