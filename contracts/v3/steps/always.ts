/**
 * What every look of the run has to show, not only the one that a check asks for: whoever is there is listed and read
 * every time, whoever is gone never again.
 */
import { lateOf } from '../../../helpers/http/eventually.ts'
import { type Answer, succeeded } from '../../../model/answer.ts'
import { isSameId } from '../../../model/user.ts'
import type { Life, Moment, Timeline } from '../client/timeline.ts'
import { byId, idOf, userOf, usersOf, type V3User } from '../client/user.ts'

/** A look that shows something else than the others; `seen` in words. */
export interface Slip {
  answer: Answer
  seen: string
  /** Of how many looks this is one. */
  of: number
  slips: number
}

/** So many people who are not the run's are looked for in every list. */
const MOST_PEOPLE = 5_000

export class Always {
  readonly #timeline: Timeline
  readonly #settled: () => Promise<unknown>

  /** @param settled waits until the run has made its looks */
  constructor(timeline: Timeline, settled: () => Promise<unknown>) {
    this.#timeline = timeline
    this.#settled = settled
  }

  /**
   * Lists without a user of the run who was invited before, and touched by nobody yet or listed later all the same:
   * whoever is removed does not come back under the same id.
   */
  async unlisted(): Promise<Slip | undefined> {
    if (await this.#isLate()) return undefined
    return slipOf(
      this.#timeline.lives.flatMap((life) => this.#listsDuring(life).map((moment) => ({ moment, life }))),
      ({ moment, life }) => !isListed(life, moment),
      'a list without a user who is listed at other times',
    )
  }

  /** Lists with a user who was removed before. */
  async listedAfterwards(): Promise<Slip | undefined> {
    if (await this.#isLate()) return undefined
    return slipOf(
      this.#timeline.lives.flatMap((life) => this.#listsAfter(life).map((moment) => ({ moment, life }))),
      ({ moment, life }) => isListed(life, moment),
      'a list with a user who was removed',
    )
  }

  /** Lists without somebody whom the first and the last list of the same scope show. */
  async missing(): Promise<Slip | undefined> {
    await this.#settled()
    const scopes = new Set(this.#timeline.lists.map(({ profileId }) => profileId))
    const pairs = [...scopes].flatMap((profileId) => {
      const lists = this.#lists().filter((moment) => moment.profileId === profileId)
      const [first, last] = [lists[0], lists.at(-1)]
      if (!first || !last || first === last) return []
      const there = idsOf(last)
      const people = [...idsOf(first)].filter((id) => there.has(id)).slice(0, MOST_PEOPLE)
      return lists.slice(1, -1).map((moment) => ({ moment, people }))
    })
    return slipOf(
      pairs,
      ({ moment, people }) => {
        const shown = idsOf(moment)
        return people.some((id) => !shown.has(id))
      },
      'a list without somebody whom the lists before and after it show',
    )
  }

  /** Reads of a user of the run who is there, that do not show that user. */
  async unread(): Promise<Slip | undefined> {
    if (await this.#isLate()) return undefined
    return slipOf(
      this.#readsDuring(),
      ({ moment, life }) => idOf(userOf(moment.answer)) !== life.id,
      'an answer without the user, who is read at other times',
    )
  }

  /** Reads by the id of somebody who is listed in the same scope, that show somebody else. */
  async mistaken(): Promise<Slip | undefined> {
    await this.#settled()
    const reads = this.#timeline.reads.filter(({ answer }) => idOf(userOf(answer)) !== undefined)
    return slipOf(
      reads.filter((read) => this.#lists().some((list) => isOfSameScope(read, list) && isListed(read, list))),
      ({ id, answer }) => !isSameId(idOf(userOf(answer)), id),
      'somebody else',
    )
  }

  /** Reads of a removed user that show the user. */
  async readAfterwards(): Promise<Slip | undefined> {
    if (await this.#isLate()) return undefined
    const reads = this.#timeline.lives.flatMap(({ id, profileId, gone, back }) =>
      gone === undefined
        ? []
        : this.#timeline.reads.filter(
            (one) => one.id === id && one.profileId === profileId && one.began > gone && one.ended < back,
          ),
    )
    return slipOf(reads, ({ answer }) => succeeded(answer), 'a user who was removed')
  }

  /** Whether changes were seen to show late: what was read meanwhile says nothing then. */
  async #isLate(): Promise<boolean> {
    await this.#settled()
    const { lists, reads } = this.#timeline
    return [...lists, ...reads].some(({ answer }) => lateOf(answer) !== undefined)
  }

  #readsDuring(): { moment: Moment; life: Life }[] {
    return this.#timeline.lives.flatMap((life) =>
      this.#timeline.reads
        .filter((moment) => moment.id === life.id && moment.profileId === life.profileId)
        .filter(
          ({ began, ended, answer }) => began > life.made && ended < life.touched && answer.status < 500,
        )
        .map((moment) => ({ moment, life })),
    )
  }

  /** Lists that could be read. */
  #lists(): Moment[] {
    return this.#timeline.lists.filter(({ answer }) => usersOf(answer) !== undefined)
  }

  #listsDuring(life: Life): Moment[] {
    const lists = this.#lists().filter((list) => isOfSameScope(life, list) && list.began > life.made)
    const { gone = Number.POSITIVE_INFINITY } = life
    const seen = lists.findLast((list) => list.ended < gone && isListed(life, list))?.began ?? 0
    return lists.filter(({ ended }) => ended < Math.max(life.touched, seen))
  }

  #listsAfter({ profileId, gone, back }: Life): Moment[] {
    return gone === undefined
      ? []
      : this.#lists().filter(
          (moment) => moment.profileId === profileId && moment.began > gone && moment.ended < back,
        )
  }
}

function isListed({ id }: Pick<Moment, 'id'>, list: Moment): boolean {
  return id !== undefined && byId(usersOf(list.answer) ?? [], id).length > 0
}

function isOfSameScope(one: Pick<Moment, 'profileId'>, other: Pick<Moment, 'profileId'>): boolean {
  return one.profileId === other.profileId
}

function idsOf({ answer }: Moment): Set<string> {
  return new Set((usersOf(answer) ?? []).flatMap((user: V3User) => idOf(user) ?? []))
}

/** The first look that slips, where not every look does: what never shows is for other checks to say. */
function slipOf<T extends { moment: Moment } | Moment>(
  looks: readonly T[],
  slips: (look: T) => boolean,
  seen: string,
): Slip | undefined {
  const found = looks.filter(slips)
  const [first] = found
  if (first === undefined) return undefined
  const { answer } = 'moment' in first ? first.moment : first
  return { answer, seen, of: looks.length, slips: found.length }
}
