/** What is wrong with a report that somebody hands on: where, and what it says there against what follows. */
import { printable } from '../../helpers/text/printable.ts'

export interface Contradiction {
  /** File and JSON pointer, or the requirement concerned. */
  place: string
  says: string
}

/** Longest value that is shown, in characters. */
const LONGEST = 120

/** A value for people, on one line. */
export function shownValue(value: unknown): string {
  return value === undefined ? 'nothing' : printable(JSON.stringify(value) ?? String(value), LONGEST)
}

/** So many differences of one kind are named. */
const MOST = 20

/**
 * Where `actual` differs from what follows from the rest; members beyond those of `expected` are left alone, because
 * later versions add some.
 * @param place of the value, file and pointer
 */
export function differences(expected: unknown, actual: unknown, place: string): Contradiction[] {
  const found: Contradiction[] = []
  compare(expected, actual, place, found)
  return found.slice(0, MOST)
}

function compare(expected: unknown, actual: unknown, place: string, found: Contradiction[]): void {
  if (found.length >= MOST) return
  if (Array.isArray(expected) && Array.isArray(actual)) {
    if (expected.length !== actual.length) {
      found.push({ place, says: `it has ${actual.length} entries, and ${expected.length} follow` })
      return
    }
    for (const [index, one] of expected.entries()) compare(one, actual[index], `${place}/${index}`, found)
    return
  }
  if (isObject(expected) && isObject(actual)) {
    for (const [name, value] of Object.entries(expected)) {
      const own = Object.hasOwn(actual, name) ? actual[name] : undefined
      compare(value, own, `${place}/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`, found)
    }
    return
  }
  if (expected === actual) return
  found.push({ place, says: `it says ${shownValue(actual)}, and ${shownValue(expected)} follows` })
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
