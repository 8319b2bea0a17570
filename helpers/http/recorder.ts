/** Keeps every exchange of the run, and hands each of them on exactly once. */
import type { Exchange } from '../../model/exchange.ts'

export class Recorder {
  readonly all: Exchange[] = []
  #handedOn = 0
  #count = 0
  #moment = 0
  readonly #prefix: string

  /** @param prefix tells runs apart whose reports are merged */
  constructor(prefix = '') {
    this.#prefix = prefix
  }

  /** The next exchange id. */
  nextId(): string {
    this.#count++
    return `${this.#prefix}x${this.#count}`
  }

  /** A moment later than all others: what came first is what judging again needs of the time. */
  moment(): number {
    this.#moment++
    return this.#moment
  }

  add(exchange: Exchange): void {
    this.all.push(exchange)
  }

  /** The exchanges that have come since the last call. */
  takeNew(): Exchange[] {
    const fresh = this.all.slice(this.#handedOn)
    this.#handedOn = this.all.length
    return fresh
  }
}
