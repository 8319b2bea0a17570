/** Steps that many checks share are taken once: whoever asks first takes it, the others get its result. */

export class Memo {
  readonly #results = new Map<string, Promise<unknown>>()

  /** Runs `step` on the first call with this key; every later call gets the same promise. */
  do<T>(key: string, step: () => Promise<T>): Promise<T> {
    let result = this.#results.get(key) as Promise<T> | undefined
    if (!result) {
      result = step()
      // A step whose failure nobody awaits must not end the process.
      result.catch(() => undefined)
      this.#results.set(key, result)
    }
    return result
  }
}
