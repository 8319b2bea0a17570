/** `POST /api/v1/users`: a new user. */
import { succeeded } from '../../helpers/http/answer.ts'
import { Inconclusive } from '../../helpers/run/outcome.ts'
import { entriesOf, userOf } from '../../helpers/v1/user.ts'
import { describe, expect, provenBy, requirement, seenIn } from './vocabulary.ts'

const CLOCK_TOLERANCE_MS = 10 * 60_000

describe('POST /api/v1/users', () => {
  for (const member of ['email', 'name', 'role'] as const) {
    requirement(`v1.create.${member}-echoed`, async ({ people }) => {
      for (const creation of [await people.resident(), await people.leaver()]) {
        provenBy(creation.answer)
        expect(creation.answer).toShow({ [member]: creation[member] })
      }
    })
  }

  requirement('v1.create.status-pending', async ({ people }) => {
    const { answer } = await people.resident()
    provenBy(answer)
    expect(answer).toShow({ status: 'pending' })
    for (const { answer: other } of [await people.leaver(), await people.witness()]) {
      if (!succeeded(other)) continue
      // Taking over the status in the request is a matter of its own.
      const taken =
        other === (await people.curious()).answer && userOf(other)?.status === people.chosen.status
      if (!taken) expect(other).toShow({ status: 'pending' })
    }
  })

  requirement('v1.create.created-at-now', async ({ people }) => {
    const { answer } = await people.resident()
    provenBy(answer)
    const off = Math.abs(Date.parse(String(userOf(answer)?.created_at)) - answer.receivedAt)
    const now = off <= CLOCK_TOLERANCE_MS
    expect(answer).toKeep('a time about now', now, 'another time or none', '/created_at')
  })

  requirement('v1.create.id-new', async ({ people, directory }) => {
    const before = await directory.baseline()
    const used = new Set((entriesOf(before) ?? []).map(({ id }) => id))
    seenIn(before)
    for (const creation of [people.resident(), people.leaver(), people.witness()]) {
      const { answer } = await creation
      provenBy(answer)
      const id = userOf(answer)?.id
      const fresh = typeof id === 'string' && id !== '' && !used.has(id)
      expect(answer).toKeep('an id that nobody had before', fresh, 'an id in use, or none', '/id')
      used.add(id)
    }
  })

  requirement('v1.create.retrievable', async ({ people }) => {
    const { answer, email } = await people.leaver()
    provenBy(answer)
    const { get } = await people.leaverShown()
    expect(get).toSucceed()
    expect(get).toShow({ email })
  })

  requirement('v1.create.extra-members-ignored', async ({ people }) => {
    const { answer } = await people.curious()
    const { answer: plain } = await people.resident()
    if (!succeeded(answer)) {
      const { answer: same, role } = await people.leaver()
      provenBy(same)
      if (role !== 'admin') throw new Inconclusive('admins cannot be created, with or without other members')
      expect(answer).toBeRefused({ status: 400, soft: [422] })
      return
    }
    provenBy(plain)
    const user = userOf(answer)
    const { id, status } = people.chosen
    expect(answer).toKeep('an id of its own', user?.id !== id, 'the id in the request', '/id')
    const taken = user?.status === status && userOf(plain)?.status !== status
    expect(answer).toKeep('the status of new users', !taken, 'the status in the request', '/status')
  })
})
