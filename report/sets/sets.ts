/** Frozen sets of requirements: what a release was judged by, so that the suite may grow and old claims still hold. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ConfigError } from '../../helpers/config/problem.ts'
import { printable } from '../../helpers/text/printable.ts'
import type { Requirement } from '../../model/contract.ts'
import { entryText, type SetEntry, setDigest } from './digest.ts'

/** A set as its file has it. */
export interface RequirementSet {
  setVersion: 1
  /** Year and month of the release, e.g. `2026-11`. */
  name: string
  /** Version of the suite that was released with it. */
  suite: string
  /** Of its requirements ({@link setDigest}). */
  digest: string
  /** By id what `entryText` makes of a requirement. */
  requirements: Record<string, string>
}

/** Freezes a catalogue. */
export function freeze(name: string, suite: string, catalogue: readonly Requirement[]): RequirementSet {
  const requirements = Object.fromEntries(
    catalogue
      .map((one): [string, string] => [one.id, entryText(one)])
      .sort(([one], [other]) => (one < other ? -1 : 1)),
  )
  return { setVersion: 1, name, suite, digest: setDigest(Object.entries(requirements)), requirements }
}

/** A set as its file is written. */
export function setText(set: RequirementSet): string {
  return `${JSON.stringify(set, null, 2)}\n`
}

/** Names of the sets in a folder, the oldest first. */
export function setNames(folder: string): string[] {
  try {
    return readdirSync(folder)
      .filter((file) => /^\d{4}-\d{2}\.json$/.test(file))
      .map((file) => file.slice(0, -'.json'.length))
      .sort()
  } catch {
    return []
  }
}

/**
 * Reads a set.
 * @throws ConfigError where there is none of that name, or where it is not as it was frozen
 */
export function readSet(folder: string, name: string): RequirementSet {
  const names = setNames(folder)
  if (!names.includes(name)) {
    const expected = names.length === 0 ? 'a frozen set; this version has none' : `one of ${names.join(', ')}`
    throw refusal(name, expected, 'Leave it out to score all that this version judges.')
  }
  const file = join(folder, `${name}.json`)
  const set = JSON.parse(readFileSync(file, 'utf8')) as RequirementSet
  if (setDigest(Object.entries(set.requirements)) !== set.digest) {
    throw refusal(name, `${file} as it was frozen, but its digest is another`, 'Install the suite anew.')
  }
  return set
}

/** All sets that can be used, the oldest first. */
export function readSets(folder: string): RequirementSet[] {
  return setNames(folder).flatMap((name) => {
    try {
      return [readSet(folder, name)]
    } catch {
      return []
    }
  })
}

/** How many requirements a message names. */
const MOST_NAMED = 5

/**
 * Only the version that froze a set can say what a target makes of requirements that are judged otherwise since.
 * @throws ConfigError that names them
 */
export function refuseDifferent(set: RequirementSet, requirements: readonly SetEntry[]): void {
  const differing = differences(set, requirements)
  if (differing.length === 0) return
  const more = differing.length > MOST_NAMED ? ` and ${differing.length - MOST_NAMED} more` : ''
  const named = `${differing.slice(0, MOST_NAMED).join(', ')}${more}`
  throw refusal(
    set.name,
    `a set that this version judges as it was frozen, which it does not: ${named}`,
    `Use version ${set.suite} of the suite, or a newer set.`,
  )
}

function refusal(name: string, expected: string, fix: string): ConfigError {
  return new ConfigError([{ variable: '--set', read: printable(name, 40), expected, fix }])
}

/** The entries of a set that belong to these contracts. */
export function entriesOf(set: RequirementSet, contracts: readonly string[]): [id: string, text: string][] {
  return Object.entries(set.requirements).filter(([id]) => contracts.includes(id.split('.')[0] ?? ''))
}

/** What a set asks for and this version judges otherwise, or not any more; empty where all claims still hold. */
function differences(set: RequirementSet, requirements: readonly SetEntry[]): string[] {
  const own = new Map(requirements.map((one) => [one.id, entryText(one)]))
  const contracts = new Set(requirements.map(({ id }) => id.split('.')[0] ?? ''))
  return entriesOf(set, [...contracts])
    .filter(([id, text]) => own.get(id) !== text)
    .map(([id, text]) => `${id} (${text} in the set, ${own.get(id) ?? 'not judged'} here)`)
}
