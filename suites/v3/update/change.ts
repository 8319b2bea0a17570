/** `PATCH /v3/users/{userId}`: somebody gets another role, and nothing else happens. */

import { changedMembers, userOf, usersOf } from '../../../contracts/v3/client/user.ts'
import { UPDATE } from '../../../contracts/v3/pages.ts'
import { EMBELLISHED, made, type RoleChange } from '../../../contracts/v3/steps/updates.ts'
import { entailed, inferred, shown, stated } from '../../../language/declaration.ts'
import { succeeded } from '../../../model/answer.ts'
import { Inconclusive } from '../../../model/outcome.ts'
import { page, requirement, type V3Context } from '../language.ts'

/** What a change of role leaves as it is. */
const KEPT = ['id', 'email', 'name', 'status', 'created_at'] as const

export const change = page(UPDATE, [
  requirement('success-status', {
    must: 'A change of role by an admin is answered with 200.',
    source: entailed('U-03', 'U-01 U-08 U-14 U-28'),
    accepts: 'A refusal because the user has not accepted the invitation yet leaves it open.',
    about: 'shape',
    needs: ['SAFETY=disposable'],
    async check({ expect, updates }) {
      for (const { answer } of await changes(updates)) expect(answer).toSucceed([200])
    },
  }),

  requirement('role-answered', {
    must: 'The answer shows the role that was asked for.',
    source: shown('U-02 U-11 U-15'),
    about: 'effects',
    needs: ['SAFETY=disposable'],
    async check({ expect, updates }) {
      for (const { answer, role } of await done(updates)) expect(answer).toShow({ role })
    },
  }),

  requirement('rest-answered', {
    must: 'The answer shows the user as before but for the role.',
    source: shown('U-13 U-16'),
    about: 'effects',
    needs: ['SAFETY=disposable'],
    async check({ expect, updates }) {
      for (const { answer, before } of await done(updates)) {
        const kept = Object.fromEntries(KEPT.map((name) => [name, before.user?.[name]]))
        expect(answer).toShow(kept)
      }
    },
  }),

  requirement('role-in-get', {
    must: 'Whoever reads the user afterwards sees the new role.',
    source: entailed('U-02', 'U-18'),
    about: 'effects',
    needs: ['SAFETY=disposable'],
    async check({ expect, provenBy, updates }) {
      for (const { answer, after, role } of await done(updates)) {
        expect(after.get).toShow({ role })
        provenBy(answer)
      }
    },
  }),

  requirement('role-in-list', {
    must: 'The list shows the new role.',
    source: entailed('U-02', 'U-18'),
    about: 'effects',
    needs: ['SAFETY=disposable'],
    async check({ expect, provenBy, updates }) {
      for (const { answer, subject, after, role } of await done(updates)) {
        expect(after.list).toList(subject.id, { role })
        provenBy(answer)
      }
    },
  }),

  requirement('rest-kept', {
    must: 'Nothing but the role of the user changes.',
    source: entailed('U-02', 'U-16'),
    accepts: 'Another updated_at.',
    about: 'effects',
    needs: ['SAFETY=disposable'],
    async check({ expect, seen, updates }) {
      for (const { answer, before, after } of await done(updates)) {
        seen(answer)
        const [other] = after.user ? changedMembers(before.user ?? {}, after.user, KEPT) : ['user']
        expect(after.get).toKeep(
          'the user as before but for the role',
          other === undefined,
          `another ${other}`,
        )
      }
    },
  }),

  requirement('others-kept', {
    must: 'Nobody else gets another role.',
    source: stated('U-02'),
    about: 'effects',
    security: true,
    needs: ['SAFETY=disposable'],
    async check({ expect, seen, updates }) {
      const made = await done(updates)
      for (const quiet of [await updates.simulated(), await updates.rehearsed()]) {
        if (movedBeside(quiet) > 0) throw new Inconclusive('people get other roles while nobody is changed')
      }
      seen(...made.map(({ answer }) => answer))
      // Somebody may be given another role by chance at the same time: not every time.
      const moved = Math.min(...made.map(movedBeside))
      expect(made[0].after.list).toKeep(
        'everybody else in the same role',
        moved === 0,
        `${moved} users in another role`,
      )
    },
  }),

  requirement('updated-at', {
    should: 'updated_at is not earlier than before the change.',
    source: shown('U-17'),
    accepts: 'Null, and no difference at all.',
    about: 'effects',
    needs: ['SAFETY=disposable'],
    async check({ expect, seen, updates }) {
      for (const { answer, before } of await done(updates)) {
        const [earlier, later] = [before.user?.updated_at, userOf(answer)?.updated_at].map(timeOf)
        seen(answer)
        if (earlier === undefined || later === undefined) continue
        expect(answer).toKeep('no earlier updated_at', later >= earlier, 'an earlier one', '/data/updated_at')
      }
    },
  }),

  requirement('same-role', {
    should: 'To ask for the role that somebody has succeeds without an effect, or is refused.',
    source: inferred('U-29'),
    accepts: '200, or 400, 409 or 422.',
    about: 'effects',
    needs: ['SAFETY=disposable'],
    async check({ expect, seen, updates }) {
      made(await updates.changed())
      const { answer, role, after } = await updates.again()
      seen(answer)
      if (!succeeded(answer)) expect(answer).toBeRefused({ status: [400, 409, 422] })
      expect(after.get).toShow({ role })
    },
  }),

  requirement('further-members', {
    should: 'Other members than the role cannot be changed.',
    source: inferred('U-30'),
    accepts: 'The change with the others ignored, or a refusal.',
    about: 'validation',
    needs: ['SAFETY=disposable'],
    async check({ expect, provenBy, updates }) {
      const { answer, before, after } = await updates.embellished()
      if (!succeeded(answer)) expect(answer).toBeRefused({ status: [400, 409, 422] })
      const [taken] = changedMembers(before.user ?? {}, after.user ?? {}, Object.keys(EMBELLISHED))
      expect(after.get).toKeep('address, name and status as before', taken === undefined, `another ${taken}`)
      provenBy((await updates.changed()).answer)
    },
  }),
])

/** The changes in earnest. @throws NotOffered, or Inconclusive where the target keeps invited users as they are */
async function changes(updates: V3Context['updates']): Promise<RoleChange[]> {
  return [made(await updates.changed()), made(await updates.promoted())]
}

/** Those of them that the target says to have made. */
async function done(updates: V3Context['updates']): Promise<[RoleChange, ...RoleChange[]]> {
  const [first, ...more] = (await changes(updates)).filter(({ answer }) => succeeded(answer))
  if (first === undefined) throw new Inconclusive('no change of role was answered with success')
  return [first, ...more]
}

/** How many others have another role after a change than before it. */
function movedBeside({ subject, before, after }: RoleChange): number {
  const earlier = new Map((usersOf(before.list) ?? []).map((user) => [user.id, user.role]))
  const moved = (usersOf(after.list) ?? []).filter(
    ({ id, role }) => id !== subject.id && earlier.has(id) && earlier.get(id) !== role,
  )
  return moved.length
}

function timeOf(value: unknown): number | undefined {
  const time = typeof value === 'string' ? Date.parse(value) : Number.NaN
  return Number.isNaN(time) ? undefined : time
}
