/** `POST /api/v1/users`: what a body may not be, and that nothing comes of it. */
import { succeeded } from '../../helpers/http/answer.ts'
import { Inconclusive } from '../../helpers/run/outcome.ts'
import { byEmail } from '../../helpers/users.ts'
import type { Flaw } from '../../helpers/v1/fixtures/requests.ts'
import { FLAWS } from '../../helpers/v1/fixtures/requests.ts'
import { userOf } from '../../helpers/v1/user.ts'
import {
  ANY_REFUSAL,
  closingRequirement,
  describe,
  expect,
  provenBy,
  requirement,
  seenIn,
} from './vocabulary.ts'

/** Only for a missing address is the status shown; elsewhere 422 is close enough for a warning. */
const INVALID = { status: 400, soft: [422] }

describe('POST /api/v1/users', () => {
  requirement('v1.create.email-required', async ({ people }) => {
    const { answer } = await people.flawed('email-missing')
    expect(answer).toBeRefused({ status: 400, code: 'validation_error' })
    provenBy((await people.resident()).answer)
  })

  const refused: [id: string, flaws: Flaw[]][] = [
    ['v1.create.email-null', ['email-null']],
    ['v1.create.email-empty', ['email-empty']],
    ['v1.create.wrong-types', ['email-number', 'name-number', 'role-number']],
    ['v1.create.invalid-body', ['broken-json', 'array', 'null', 'no-body']],
  ]
  for (const [id, flaws] of refused) {
    requirement(id, async ({ people }) => {
      for (const flaw of flaws) {
        const { answer } = await people.flawed(flaw)
        expect(answer).toBeRefused(flaw === 'no-body' ? { status: 400, soft: [411, 415, 422] } : INVALID)
      }
      provenBy((await people.resident()).answer)
    })
  }

  requirement('v1.create.email-syntax', async ({ people }) => {
    const { answer } = await people.flawed('email-malformed')
    if (succeeded(answer)) expect(answer).toPrefer('a refusal', false, `status ${answer.status}`)
    else expect(answer).toBeRefused(INVALID)
    provenBy((await people.resident()).answer)
  })

  requirement('v1.create.email-length', async ({ people }) => {
    const { answer } = await people.flawed('email-long')
    if (succeeded(answer)) expect(answer).toSucceed([201])
    else expect(answer).toBeRefused({ status: 400, soft: [413, 414, 422, 431] })
    provenBy((await people.resident()).answer)
  })

  requirement('v1.create.name-missing', async ({ people }) => {
    const { answer } = await people.flawed('name-missing')
    if (succeeded(answer)) {
      const name = userOf(answer)?.name
      const none = name === undefined || name === null || name === ''
      expect(answer).toPrefer('no name', none, 'one that nobody gave', '/name')
    } else expect(answer).toBeRefused(INVALID)
    provenBy((await people.resident()).answer)
  })

  requirement('v1.create.role-missing', async ({ people }) => {
    const { answer } = await people.roleless()
    if (succeeded(answer)) {
      const role = userOf(answer)?.role
      expect(answer).toKeep('a default role', typeof role === 'string' && role !== '', 'none', '/role')
    } else expect(answer).toBeRefused(INVALID)
    provenBy((await people.resident()).answer)
  })

  requirement('v1.create.role-unknown', async ({ people }) => {
    const { answer } = await people.flawed('role-unknown')
    if (succeeded(answer)) expect(answer).toPrefer('a refusal', false, `status ${answer.status}`)
    else expect(answer).toBeRefused(INVALID)
    provenBy((await people.resident()).answer)
  })

  requirement('v1.create.content-type', async ({ people }) => {
    for (const flaw of ['text-plain', 'no-content-type'] as const) {
      const { answer } = await people.flawed(flaw)
      if (succeeded(answer)) expect(answer).toSucceed([201])
      else expect(answer).toBeRefused({ status: [415, 400], soft: ANY_REFUSAL })
    }
    provenBy((await people.resident()).answer)
  })

  requirement('v1.create.content-type-refused', async ({ people }) => {
    for (const flaw of ['text-plain', 'no-content-type'] as const) {
      const { answer } = await people.flawed(flaw)
      expect(answer).toKeep('a refusal', !succeeded(answer), `status ${answer.status}`)
    }
    provenBy((await people.resident()).answer)
  })

  requirement('v1.create.refused-creates-nothing', async ({ people, census }) => {
    const asked = await Promise.allSettled(FLAWS.map((flaw) => people.flawed(flaw)))
    const refused = asked.flatMap((one) =>
      one.status === 'fulfilled' && one.value.answer.status >= 400 ? [one.value] : [],
    )
    const { pages, complete, near } = await census.taken()
    for (const { answer, email, name } of refused) {
      seenIn(answer)
      for (const { entries, answer: list } of pages) {
        const index = (entries ?? []).findIndex(
          (entry) => byEmail([entry], email).length > 0 || entry.name === name,
        )
        const what = answer.exchange.purpose
        expect(list).toKeep(`nobody from a refused ${what}`, index < 0, 'such a user', `/data/${index}`)
      }
    }
    if (!complete && !near) throw new Inconclusive('the list is too long to be searched for new users')
    provenBy((await people.resident()).answer)
  })

  closingRequirement('v1.create.invalid-error', ({ allAnswers, wordOfMissingEmail }) => {
    allAnswers('POST /api/v1/users', 'invalid-error')
    const seen = wordOfMissingEmail()
    if (!seen) return
    const { answer, word } = seen
    expect(answer).toKeep('validation_error', word === 'validation_error', `${word ?? 'no word'}`, '/error')
  })
})
