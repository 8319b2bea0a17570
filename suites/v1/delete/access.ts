/** Who may delete users: nobody without a valid token, and not everybody with one. */

import { differingMembers, STABLE_MEMBERS, userOf } from '../../../contracts/v1/client/user.ts'
import { DELETE } from '../../../contracts/v1/pages.ts'
import { UNAUTHENTICATED } from '../../../contracts/v1/refusals.ts'
import { CHANGING } from '../../../contracts/v1/steps/intruders.ts'
import { differenceText } from '../../../helpers/text/difference.ts'
import { entailed, stated } from '../../../language/declaration.ts'
import { hasQuery, succeeded } from '../../../model/answer.ts'
import { Inconclusive } from '../../../model/outcome.ts'
import { REMOVER } from '../instruments.ts'
import { page, requirement } from '../language.ts'
import { unknownCallers } from '../unknown-callers.ts'

/** Members that nobody but a change gives another value. */
const GIVEN = ['email', 'name', 'role'] as const

export const access = page(DELETE, [
  ...unknownCallers({
    statements: 'DD-02',
    callers: CHANGING,
    needs: ['SAFETY=disposable', REMOVER],
    async check(who, { expect, provenBy, removals }) {
      expect(await removals.byUnknown(who)).toBeRefused(UNAUTHENTICATED)
      const done = await removals.wasDone(who)
      const ofNobody = who === 'nobody' ? await removals.unknownByNobody() : undefined
      if (ofNobody) expect(ofNobody).toBeRefused(UNAUTHENTICATED)
      if (done) expect(done).toKeep('the user to be still there', false, `status ${done.status}`)
      provenBy((await removals.real()).answer)
    },
  }),

  requirement('forbidden-403', {
    must: 'A caller who may not delete users is refused with 403.',
    source: stated('DD-08'),
    about: 'roles',
    needs: ['RESTRICTED_ACCESS_TOKEN', 'SAFETY=disposable', REMOVER],
    async check({ expect, provenBy, removals }) {
      for (const { answer, refusal } of await removals.forbiddenAll()) {
        expect(answer).toBeRefused(
          refusal ?? (hasQuery(answer) ? { status: 403, soft: [400] } : { status: 403 }),
        )
      }
      const again = await removals.secondLife.forbidden().catch(() => undefined)
      if (again) expect(again).toBeRefused({ status: 403 })
      provenBy((await removals.real()).answer)
    },
  }),

  requirement('refused-keeps-user', {
    must: 'A forbidden deletion leaves the user, and everybody else, as they were.',
    source: entailed('DD-08', 'DD-10'),
    about: 'effects',
    security: true,
    needs: ['RESTRICTED_ACCESS_TOKEN', 'SAFETY=disposable', REMOVER],
    async check({ expect, seen, provenBy, people, removals, bystanders }) {
      const { answer } = await removals.forbidden()
      seen(answer)
      if (succeeded(answer)) throw new Inconclusive('the removal was not refused')
      const { user: before } = await people.residentShown()
      if (!before) throw new Inconclusive('the user was not to be seen before')
      const get = await removals.afterForbidden()
      if (get.status >= 500) throw new Inconclusive(`the user could not be read: status ${get.status}`)
      const after = userOf(get)
      expect(get).toKeep('the user to be still there', after !== undefined, `status ${get.status}`)
      // A new user may become active without anybody's doing, as others do then.
      const isActivated =
        before.status === 'pending' && after?.status === 'active' && (await removals.areActivated())
      const changed = differingMembers(before, after ?? {}, STABLE_MEMBERS).filter(
        (member) => member !== 'status' || !isActivated,
      )
      if (changed.length > 0) {
        const usual = await removals.changedByReading()
        const own = changed.filter((member) => !usual.includes(member))
        if (own.length === 0) throw new Inconclusive('reading alone changes the user')
        expect(get).toKeep('the user as before', false, differenceText(before, after ?? {}, own))
      }
      for (const { before: one, get: read } of await removals.refused.kept()) {
        expect(read).toKeep('the user to be still there', read.status !== 404, `status ${read.status}`)
        const others = differingMembers(one ?? {}, userOf(read) ?? one ?? {}, GIVEN)
        expect(read).toKeep('the user as before', others.length === 0, `another ${others.join(', ')}`)
      }
      const touched = await bystanders.touchedBy('restricted')
      if (touched) expect(touched.get).toKeep('everybody else as before', false, touched.what)
      provenBy((await removals.real()).answer)
    },
  }),
])
