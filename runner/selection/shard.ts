/** Divides a run among several machines: operations are dealt out whole, because their checks share steps. */
import type { ConfigProblem } from '../../helpers/config/problem.ts'
import { shown } from '../../helpers/config/problem.ts'
import { type Requirement, tierOf } from '../../model/contract.ts'

/** Which part of how many, counted from 1. */
export interface Shard {
  index: number
  count: number
}

/** Reads `2/3`. Returns the problem where it is none. */
export function parseShard(text: string): Shard | ConfigProblem {
  const [, index = 0, count = 0] = (/^(\d{1,3})\/(\d{1,3})$/.exec(text) ?? []).map(Number)
  if (index >= 1 && index <= count) return { index, count }
  return {
    variable: '--shard',
    read: shown(text),
    expected: 'part/parts, such as 1/3',
    fix: 'Give every machine a part of its own: 1/3, 2/3 and 3/3.',
  }
}

/**
 * The ids that a shard judges beside the checks that every shard has. The same for the same catalogue on
 * every machine: the largest operation goes to the shard that has least so far. Those of the documents are dealt out
 * first, so that no shard is without them as long as there are enough: a run that lacks one shows it then.
 */
export function idsOfShard(catalogue: readonly Requirement[], { index, count }: Shard): Set<string> {
  const groups = new Map<string, string[]>()
  const documented = new Set<string[]>()
  for (const requirement of catalogue) {
    const group = groups.get(requirement.operation) ?? []
    groups.set(requirement.operation, group)
    group.push(requirement.id)
    if (tierOf(requirement) === 'documents') documented.add(group)
  }
  const shards: string[][] = Array.from({ length: count }, () => [])
  const largestFirst = [...groups.values()].sort(
    (one, other) => Number(documented.has(other)) - Number(documented.has(one)) || other.length - one.length,
  )
  for (const ids of largestFirst) {
    const least = shards.reduce((found, shard) => (shard.length < found.length ? shard : found))
    least.push(...ids)
  }
  return new Set(shards[index - 1])
}
