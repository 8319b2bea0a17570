/**
 * The files of a run that is started by Vitest's own commands (cli/vitest.config.ts): `--shard` deals out files, so
 * there is one for each operation. The tests in `entries/` say what they declare; here stands which there are.
 */
import type { Operation, Requirement } from '../model/contract.ts'
import type { Target } from './target.ts'

/** Names of files in `entries/`, without their endings. */
const ENTRIES: Record<Operation, string> = {
  'GET /v3/users': 'v3-list',
  'GET /v3/users/{userId}': 'v3-get',
  'POST /v3/users': 'v3-invite',
  'DELETE /v3/users/{userId}': 'v3-remove',
  'GET /api/v1/users': 'v1-list',
  'POST /api/v1/users': 'v1-create',
  'GET /api/v1/users/{id}': 'v1-get',
  'DELETE /api/v1/users/{id}': 'v1-delete',
}

/** Names of the files of a whole run, or of the part of it that a target is, in the order in which they run. */
export function entriesOf(catalogue: readonly Requirement[], part?: Target['part']): string[] {
  const mine = catalogue.filter(({ id }) => part === undefined || part.ids.includes(id))
  const operations = new Set(mine.map(({ operation }) => operation))
  const last = part === undefined || part.last ? ['last'] : []
  return [...[...operations].map((operation) => ENTRIES[operation]), ...last, 'closing']
}
