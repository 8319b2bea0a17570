/** Finds whom a deviation concerns, so that a reader sees the entry at fault and not the head of a body. */
import { asObject } from '../model/answer.ts'
import type { Finding } from '../model/finding.ts'

/** What tells people which entry it is: told first. */
const NAMED_BY = ['id', 'email']

/** The finding with the entry in which its member stands, where the body has one there; the member comes after its id. */
export function withEntry<F extends Finding>(finding: F, body: unknown): F {
  if (finding.pointer === undefined || finding.entry !== undefined) return finding
  const entry = entryAt(body, finding.pointer)
  return entry === undefined ? finding : { ...finding, entry: { quoted: entry } }
}

/** The innermost object on the way to the member that has an id or an address; else the one that holds the member. */
function entryAt(body: unknown, pointer: string): Record<string, unknown> | undefined {
  let here: unknown = body
  let found: { entry: Record<string, unknown>; member: string | undefined } | undefined
  const steps = pointer.split('/').slice(1)
  for (let index = 0; index <= steps.length; index++) {
    const name = steps[index]?.replaceAll('~1', '/').replaceAll('~0', '~')
    const entry = asObject(here)
    if (entry !== undefined) {
      const isNamed = NAMED_BY.some((one) => Object.hasOwn(entry, one))
      if (isNamed || found === undefined || !NAMED_BY.some((one) => Object.hasOwn(found?.entry ?? {}, one)))
        found = { entry, member: name }
    }
    if (name === undefined || typeof here !== 'object' || here === null || !Object.hasOwn(here, name)) break
    here = (here as Record<string, unknown>)[name]
  }
  if (found === undefined || found.entry === body) return undefined
  const { entry, member } = found
  const first = [...NAMED_BY, ...(member === undefined ? [] : [member])].filter((one) =>
    Object.hasOwn(entry, one),
  )
  return Object.fromEntries([...new Set([...first, ...Object.keys(entry)])].map((one) => [one, entry[one]]))
}
