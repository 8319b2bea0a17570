/** By which seed a run draws. */
import { complain, type Reading, text } from './reading.ts'

/** Longest seed, in characters. */
const LONGEST_SEED = 64

/** What everything is drawn from; undefined where it is to be drawn itself. */
export function readSeed(reading: Reading): string | undefined {
  const seed = text(reading, 'SEED')
  if (seed === undefined || (seed.length <= LONGEST_SEED && /^[\w.-]+$/.test(seed))) return seed
  const fix = 'Write for example SEED=4711, or the seed that a report tells.'
  complain(reading, 'SEED', `at most ${LONGEST_SEED} letters, digits, dots, hyphens`, fix)
  return undefined
}
