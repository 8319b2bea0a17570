/** `POST /v3/users`: inviting somebody with a role. */
import { succeeded } from '../../helpers/http/answer.ts'
import { Inconclusive } from '../../helpers/run/outcome.ts'

import type { Flaw } from '../../helpers/v3/fixtures/flaws.ts'
import type { Invitation } from '../../helpers/v3/fixtures/invitations.ts'
import { userOf, usersOf } from '../../helpers/v3/user.ts'
import { describe, expect, provenBy, requirement, seenIn } from './vocabulary.ts'

const CLOCK_TOLERANCE_MS = 10 * 60_000
const INVALID = { status: 400, soft: [422], code: 'VALIDATION_' }

describe('POST /v3/users', () => {
  requirement('v3.invite.success-status', async ({ invitations }) => {
    expect((await invitations.first()).answer).toSucceed([200, 201])
    expect((await invitations.second()).answer).toSucceed([200, 201])
  })

  requirement('v3.invite.echo', async ({ invitations }) => {
    for (const { answer, email, name, role } of [await invitations.first(), await invitations.second()]) {
      provenBy(answer)
      expect(answer).toShow({ email, name, role })
    }
  })

  requirement('v3.invite.status-invited', async ({ invitations }) => {
    for (const { answer } of [await invitations.first(), await invitations.second()]) {
      provenBy(answer)
      expect(answer).toShow({ status: 'invited' })
    }
  })

  requirement('v3.invite.never-logged-in', async ({ invitations }) => {
    for (const { answer } of [await invitations.first(), await invitations.second()]) {
      provenBy(answer)
      expect(answer).toShow({ last_login_at: null })
    }
  })

  requirement('v3.invite.times-current', async ({ invitations }) => {
    const { answer } = await invitations.first()
    provenBy(answer)
    const user = userOf(answer) ?? {}
    for (const member of ['invited_at', 'created_at', 'updated_at']) {
      const value = user[member]
      if (member === 'updated_at' && (value === null || value === undefined)) continue
      const off = Math.abs(Date.parse(String(value)) - answer.receivedAt)
      expect(answer).toKeep(
        'a time about now',
        off <= CLOCK_TOLERANCE_MS,
        'another time or none',
        `/data/${member}`,
      )
    }
  })

  requirement('v3.invite.new-id', async ({ invitations, users }) => {
    const { answer } = await invitations.first()
    provenBy(answer)
    const id = userOf(answer)?.id
    const others = usersOf(await invitations.baseline()) ?? []
    const fresh = typeof id === 'string' && id !== '' && !others.some((user) => user.id === id)
    expect(answer).toKeep('an id that nobody had before', fresh, 'an id in use, or none', '/data/id')
    const { subject, get } = await users.before()
    // A renewed invitation may have replaced the first one, id and all.
    const renewed = await invitations.duplicate()
    if (userOf(renewed)?.id === subject.id) seenIn(renewed)
    else expect(answer).toShow({ id: subject.id })
    expect(get).toSucceed()
  })

  requirement('v3.invite.listed', async ({ invitations, users }) => {
    const first = await invitations.first()
    provenBy(first.answer)
    const list = await invitations.listed()
    expect(list).toInclude({ email: first.email })
    const { id } = await invitations.subject()
    expect(list).toList(id, { ...asked(first), status: 'invited' })
    const second = await invitations.second()
    if (!succeeded(second.answer)) return
    const { subject, list: scopeList } = await users.secondBefore()
    expect(scopeList).toList(subject.id, { ...asked(second), status: 'invited' })
  })

  requirement('v3.invite.role-lower-case', async ({ invitations }) => {
    const { answer } = await invitations.first()
    provenBy(answer)
    const odd = await invitations.oddRoles()
    const taken = odd ? [odd.upper.answer, odd.missing.answer].filter(succeeded) : []
    for (const one of [answer, ...taken]) {
      const role = userOf(one)?.role
      const known = role === 'admin' || role === 'billing' || role === 'developer'
      expect(one).toKeep('admin, billing or developer', known, 'another role or none', '/data/role')
    }
    for (const { answer: refused } of odd ? [odd.upper, odd.missing] : []) {
      if (!succeeded(refused)) expect(refused).toBeRefused(INVALID)
    }
  })

  requirement('v3.invite.no-token-disclosed', async ({ invitations }) => {
    const { answer } = await invitations.first()
    provenBy(answer)
    const names = Object.keys(userOf(answer) ?? {})
    const token = names.find((name) => /token|secret|password|invitation_url/i.test(name))
    expect(answer).toKeep('no acceptance token', token === undefined, 'a member that looks like one')
  })

  requirement('v3.invite.duplicate-one-entry', async ({ invitations }) => {
    const { email, answer } = await invitations.first()
    provenBy(answer)
    seenIn(await invitations.duplicate())
    const list = await invitations.listed()
    const entries = (usersOf(list) ?? []).filter((user) => String(user.email).toLowerCase() === email)
    expect(list).toKeep(
      'one entry for the address',
      entries.length <= 1,
      `${entries.length} entries`,
      '/data/users',
    )
  })

  requirement('v3.invite.duplicate-answer', async ({ invitations }) => {
    const { email, answer: first } = await invitations.first()
    const answer = await invitations.duplicate()
    if (answer.status === 200 || answer.status === 201) {
      expect(answer).toShow({ email })
      expect(answer).toPreferId(userOf(first)?.id)
      return
    }
    expect(answer).toBeRefused({
      status: [409, 400],
      code: answer.status === 409 ? ['RESOURCE_', 'CONFLICT_'] : 'VALIDATION_',
    })
    provenBy(first)
  })

  const flawed: [id: string, flaw: Flaw][] = [
    ['v3.invite.email-malformed-refused', 'email-malformed'],
    ['v3.invite.email-missing-refused', 'email-missing'],
    ['v3.invite.name-missing-refused', 'name-missing'],
    ['v3.invite.role-unknown-refused', 'role-unknown'],
    ['v3.invite.role-owner-refused', 'role-owner'],
  ]
  for (const [id, flaw] of flawed) {
    requirement(id, async ({ invitations, flaws }) => {
      expect(await flaws.refusalOf(flaw)).toBeRefused(INVALID)
      const alone = flaw === 'role-owner' ? await invitations.onlyRoleWrong() : undefined
      if (alone) expect(alone.answer).toBeRefused(INVALID)
      provenBy((await invitations.first()).answer)
    })
  }

  requirement('v3.invite.validation-details', async ({ flaws }) => {
    const answer = await flaws.flawed()
    expect(answer).toBeRefused({ status: [400, 422], code: 'VALIDATION_001' })
    expect(answer).toNameFields(['email', 'role'])
  })

  requirement(
    'v3.invite.refused-creates-nothing',
    async ({ invitations, flaws, callers, carriesTag, intruders }) => {
      const list = await invitations.listed()
      const alone = await invitations.onlyRoleWrong()
      const refused = [
        ...(alone ? [alone.answer] : []),
        (await intruders.byNobody()).flawed,
        await flaws.flawed(),
        await flaws.incomplete(),
      ]
      if (callers.has('developerApiKey') || callers.has('restrictedApiKey')) {
        refused.push((await intruders.byNonAdmin()).simulated.answer)
      }
      seenIn(...refused)
      if (refused.some(succeeded)) throw new Inconclusive('one of the invitations was not refused')
      const accepted = await invitations.acceptedEmails()
      const stranger = (usersOf(list) ?? []).findIndex(
        ({ email, name }) =>
          (carriesTag(email) || carriesTag(name)) && !accepted.includes(String(email).toLowerCase()),
      )
      const pointer = `/data/users/${stranger}`
      expect(list).toKeep(
        'no user of a refused invitation',
        stranger < 0,
        'one',
        stranger < 0 ? undefined : pointer,
      )
    },
  )
})

/** What an invitation asked for. */
function asked({ email, name, role }: Invitation): { email: string; name: string; role: string } {
  return { email, name, role }
}
