/** What a run of the toy contract works with. */
import type { Config } from '../../helpers/config/config.ts'
import type { AnswerReading } from '../../language/every-answer.ts'
import { seenIn } from '../../language/matchers/evidence.ts'
import type { Steps } from '../../language/module.ts'
import type { StepParts } from '../../language/parts.ts'
import type { Answer } from '../../model/answer.ts'
import type { Leftover } from '../../model/report.ts'
import type { ToyContext } from './context.ts'

/** How answers about toys are read: no page has a list, and errors have no code. */
export const TOY_READING: AnswerReading = {
  users: () => undefined,
  user: ({ json }) => json as Record<string, unknown>,
  code: () => undefined,
  at: { users: '', user: '', code: '' },
  documented: () => undefined,
}

/** Makes everything ready for one target. */
export function openToy(config: Config, parts: StepParts): Steps<ToyContext> {
  const { client, guard, ledger, once } = parts
  const email = guard.email('toy', config.emailDomain)
  const send = async (method: 'POST' | 'DELETE', path: string, key: string | undefined): Promise<Answer> => {
    const answer = await client.send({
      contract: 'toy',
      operation: 'POST /toys',
      caller: key === undefined ? 'nobody' : 'maker',
      purpose: 'a toy',
      method,
      path,
      headers: key === undefined ? {} : { 'x-api-key': key },
      ...(method === 'POST' ? { body: JSON.stringify({ email }) } : {}),
    })
    client.publish(answer, { known: key !== undefined })
    return answer
  }
  const context: ToyContext = {
    isSet: (variable) => variable === 'API_KEY',
    allows: (safety) => guard.allows(safety),
    seen: seenIn,
    made: () =>
      once.do('toy', async () => {
        ledger.planned('toy', email)
        const answer = await send('POST', '/toys', config.v3.apiKey)
        if (answer.status === 201) ledger.created('toy', email, '1')
        return answer
      }),
    madeByNobody: () => once.do('toy by nobody', () => send('POST', '/toys', undefined)),
  }
  return {
    context,
    preflight: async () => undefined,
    async cleanUp() {
      const left: Leftover[] = []
      for (const entry of ledger.open().filter(({ contract }) => contract === 'toy')) {
        const { status } = await send('DELETE', '/toys/1', config.v3.apiKey)
        if (status === 204) ledger.removed(entry)
        else left.push({ contract: 'toy', email: entry.email, reason: `status ${status}` })
      }
      return left
    },
  }
}
