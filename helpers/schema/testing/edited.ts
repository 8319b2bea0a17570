/** For the tests of shapes: a copy of a JSON value in which one member is different. */

/** In place of a new value: the member is taken out. */
export const REMOVED = Symbol('removed')

/** A copy of `body` in which the member at `pointer` (empty: the whole) has the new value. */
export function edited(body: unknown, pointer: string, value: unknown): unknown {
  const [member, ...rest] = pointer.split('/').slice(1)
  if (member === undefined) return value
  const copy = Array.isArray(body) ? [...body] : { ...(body as object) }
  const holder = copy as Record<string, unknown>
  if (rest.length === 0 && value === REMOVED) delete holder[member]
  else holder[member] = edited(holder[member], rest.map((part) => `/${part}`).join(''), value)
  return copy
}
