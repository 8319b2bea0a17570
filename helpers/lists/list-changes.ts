/**
 * What a long list has that the one before it had not. Its entries are looked at by many; who found nothing wrong
 * with a list need not look again at what the next one has taken over from it.
 */

/** How a list came of another. */
export interface Change {
  before: unknown[]
  /** Where the entries stand that were not taken over. */
  fresh: number[]
}

const changes = new WeakMap<unknown[], Change>()

/**
 * Notes where a list differs from the one before.
 * @param fresh indices of all entries that are not one entry of `before`, object and all, which no other index has
 */
export function noteChange(list: unknown[], before: unknown[], fresh: number[]): void {
  changes.set(list, { before, fresh })
}

/** How a list came of the one before; undefined where it is not known to have. */
export function changeOf(list: unknown[]): Change | undefined {
  return changes.get(list)
}

/** The lists with which somebody found nothing wrong. */
export class FaultlessLists {
  readonly #lists = new WeakSet<unknown[]>()

  /** The indices of the entries that have to be looked at: all, unless the list before was without fault. */
  toLookAt(list: unknown[]): Iterable<number> {
    return this.freshIn(list) ?? list.keys()
  }

  /** The indices of what is new against a list without fault; undefined where there is no such list. */
  freshIn(list: unknown[]): readonly number[] | undefined {
    if (this.#lists.has(list)) return []
    const change = changeOf(list)
    return change && this.#lists.has(change.before) ? change.fresh : undefined
  }

  /** Notes that nothing is wrong with this list. */
  add(list: unknown[]): void {
    this.#lists.add(list)
  }
}
