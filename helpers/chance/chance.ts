/**
 * Everything that a run draws comes from one seed. Each purpose has draws of its own, so that what one check draws does
 * not depend on which others went before it: checks travel side by side.
 */
import { createHash, randomInt } from 'node:crypto'
import { seeded } from './seeded.ts'

/** Seeds that are drawn are numbers below this: short enough to be typed. */
const SEEDS = 1_000_000_000

const DIGITS = '0123456789'
const HEX = '0123456789abcdef'
const LETTERS = 'abcdefghijklmnopqrstuvwxyz'

/** A seed for a run that was given none. */
export function newSeed(): string {
  return String(randomInt(1, SEEDS))
}

/** The chance of one run. */
export class Chance {
  readonly seed: string

  constructor(seed: string = newSeed()) {
    this.seed = seed
  }

  /** The draws for one purpose: the same ones for the same seed and purpose, every time they are asked for. */
  for(purpose: string): Draws {
    const digest = createHash('sha256').update(`${this.seed}\n${purpose}`).digest()
    return new Draws(seeded(digest.readInt32LE(0)))
  }
}

/** One row of draws. */
export class Draws {
  readonly #next: () => number

  /** @param next numbers from 0 to 1 */
  constructor(next: () => number) {
    this.#next = next
  }

  /** A whole number from 0, below `end`. */
  below(end: number): number {
    return Math.floor(this.#next() * end)
  }

  /** A whole number between two, both of which may come. */
  between(least: number, most: number): number {
    return least + this.below(most - least + 1)
  }

  /** One of a list. @throws Error where there is none */
  of<T>(list: readonly T[]): T {
    const one = list[this.below(list.length)]
    if (one === undefined && list.length === 0) throw new Error('nothing to draw from')
    return one as T
  }

  /** The same list in a drawn order. */
  shuffled<T>(list: readonly T[]): T[] {
    const rest = [...list]
    for (let last = rest.length - 1; last > 0; last--) {
      const other = this.below(last + 1)
      ;[rest[last], rest[other]] = [rest[other] as T, rest[last] as T]
    }
    return rest
  }

  /** So many letters of an alphabet. */
  text(length: number, alphabet: string): string {
    let text = ''
    for (let count = 0; count < length; count++) text += alphabet.charAt(this.below(alphabet.length))
    return text
  }

  hex(length: number): string {
    return this.text(length, HEX)
  }

  digits(length: number): string {
    return this.text(length, DIGITS)
  }

  /** Lower case. */
  letters(length: number): string {
    return this.text(length, LETTERS)
  }

  /** A UUID of version 4. */
  uuid(): string {
    const hex = this.hex(30)
    const parts = [hex.slice(0, 8), hex.slice(8, 12), `4${hex.slice(12, 15)}`]
    return [...parts, `${this.of(['8', '9', 'a', 'b'])}${hex.slice(15, 18)}`, hex.slice(18, 30)].join('-')
  }
}

/** Starts one step for each item in a drawn order, which tells nobody who asks; what they come to is in the given order. */
export function startedInDrawnOrder<T, R>(
  items: readonly T[],
  draws: Draws,
  start: (item: T) => Promise<R>,
): Promise<R>[] {
  const started = new Map<number, Promise<R>>()
  for (const index of draws.shuffled(items.map((_, place) => place)))
    started.set(index, start(items[index] as T))
  return items.map((_, index) => started.get(index) as Promise<R>)
}
