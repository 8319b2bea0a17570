/** What `--only` and `--skip` leave of a catalogue. */

import { type ConfigProblem, shown } from '../../helpers/config/problem.ts'
import { nearest } from '../../helpers/text/nearest.ts'
import type { Requirement } from '../../model/contract.ts'
import { matcher } from './pattern.ts'

/** Patterns as `patternsOf` gives them; no `only` means everything. */
export interface Patterns {
  only: readonly string[]
  skip: readonly string[]
}

/** The parts of a catalogue, by id. Documented behaviour that HTTP cannot show is in neither. */
export interface Selection {
  selected: Set<string>
  deselected: Set<string>
  /** Patterns that name nothing: a typing error would otherwise switch a gate off unseen. */
  problems: ConfigProblem[]
}

/** Edits up to which an id is taken for a misspelt one. */
const TYPO_EDITS = 6

/** @param all the catalogues of every contract, those outside the run included: they may be named as well */
export function select(
  catalogue: readonly Requirement[],
  { only, skip }: Patterns,
  all: readonly Requirement[] = catalogue,
): Selection {
  const observable = catalogue.filter(({ unobservable }) => unobservable === undefined)
  const wanted = only.map(matcher)
  const unwanted = skip.map(matcher)
  const selected = new Set<string>()
  const deselected = new Set<string>()
  for (const requirement of observable) {
    const kept = wanted.length === 0 || wanted.some((matches) => matches(requirement))
    const left = unwanted.some((matches) => matches(requirement))
    ;(kept && !left ? selected : deselected).add(requirement.id)
  }
  const problems = [...unmatched('--only', only, all), ...unmatched('--skip', skip, all)]
  if (problems.length === 0 && selected.size === 0) problems.push(nothingLeft())
  return { selected, deselected, problems }
}

function unmatched(
  flag: string,
  patterns: readonly string[],
  catalogue: readonly Requirement[],
): ConfigProblem[] {
  return patterns
    .filter((pattern) => !catalogue.some(matcher(pattern)))
    .map((pattern) => {
      const words = [...new Set(catalogue.flatMap(({ id, operation }) => [id, operation]))]
      const meant = nearest(pattern, words, TYPO_EDITS)[0]
      return {
        variable: flag,
        read: `${shown(pattern)}, which names no requirement`,
        expected: 'an id, an operation or a contract, with * for any characters',
        fix: `${meant === undefined ? '' : `Did you mean ${meant}? `}The command requirements lists all ids.`,
      }
    })
}

function nothingLeft(): ConfigProblem {
  return {
    variable: '--only and --skip',
    read: 'patterns that leave no requirement',
    expected: 'at least one requirement that is judged',
    fix: 'Take a pattern away.',
  }
}
