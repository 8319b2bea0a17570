/** What the admin asked for and was shown, in order: what holds at one moment has to hold at every later look. */
import { type Answer, succeeded } from '../../../model/answer.ts'
import { idOf, userOf } from './user.ts'

/** One call of the admin, with the moments at which it began and ended; moments only tell what came first. */
export interface Moment {
  answer: Answer
  profileId: string | undefined
  /** Of a read or a removal. */
  id: string | undefined
  began: number
  ended: number
}

/** A user of the run between its creation and the first request that might end it. */
export interface Life {
  id: string
  email: string
  profileId: string | undefined
  /** When the creation had been answered. */
  made: number
  /** When the first removal that names the user was sent, by whomever and in whatever form. */
  touched: number
  /** When a removal in earnest had been answered with success; undefined where none was. */
  gone: number | undefined
  /** When the same id was given again after that. */
  back: number
}

export class Timeline {
  readonly lists: Moment[] = []
  readonly reads: Moment[] = []
  readonly #lives: Life[] = []
  #now = 0

  /** A moment later than all others. */
  tick(): number {
    this.#now++
    return this.#now
  }

  listed(moment: Omit<Moment, 'id' | 'ended'>): void {
    this.lists.push({ ...moment, id: undefined, ended: this.tick() })
  }

  read(moment: Omit<Moment, 'ended'>): void {
    this.reads.push({ ...moment, ended: this.tick() })
  }

  /** An invitation was answered. Whoever had the address before does not count any more. */
  made(email: string, profileId: string | undefined, answer: Answer, began: number): void {
    const ended = this.tick()
    const id = succeeded(answer) ? idOf(userOf(answer)) : undefined
    const earlier = this.#lives.filter(
      (life) => life.email.toLowerCase() === email.toLowerCase() && life.profileId === profileId,
    )
    for (const life of earlier) if (life.touched > ended) life.touched = ended
    const former = earlier.find((life) => life.id === id)
    if (former && former.gone !== undefined) former.back = Math.min(former.back, began)
    if (id === undefined || former) return
    this.#lives.push({
      id,
      email,
      profileId,
      made: ended,
      touched: Number.POSITIVE_INFINITY,
      gone: undefined,
      back: Number.POSITIVE_INFINITY,
    })
  }

  /** A removal is about to be sent. */
  touching(id: string): void {
    const began = this.tick()
    for (const life of this.#lives) if (life.id === id && life.touched > began) life.touched = began
  }

  /** A removal by the admin, in earnest, was answered. */
  removed(id: string, profileId: string | undefined, answer: Answer): void {
    const ended = this.tick()
    if (!succeeded(answer)) return
    for (const life of this.#lives) if (life.id === id && life.profileId === profileId) life.gone ??= ended
  }

  /** Every user whom an invitation has told an id of. */
  get lives(): readonly Life[] {
    return this.#lives
  }
}
