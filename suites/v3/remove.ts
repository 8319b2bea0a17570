/** `DELETE /v3/users/{userId}`: withdrawing somebody's access. */
import { succeeded } from '../../helpers/http/answer.ts'
import { Inconclusive } from '../../helpers/run/outcome.ts'
import type { Removal, Removals } from '../../helpers/v3/fixtures/removals.ts'
import type { ListSight } from '../../helpers/v3/fixtures/sight.ts'
import { describe, expect, expectGone, expectUnchanged, provenBy, requirement, seenIn } from './language.ts'

/** How a target says that it wants a body. */
const WANTS_BODY = [400, 411, 415]

describe('DELETE /v3/users/{userId}', () => {
  requirement('v3.remove.success-status', async ({ removals }) => {
    expect((await removals.real()).answer).toSucceed([204], [200])
    expect((await removals.secondReal()).answer).toSucceed([204], [200])
  })

  requirement('v3.remove.gone-from-get', async ({ removals }) => {
    provenBy((await removals.real()).answer)
    for (const { before, after } of await allReal(removals)) {
      if (!after.get) continue
      seenIn(before.get)
      expect(after.get).toKeep('the user to be gone', after.user === undefined, 'the user')
      expect(after.get).toBeRefused({ status: 404 })
    }
  })

  requirement('v3.remove.gone-from-list', async ({ removals }) => {
    provenBy((await removals.real()).answer)
    for (const { subject, before, after } of await allReal(removals)) {
      seenIn(before.list)
      expect(after.list).toExclude({ id: subject.id })
    }
  })

  requirement('v3.remove.second-removal', async ({ removals }) => {
    const bare = await removals.again()
    const answer = WANTS_BODY.includes(bare.status) ? await removals.againWithBody() : bare
    expect(answer).toBeRefused({ status: 404, code: 'RESOURCE_006' })
    provenBy((await removals.real()).answer)
  })

  requirement('v3.remove.sandbox-false-is-real', async ({ removals }) => {
    const { answer, subject, after } = await removals.real()
    expect(answer).toKeep('the removal to be accepted', succeeded(answer), `status ${answer.status}`)
    expectGone(after, subject)
  })

  requirement('v3.remove.empty-object-is-real', async ({ removals }) => {
    const { answer, subject, after } = await removals.secondReal()
    expect(answer).toKeep('the removal to be accepted', succeeded(answer), `status ${answer.status}`)
    expectGone(after, subject)
  })

  requirement('v3.remove.no-body-accepted', async ({ removals }) => {
    const again = await removals.again()
    const understood = !WANTS_BODY.includes(again.status)
    expect(again).toKeep('the removal to be understood', understood, `status ${again.status}`)
    const third = await removals.thirdReal()
    if (third && succeeded(third.answer)) expectGone(third.after, { id: third.subject.id })
  })

  requirement('v3.remove.unknown-user', async ({ removals }) => {
    expect(await removals.unknown()).toBeRefused({ status: 404, code: 'RESOURCE_006' })
    provenBy((await removals.real()).answer)
  })

  requirement('v3.remove.malformed-id', async ({ admin, malformedId, removals }) => {
    const answer = await admin.remove(malformedId, { sandbox: false }, { purpose: 'malformed id' })
    expect(answer).toBeRefused({ status: [404, 400], code: ['RESOURCE_006', 'VALIDATION_'] })
    provenBy((await removals.real()).answer)
  })

  requirement('v3.remove.refused-keeps-user', async ({ harmless }) => {
    const { before, answers, after } = await harmless.refusals()
    if (!before.user || !before.entry) throw new Inconclusive('the user was not to be seen before')
    seenIn(...answers)
    if (answers.some(succeeded))
      throw new Inconclusive('one of the removals was not refused, so the effect may be its own')
    expectUnchanged(before, after)
  })
})

/** The real removals of the run that the target says it has done. */
async function allReal(removals: Removals): Promise<Removal<ListSight>[]> {
  const done = [await removals.real(), await removals.secondReal(), await removals.thirdReal()]
  return done.flatMap((removal) => (removal && succeeded(removal.answer) ? [removal] : []))
}
