/** Data of ordinary people: what a program made for plain names and addresses gets wrong. */
import type { Chance, Draws } from '../../../helpers/chance/chance.ts'
import {
  longLatinName,
  markedName,
  nameOfManyScripts,
  variedSuffix,
} from '../../../helpers/safety/varied-names.ts'

/** What is given to a new user beside the run's marks. */
export interface Data {
  /** Stands in the address, in front of the @. */
  suffix: string
  /** Stands in front of the run's tag. */
  name: string
}

const KINDS = {
  /** Letters of several scripts, one of them beyond the basic plane of Unicode. */
  scripts: (draws) => ({ suffix: '', name: nameOfManyScripts(draws) }),
  /** An apostrophe, a hyphen, an accent and capitals inside; an address with dots, a plus and capitals. */
  marks: (draws) => ({ suffix: variedSuffix(draws), name: markedName(draws) }),
  /** A name that is long, as names are in Spain. */
  long: (draws) => ({ suffix: '', name: longLatinName(draws) }),
} as const satisfies Record<string, (draws: Draws) => Data>

/** A kind of ordinary data. */
export type DataKind = keyof typeof KINDS

/** Data of this kind, as the run draws it. */
export function dataOf(kind: DataKind, chance: Chance): Data {
  return KINDS[kind](chance.for(`data ${kind}`))
}
