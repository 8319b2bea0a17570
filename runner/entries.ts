/**
 * The files of a run that is started by Vitest's own commands (cli/vitest.config.ts): `--shard` deals out files, so
 * there is one for each operation. The files in `entries/` are called as ids begin, e.g. `v3-list`, and say what they declare.
 */
import type { Requirement } from '../model/contract.ts'
import type { Target } from './target.ts'

/** Names of the files of a whole run, or of the part of it that a target is, in the order in which they run. */
export function entriesOf(catalogue: readonly Requirement[], part?: Target['part']): string[] {
  const mine = catalogue.filter(({ id }) => part === undefined || part.ids.includes(id))
  const operations = new Set(mine.map(({ id }) => id.split('.').slice(0, 2).join('-')))
  const last = part === undefined || part.last ? ['last'] : []
  return [...operations, ...last, 'closing']
}
