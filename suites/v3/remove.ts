/** `DELETE /v3/users/{userId}`: withdrawing somebody's access. */
import { succeeded } from '../../helpers/http/answer.ts'
import { Inconclusive } from '../../helpers/run/outcome.ts'
import { describe, expect, expectGone, expectUnchanged, provenBy, requirement, seenIn } from './language.ts'

describe('DELETE /v3/users/{userId}', () => {
  requirement('v3.remove.success-status', async ({ removals }) => {
    expect((await removals.real()).answer).toSucceed([204], [200])
    expect((await removals.secondReal()).answer).toSucceed([204], [200])
  })

  requirement('v3.remove.success-empty', async ({ removals }) => {
    const { answer } = await removals.real()
    provenBy(answer)
    expect(answer).toHaveNoBody()
  })

  requirement('v3.remove.gone-from-get', async ({ removals }) => {
    const { answer, before, after } = await removals.real()
    provenBy(answer)
    seenIn(before.get)
    expect(after.get).toKeep('the user to be gone', after.user === undefined, 'the user')
    expect(after.get).toBeRefused({ status: 404 })
  })

  requirement('v3.remove.gone-from-list', async ({ removals }) => {
    const { answer, subject, before, after } = await removals.real()
    provenBy(answer)
    seenIn(before.list)
    expect(after.list).toExclude(subject)
  })

  requirement('v3.remove.second-removal', async ({ removals }) => {
    const answer = await removals.again()
    if ([400, 411, 415].includes(answer.status))
      throw new Inconclusive('the removal without a body was refused as such')
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
    const answer = await removals.again()
    expect(answer).toKeep(
      'the removal to be understood',
      ![400, 411, 415].includes(answer.status),
      `status ${answer.status}`,
    )
  })

  requirement('v3.remove.unknown-user', async ({ admin, unknownId, removals }) => {
    const answer = await admin.remove(unknownId, { sandbox: false }, { purpose: 'unknown id' })
    expect(answer).toBeRefused({ status: 404, code: 'RESOURCE_006' })
    provenBy((await removals.real()).answer)
  })

  requirement('v3.remove.malformed-id', async ({ admin, malformedId, removals }) => {
    const answer = await admin.remove(malformedId, { sandbox: false }, { purpose: 'malformed id' })
    expect(answer).toBeRefused({ status: [404, 400], code: ['RESOURCE_006', 'VALIDATION_'] })
    provenBy((await removals.real()).answer)
  })

  requirement('v3.remove.refused-keeps-user', async ({ removals }) => {
    const { before, answers, after } = await removals.refusals()
    if (!before.user || !before.entry) throw new Inconclusive('the user was not to be seen before')
    seenIn(...answers)
    if (answers.some(succeeded))
      throw new Inconclusive('one of the removals was not refused, so the effect may be its own')
    expectUnchanged(before, after)
  })
})
