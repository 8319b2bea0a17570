/** What tells the stories of every contract: sends step by step, notes what each sent, and looks twice at what is wrong. */

import { clock } from '../../helpers/http/clock.ts'
import { eventually } from '../../helpers/http/eventually.ts'
import type { Guard } from '../../helpers/safety/guard.ts'
import type { Answer } from '../../model/answer.ts'
import { type Finding, isMust } from '../../model/finding.ts'
import type { Played } from './game.ts'

/** A finding under the requirement that it violates. */
export type Charged = [requirement: string, finding: Finding]

/** What stories of one run share. */
export interface Stage {
  guard: Guard
  /** Of the addresses. */
  domain: string
  /** How long a change may take to show. */
  consistencyMs: number
  /** Set once a change has shown late: single looks say nothing then. */
  isLate: boolean
  /** Set once a sound creation was refused: the target takes no more people, which is its own business. */
  isFull: boolean
}

/** Somebody of a story, as far as looks at them go. */
export interface Watched {
  /** Views that have shown them as they are since a request last changed them, and since when; in milliseconds since 1970. */
  seenIn: Map<string, number>
  /** The requirement by which the latest request must have left them alone. */
  sparedBy?: string
}

/** So often does a story wait for what has shown late. */
const MOST_WAITS = 2

export abstract class Teller<Step> {
  protected readonly stage: Stage
  readonly #name: string
  readonly #problems: Played['problems'] = []
  readonly #exchanges: string[][] = []
  #at = 0
  #waits = 0

  /** @param name tells the story from others of the run */
  constructor(stage: Stage, name: string) {
    this.stage = stage
    this.#name = name
  }

  /** Sends what a step asks for, and holds the answers against who is there. */
  protected abstract step(step: Step): Promise<void>

  /** @param goesOn whether there are time and requests for another step */
  async told(steps: readonly Step[], goesOn: (requests: number) => boolean): Promise<Played> {
    let sent = 0
    for (const [at, step] of steps.entries()) {
      if (!goesOn(sent)) break
      this.#at = at
      this.#exchanges[at] = []
      await this.step(step)
      sent = this.#exchanges[at]?.length ?? 0
    }
    goesOn(sent)
    return { problems: this.#problems, exchanges: this.#exchanges }
  }

  /** What the present step draws for. */
  protected get drawnFor(): string {
    return `${this.#name} ${this.#at}`
  }

  /** For the evidence. */
  protected purpose(what: string): string {
    return `${this.#name}, step ${this.#at + 1}: ${what}`
  }

  /** Notes what the present step sends. */
  protected async sent(answer: Promise<Answer>): Promise<Answer> {
    const exchanges = this.#exchanges[this.#at]
    const came = await answer
    exchanges?.push(came.exchange.id)
    return came
  }

  /** Notes violations; what merely falls short of a recommendation is for the usual course to say. */
  protected charge(found: readonly Charged[], answer: Answer): void {
    for (const [requirement, finding] of found)
      if (isMust(finding)) this.#problems.push({ requirement, finding, answer, at: this.#at })
  }

  /**
   * Reads, and where that is wrong looks again for as long as a change may take to show: what stays wrong is an effect,
   * and charged to what must have had none. What is right then is late, or a slip of the read: a slip where it was seen
   * right before, on a target that was late nowhere, or for longer than a change may take.
   * @param causeOf the requirement that an effect on these people violates; undefined: the one that judge names
   */
  protected async settled(
    ask: () => Promise<Answer>,
    judge: (answer: Answer) => Charged[],
    people: readonly Watched[],
    view: string,
    causeOf: () => string | undefined,
  ): Promise<Answer> {
    const first = await ask()
    const found = judge(first)
    if (found.length === 0) {
      this.#saw(people, view, first)
      return first
    }
    const wasSeen = people.every((person) => person.seenIn.has(view))
    const isSettled = people.length > 0 && people.every((person) => this.#isSettled(person, view, first))
    const again = await eventually(
      ask,
      (one) => judge(one).length === 0,
      (one) => [one],
      this.stage.consistencyMs,
    )
    const stays = judge(again)
    if (stays.length > 0) {
      const cause = causeOf()
      this.charge(
        stays.map(([requirement, finding]) => [cause ?? requirement, finding]),
        again,
      )
      for (const person of people) delete person.sparedBy
    } else if (isSettled || (wasSeen && !this.stage.isLate)) this.charge(found, first)
    else await this.#late(people, view, again)
    return again
  }

  #saw(people: readonly Watched[], view: string, { receivedAt }: Answer): void {
    for (const person of people) if (!person.seenIn.has(view)) person.seenIn.set(view, receivedAt)
  }

  /** Whether a view has shown somebody for longer than a change may take to show: what it lacks then is no delay. */
  #isSettled({ seenIn }: Watched, view: string, { receivedAt }: Answer): boolean {
    const since = seenIn.get(view)
    return since !== undefined && receivedAt - since > this.stage.consistencyMs
  }

  /** A change showed late. A few times the story waits until it must have shown everywhere, so that a slip is none. */
  async #late(people: readonly Watched[], view: string, seen: Answer): Promise<void> {
    this.stage.isLate = true
    this.#saw(people, view, seen)
    if (this.#waits++ < MOST_WAITS) await clock().delay(this.stage.consistencyMs)
  }
}
