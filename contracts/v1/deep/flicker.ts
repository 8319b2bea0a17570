/**
 * People who were there before the run, between two lists that show them: they were neither removed nor late, so that a
 * list without them left them out. Who came or went for good meanwhile is no matter of it.
 */
import type { Charged } from '../../../language/deep/teller.ts'
import type { Answer } from '../../../model/answer.ts'
import { must } from '../../../model/finding.ts'
import { MAX_LIMIT } from '../client/pages.ts'
import { entriesOf, idOf, metaOf } from '../client/user.ts'

/** A list that held everybody. */
interface Seen {
  answer: Answer
  ids: ReadonlySet<string>
}

export class Flicker {
  readonly #isOld: (id: string) => boolean
  #lists: Seen[] = []

  /** @param isOld whether somebody was there before the run */
  constructor(isOld: (id: string) => boolean) {
    this.#isOld = isOld
  }

  /**
   * Notes the first page of the whole list.
   * @returns what the list before it lacked, and that list; undefined where it lacked nobody
   */
  see(answer: Answer): { found: Charged[]; answer: Answer } | undefined {
    const entries = entriesOf(answer)
    const { total } = metaOf(answer)
    if (!entries || total === undefined || total > MAX_LIMIT) return undefined
    const ids = new Set(entries.flatMap((user) => idOf(user) ?? []))
    this.#lists = [...this.#lists, { answer, ids }].slice(-3)
    const [before, between, after] = this.#lists
    if (!before || !between || !after) return undefined
    const isLeftOut = [...before.ids].some(
      (id) => this.#isOld(id) && after.ids.has(id) && !between.ids.has(id),
    )
    if (!isLeftOut) return undefined
    const finding = must('whoever is there before and after', 'a list without them', '/data')
    return { found: [['v1.list.pages-complete', finding]], answer: between.answer }
  }
}
