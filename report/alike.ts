/** Folds deviations of one kind: whoever has seen one of them has seen them all. */
import type { Deviation } from '../model/report.ts'
import { byLevel } from './describe.ts'

/** A deviation that stands for others. */
export interface Folded {
  /** The first of them. */
  deviation: Deviation
  /** The others: the same promise, at the same place of another entry or answer. */
  alike: Deviation[]
}

/** The kinds of deviations, musts first. */
export function folded(deviations: readonly Deviation[]): Folded[] {
  const kinds = new Map<string, Folded>()
  for (const deviation of byLevel(deviations)) {
    const { level, expected, pointer } = deviation
    const kind = JSON.stringify([level, expected, pointer?.replace(/\/\d+(?=\/|$)/g, '/*')])
    const known = kinds.get(kind)
    if (known === undefined) kinds.set(kind, { deviation, alike: [] })
    else known.alike.push(deviation)
  }
  return [...kinds.values()]
}

/** How many others a deviation stands for, with a leading separator; empty where for none. */
export function alikeText({ alike }: Folded): string {
  return alike.length === 0 ? '' : `; and ${alike.length} more alike`
}
