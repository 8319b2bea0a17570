/** Finds variables that are nearly called like ours: a name that is misspelt must never act by not being read. */
import { editDistance } from '../text/nearest.ts'
import { type ConfigProblem, hidden } from './problem.ts'
import { VARIABLES, type VariableName } from './variables.ts'

/** Those that decide about safety, target or gate: their misspelling stops a run. */
const DECIDING: ReadonlySet<VariableName> = new Set<VariableName>([
  'SAFETY',
  'BASE_URL',
  'CONTRACTS',
  'ALLOW_PRODUCTION',
  'PRODUCTION_HOSTS',
  'ALLOW_INCOMPLETE',
  'FAIL_ON',
  'BASELINE',
  'SELF_USER_ID',
])

/** Short names resemble too much. */
const SHORTEST = 6

/** What Node, npm, Vite and the known CI systems set is theirs, whatever it resembles. */
const THEIRS =
  /^(?:node|npm|vite|vitest|ci|github|gitlab|runner|jenkins|build|buildkite|circle|circleci|travis|bitbucket|drone|teamcity|azure|system|agent|tf|codebuild|appveyor|semaphore|woodpecker|netlify|vercel|docker|kubernetes)_|^(?:PATH|HOME|SHELL|MODE|DEV|PROD|SSR|TEST|CI)$/i

/** A name that was set, and the variable that was probably meant. */
export interface NearMiss {
  name: string
  meant: VariableName
  /** Whether it decides about safety, target or gate. */
  decides: boolean
}

/**
 * Names in `environment` that are one of ours but for letter case and `_`, or for one letter or a swap of two,
 * where that one is not set itself. `IGNORE_VARIABLES` names those that are meant as they are.
 */
export function nearMisses(environment: Readonly<Record<string, string | undefined>>): NearMiss[] {
  const ignored = new Set((environment.IGNORE_VARIABLES ?? '').split(',').map((name) => name.trim()))
  const missing = VARIABLES.map(({ name }) => name).filter((name) => !environment[name])
  return Object.keys(environment).flatMap((name): NearMiss[] => {
    const isOurs = VARIABLES.some((known) => known.name === name)
    if (isOurs || !environment[name] || ignored.has(name) || THEIRS.test(name)) return []
    const meant = missing.find((known) => resembles(name, known))
    return meant === undefined ? [] : [{ name, meant, decides: DECIDING.has(meant) }]
  })
}

/** The near misses that stop a run, as problems of the configuration. */
export function misspeltProblems(misses: readonly NearMiss[]): ConfigProblem[] {
  return misses
    .filter(({ decides }) => decides)
    .map(({ name, meant }) => ({
      variable: name,
      read: 'a name that is no variable of the suite (its value is not read)',
      expected: meant,
      fix: `Did you mean ${meant}? Rename it; if ${name} is meant for another program, set IGNORE_VARIABLES=${name}.`,
    }))
}

/** The others, as sentences for a person. */
export function misspeltNotices(misses: readonly NearMiss[]): string[] {
  return misses
    .filter(({ decides }) => !decides)
    .map(
      ({ name, meant }) =>
        `note: ${name} is set, which is no variable of the suite and is not read. Did you mean ${meant}? (IGNORE_VARIABLES=${name} silences this.)`,
    )
}

/** Names in `.env` are the suite's own more often than not, so all that are near one of ours are problems. */
export function misspeltInFile(
  variables: Readonly<Record<string, string>>,
  nearest: (word: string) => string[],
): ConfigProblem[] {
  const ignored = new Set((variables.IGNORE_VARIABLES ?? '').split(',').map((name) => name.trim()))
  return Object.entries(variables).flatMap(([name, value]) => {
    if (value === '' || ignored.has(name) || VARIABLES.some((known) => known.name === name)) return []
    const meant = nearest(name)
    if (meant.length === 0) return []
    return {
      variable: name,
      read: `${hidden(value)} in .env`,
      expected: `a variable of the suite, such as ${meant.join(' or ')}`,
      fix: `Did you mean ${meant.join(' or ')}? Rename the variable, or take it out of this .env file.`,
    }
  })
}

function resembles(name: string, known: string): boolean {
  const plain = (text: string): string => text.toLowerCase().replaceAll('_', '')
  if (plain(name) === plain(known)) return true
  if (plain(known).length < SHORTEST || Math.abs(name.length - known.length) > 1) return false
  const [one, other] = [name.toLowerCase(), known.toLowerCase()]
  return editDistance(one, other) <= 1 || isSwapped(one, other)
}

/** Whether two neighbouring letters of one word have changed places in the other. */
function isSwapped(one: string, other: string): boolean {
  if (one.length !== other.length) return false
  const at = [...one].findIndex((letter, index) => letter !== other[index])
  if (at < 0) return false
  return one[at] === other[at + 1] && one[at + 1] === other[at] && one.slice(at + 2) === other.slice(at + 2)
}
