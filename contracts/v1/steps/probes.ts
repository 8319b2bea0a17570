/** List requests whose parameters are at, or beyond, the edge of what is documented. */
import { startedInDrawnOrder } from '../../../helpers/chance/chance.ts'
import type { Guard } from '../../../helpers/safety/guard.ts'
import type { Memo } from '../../../language/memo.ts'
import type { Answer } from '../../../model/answer.ts'
import type { ListQuery } from '../client/requests.ts'
import { farPage } from '../far-page.ts'
import type { V1Callers } from './callers.ts'
import type { Directory } from './directory.ts'

/** So many drawn letters are no word. */
const STATUS_CHARS = 9

export class Probes {
  /** A word that is nobody's status. */
  readonly unknownStatus: string
  /** A page past the end, however many users there are. */
  readonly farPage: number
  readonly #guard: Guard
  readonly #callers: V1Callers
  readonly #directory: Directory
  readonly #once: Memo

  constructor(callers: V1Callers, guard: Guard, directory: Directory, once: Memo) {
    this.unknownStatus = guard.chance.for('unknown status').letters(STATUS_CHARS)
    this.farPage = farPage(guard.chance.for('far page'))
    this.#guard = guard
    this.#callers = callers
    this.#directory = directory
    this.#once = once
  }

  /** The list with these parameters. */
  list(query: ListQuery): Promise<Answer> {
    const shown = Object.entries(query).map(([name, value]) => {
      const values = [value].flat().map((one) => JSON.stringify(one))
      return `${name} ${values.join(' and ')}`
    })
    return this.#once.do(`v1 list ${shown}`, async () => {
      // The pages are read first: the fewer calls between them, the less others can change there.
      await this.#directory.walk().catch(() => undefined)
      const purpose = `list with ${shown.join(', ')}`
      return this.#callers.manager.list(query, { purpose, patient: true })
    })
  }

  /** Several at once, in the given order. */
  lists(queries: ListQuery[]): Promise<Answer[]> {
    return Promise.all(
      startedInDrawnOrder(queries, this.#guard.chance.for(JSON.stringify(queries)), (query) =>
        this.list(query),
      ),
    )
  }

  /** The list with these parameters, as somebody asks for it who may not delete users and may not be shown any. */
  listByRestricted(query: ListQuery): Promise<Answer> {
    return this.#once.do(`v1 list by restricted ${JSON.stringify(query)}`, () =>
      this.#callers.restrictedUnproven.list(query, { purpose: 'list by another caller', patient: true }),
    )
  }

  /** A parameter that no page mentions. */
  unknownParameter(): Promise<Answer> {
    return this.#once.do('v1 list with unknown parameter', async () => {
      await this.#directory.walk().catch(() => undefined)
      return this.#callers.manager.list(
        { [`x-${this.#guard.chance.for('unknown parameter').hex(8)}`]: '1' },
        { purpose: 'list with an unknown parameter', patient: true },
      )
    })
  }
}
