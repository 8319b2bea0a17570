/** Finds the entries of a list among those of the one before: where they are expected, a little further on, or anywhere. */

/** How far ahead an entry is looked for, where some were removed. */
const LOOK_AHEAD = 8
/** After so many entries that are not where they were expected, the list has another order. */
const MANY_MISSES = 200

export class KnownEntries {
  readonly #texts: readonly string[]
  #next = 0
  #misses = 0
  #anywhere: Map<string, number> | undefined

  /** @param texts of the entries before, in their order */
  constructor(texts: readonly string[]) {
    this.#texts = texts
  }

  /** The index of an equal entry; undefined where none is found. */
  find(text: string): number | undefined {
    if (this.#texts.length === 0) return undefined
    const last = Math.min(this.#next + LOOK_AHEAD, this.#texts.length)
    for (let index = this.#next; index < last; index++) {
      if (this.#texts[index] === text) {
        this.#next = index + 1
        return index
      }
    }
    if (++this.#misses < MANY_MISSES) return undefined
    this.#anywhere ??= new Map(this.#texts.map((known, index) => [known, index]))
    const index = this.#anywhere.get(text)
    if (index !== undefined) this.#next = index + 1
    return index
  }
}
