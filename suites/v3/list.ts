/** `GET /v3/users`: who has access, with role and status. */
import { succeeded } from '../../helpers/http/answer.ts'
import { Inconclusive } from '../../helpers/run/outcome.ts'
import { STABLE_MEMBERS } from '../../helpers/v3/fixtures/sight.ts'
import { usersOf, type V3User } from '../../helpers/v3/user.ts'
import { describe, expect, provenBy, requirement, seenIn } from './vocabulary.ts'

describe('GET /v3/users', () => {
  requirement('v3.list.success-status', async ({ invitations }) => {
    expect(await invitations.baseline()).toSucceed()
  })

  requirement('v3.list.shows-invited', async ({ invitations }) => {
    const { email, answer } = await invitations.first()
    provenBy(answer)
    const list = await invitations.listed()
    expect(list).toInclude({ email })
    const { id } = await invitations.subject()
    expect(list).toList(id, { email, status: 'invited' })
  })

  requirement('v3.list.invited-never-logged-in', async ({ invitations }) => {
    const { id } = await invitations.subject()
    expect(await invitations.listed()).toList(id, { last_login_at: null })
  })

  requirement('v3.list.shows-active', async ({ callers, invitations }) => {
    const list = await invitations.baseline()
    expect(list).toSucceed()
    if (callers.has('selfUserId')) {
      // An account whose key works is active.
      expect(list).toList(callers.selfId, { status: 'active' })
      return
    }
    if (!(usersOf(list) ?? []).some((user) => user.status === 'active')) {
      throw new Inconclusive('no active user is known to be there: SELF_USER_ID would name one')
    }
  })

  requirement('v3.list.removed-absent', async ({ removals }) => {
    const { subject, before, answer, after } = await removals.real()
    expect(before.list).toInclude({ id: subject.id })
    provenBy(answer)
    expect(after.list).toExclude(subject)
    const second = await removals.secondReal()
    if (succeeded(second.answer)) expect(second.after.list).toExclude(second.subject)
  })

  requirement('v3.list.stable-read', async ({ harmless }) => {
    const { subject, first, second } = await harmless.readTwice()
    seenIn(first.list)
    if (!first.entry) throw new Inconclusive('the user is not in the first list')
    expect(second.list).toList(subject.id, pick(first.entry))
  })

  requirement('v3.list.developer-allowed', async ({ invitations }) => {
    expect(await invitations.listedByDeveloper()).toSucceed()
  })
})

function pick(user: V3User): V3User {
  return Object.fromEntries(STABLE_MEMBERS.map((name) => [name, user[name]]))
}
