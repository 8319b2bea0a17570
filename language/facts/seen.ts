/** Counts which of the documented answers a run has seen, and which of their members. */
import { asObject } from '../../model/answer.ts'
import type { Operation } from '../../model/contract.ts'
import type { Exchange } from '../../model/exchange.ts'
import type { SeenAnswer } from '../../model/facts.ts'
import { recordedJson } from './recorded.ts'

/** An answer that the documents show. Members of entries of a list are written with `[]`, e.g. `data.users[].id`. */
export interface DocumentedAnswer {
  operation: Operation
  status: number
  members: readonly string[]
}

/** Further entries of a list show nothing that the first ones do not. */
const MAX_ENTRIES = 200

/** Every documented answer, seen or not, and behind those of its operation every other status that was seen. */
export function seenAnswers(
  documented: readonly DocumentedAnswer[],
  exchanges: readonly Exchange[],
): SeenAnswer[] {
  const operations = [...new Set(documented.map(({ operation }) => operation))]
  return operations.flatMap((operation) => {
    const own = exchanges.filter((exchange) => exchange.operation === operation)
    const shown = documented.filter((answer) => answer.operation === operation)
    const others = new Set(own.flatMap(({ response }) => (response ? [response.status] : [])))
    for (const { status } of shown) others.delete(status)
    return [
      ...shown.map((answer) => seenOf(answer, own)),
      ...[...others]
        .sort((one, other) => one - other)
        .map((status) => ({
          operation,
          status,
          documented: false,
          seen: own.filter(({ response }) => response?.status === status).length,
        })),
    ]
  })
}

function seenOf({ operation, status, members }: DocumentedAnswer, own: readonly Exchange[]): SeenAnswer {
  const answers = own.filter(({ response }) => response?.status === status)
  const bodies = members.length === 0 ? [] : answers.map(recordedJson)
  const counts = members.map((member) => [
    member,
    bodies.filter((body) => has(body, member.split('.'))).length,
  ])
  return {
    operation,
    status,
    documented: true,
    seen: answers.length,
    ...(counts.length === 0 ? {} : { members: Object.fromEntries(counts) }),
  }
}

/** Whether a body has a member, in one entry at least where it stands in a list. */
function has(value: unknown, [step, ...rest]: string[]): boolean {
  if (step === undefined) return true
  const isList = step.endsWith('[]')
  const name = isList ? step.slice(0, -2) : step
  const object = asObject(value)
  if (object === undefined || !Object.hasOwn(object, name)) return false
  const member = object[name]
  if (!isList) return has(member, rest)
  return Array.isArray(member) && member.slice(0, MAX_ENTRIES).some((entry) => has(entry, rest))
}
