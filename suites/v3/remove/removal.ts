/** `DELETE /v3/users/{userId}`: withdrawing somebody's access. */

import { REMOVE } from '../../../contracts/v3/pages.ts'
import {
  NO_SUCH_ID,
  NO_SUCH_USER,
  NO_SUCH_USER_ODDLY,
  NOT_YOURS,
  WANTS_BODY,
} from '../../../contracts/v3/refusals.ts'
import { effectOn, type ListSight, type Removal } from '../../../contracts/v3/steps/sight.ts'
import { entailed, inferred, shown, stated } from '../../../language/declaration.ts'
import { succeeded } from '../../../model/answer.ts'
import { Inconclusive } from '../../../model/outcome.ts'
import { BROKEN_LIST, READING_CHANGES } from '../causes.ts'
import { page, requirement, type V3Context } from '../language.ts'

export const removal = page(REMOVE, [
  requirement('success-status', {
    must: 'A removal by an admin is answered with 204.',
    source: entailed('R-01', 'R-07 R-09 R-12 R-14 R-15 R-28 O-01 P-05'),
    accepts: '200 with no body or a success envelope (a warning).',
    about: 'shape',
    needs: ['SAFETY=disposable'],
    async check({ expect, removals, returned }) {
      expect((await removals.real()).answer).toSucceed([204], [200])
      expect((await removals.secondReal()).answer).toSucceed([204], [200])
      const again = await returned.removed().catch(() => undefined)
      if (again) expect(again.answer).toSucceed([204], [200])
      const companion = await removals.companion()
      // Whoever was gone before is for what removed them to answer for.
      if (companion?.kept.get.status === 404) return
      // What a target makes of members that no document names is its own business.
      if (companion) expect(companion.answer).toSucceed([204], [200, 400, 422])
    },
  }),

  requirement('gone-from-get', {
    must: 'A removed user can no longer be read.',
    source: entailed('R-02', 'R-26'),
    about: 'effects',
    needs: ['SAFETY=disposable'],
    async check(context) {
      const { expect, seen, provenBy, removals } = context
      provenBy((await removals.real()).answer)
      for (const { before, after } of await allReal(context)) {
        if (!after.get) continue
        seen(before.get)
        expect(after.get).toKeep('the user to be gone', after.user === undefined, 'the user')
        // With which status nobody is found is for GET /v3/users/{userId} to answer for.
        if (after.get.status < 400 || after.get.status >= 500) expect(after.get).toBeRefused({ status: 404 })
      }
    },
  }),

  requirement('gone-from-list', {
    must: 'A removed user is no longer listed.',
    source: entailed('R-02', 'R-26 L-32'),
    about: 'effects',
    needs: ['SAFETY=disposable'],
    follows: BROKEN_LIST,
    async check(context) {
      const { expect, seen, provenBy, removals, harmless, always, expectListedAsBefore } = context
      provenBy((await removals.real()).answer)
      for (const { subject, before, after } of await allReal(context)) {
        seen(before.list)
        expect(after.list).toExclude({ id: subject.id })
      }
      const slip = await always.listedAfterwards()
      if (slip) expect(slip.answer).toBeAlways('a removed user in no list', slip)
      // Whoever is removed takes nobody else along.
      const companion = await removals.companion()
      const simulated = await harmless.simulatedOddly()
      const isIntact = companion?.before.user && companion.before.entry
      if (isIntact && simulated && effectOn(simulated.before, simulated.after) === 'none') {
        expectListedAsBefore(companion.before, companion.kept)
      }
    },
  }),

  requirement('second-removal', {
    must: 'Removing a removed user is answered with 404 RESOURCE_006.',
    source: entailed('R-02', 'R-23 R-24 R-27'),
    about: 'not-found',
    needs: ['SAFETY=disposable'],
    async check({ expect, provenBy, removals }) {
      const bare = await removals.again()
      const answer = WANTS_BODY.includes(bare.status) ? await removals.againWithBody() : bare
      expect(answer).toBeRefused(NO_SUCH_USER)
      const third = await removals.thirdTime()
      if (third) expect(third).toBeRefused(NO_SUCH_USER)
      const inProfile = await removals.againInProfile()
      if (inProfile) expect(inProfile).toBeRefused(NO_SUCH_USER)
      const oddly = await removals.goneOddly()
      if (oddly && !succeeded(oddly.simulated)) expect(oddly.simulated).toBeRefused(NO_SUCH_USER_ODDLY)
      if (oddly?.upper) expect(oddly.upper).toBeRefused(NO_SUCH_USER_ODDLY)
      provenBy((await removals.real()).answer)
    },
  }),

  requirement('sandbox-false-is-real', {
    must: 'With {"sandbox": false} the removal is real.',
    source: shown('R-10 R-12 B-03'),
    about: 'sandbox',
    needs: ['SAFETY=disposable'],
    async check({ expect, expectReal, removals }) {
      const { answer, subject, after } = await removals.real()
      expect(answer).toKeep('the removal to be accepted', succeeded(answer), `status ${answer.status}`)
      expectReal(after, subject)
    },
  }),

  requirement('empty-object-is-real', {
    must: 'With {} the removal is real.',
    source: stated('R-10 B-03'),
    about: 'sandbox',
    needs: ['SAFETY=disposable'],
    async check({ expect, expectReal, removals }) {
      const { answer, sought, after } = await removals.secondReal()
      expect(answer).toKeep('the removal to be accepted', succeeded(answer), `status ${answer.status}`)
      expectReal(after, sought)
    },
  }),

  requirement('no-body-accepted', {
    should: 'A removal may be asked for without a body.',
    source: inferred('R-13'),
    accepts: '400, 409, 411, 413, 415 or 422 is a warning.',
    about: 'validation',
    needs: ['SAFETY=disposable'],
    async check({ expect, expectReal, removals }) {
      const again = await removals.again()
      const understood = !WANTS_BODY.includes(again.status)
      expect(again).toKeep('the removal to be understood', understood, `status ${again.status}`)
      const third = await removals.thirdReal()
      if (third && succeeded(third.answer)) expectReal(third.after, { id: third.subject.id })
    },
  }),

  requirement('unknown-user', {
    must: 'An unknown id is answered with 404 RESOURCE_006.',
    source: shown('R-23 R-24 R-33'),
    accepts: 'Of a user of another organization 403, too.',
    about: 'not-found',
    needs: ['SAFETY=disposable'],
    cells: {
      core: ['nobody'],
      further: { 'user of another organization, simulated': 'FOREIGN_USER_ID and SAFETY=full' },
    },
    async check(context) {
      const { expect, provenBy, tried, removals, harmless, fromProven, foreigner, mayRisk } = context
      expect(await removals.unknown()).toBeRefused(NO_SUCH_USER)
      const near = await harmless.near().catch(() => undefined)
      if (near) expect(near).toBeRefused(NO_SUCH_USER)
      for (const [form, answer] of (await removals.ofNobody()).unknown) {
        if ((await fromProven([answer])).length === 0) continue
        expect(answer).toBeRefused(
          form.startsWith('the UUID') || form.startsWith('a UUID') ? NO_SUCH_USER_ODDLY : NO_SUCH_USER,
        )
      }
      provenBy((await removals.real()).answer)
      tried('nobody')
      const simulated = async () => (mayRisk() ? [await foreigner.simulatedRemoval()] : [])
      for (const answer of await context.restingOn('FOREIGN_USER_ID', simulated)) {
        expect(answer).toBeRefused(NOT_YOURS)
        tried('user of another organization, simulated')
      }
    },
  }),

  requirement('malformed-id', {
    must: 'An id that is no UUID is refused.',
    source: entailed('R-02', 'R-07 R-23'),
    accepts: '404, or 400 with a VALIDATION code.',
    about: 'validation',
    needs: ['SAFETY=disposable'],
    async check({ expect, provenBy, removals }) {
      for (const [, answer] of (await removals.ofNobody()).malformed) expect(answer).toBeRefused(NO_SUCH_ID)
      provenBy((await removals.real()).answer)
    },
  }),

  requirement('refused-keeps-user', {
    must: 'A refused removal leaves the user as it was.',
    source: entailed('R-03', 'R-31'),
    about: 'effects',
    security: true,
    needs: ['SAFETY=disposable'],
    follows: ['v3.list.envelope', 'v3.get.agrees-with-list', ...READING_CHANGES],
    async check({ seen, provenBy, expectUnchanged, harmless, removals }) {
      const { before, answers, after } = await harmless.refusals()
      if (!before.user || !before.entry) throw new Inconclusive('the user was not to be seen before')
      seen(...answers)
      if (answers.some(succeeded))
        throw new Inconclusive('one of the removals was not refused, so the effect may be its own')
      expectUnchanged(before, after)
      // Where nobody is removed at all, nobody is kept by a refusal.
      provenBy((await removals.real()).answer)
    },
  }),
])
/** The real removals of the run that the target says it has done. */
async function allReal({ removals, returned }: V3Context): Promise<Removal<ListSight>[]> {
  const done = [
    await removals.real(),
    await removals.secondReal(),
    await removals.thirdReal(),
    await removals.companion(),
    await returned.removed().catch(() => undefined),
  ]
  return done.flatMap((removal) => (removal && succeeded(removal.answer) ? [removal] : []))
}
