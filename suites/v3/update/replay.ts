/** `Idempotency-Key` on a change of role: the same key again has the first answer, and no second effect. */

import { UPDATE } from '../../../contracts/v3/pages.ts'
import { MALFORMED_KEY } from '../../../contracts/v3/refusals.ts'
import { KEY_CAUSES } from '../../../contracts/v3/steps/refused-changes.ts'
import { isMarked, isSameAnswer, requestIdOf } from '../../../contracts/v3/steps/replays.ts'
import { stated } from '../../../language/declaration.ts'
import { succeeded } from '../../../model/answer.ts'
import { Inconclusive } from '../../../model/outcome.ts'
import { page, requirement } from '../language.ts'

export const replay = page(UPDATE, [
  requirement('replay-answer', {
    must: 'A repeated request under the same Idempotency-Key has the first answer.',
    source: stated('K-03 K-04 K-09 U-09'),
    accepts: 'Another meta.',
    about: 'effects',
    needs: ['SAFETY=disposable'],
    async check({ expect, replays }) {
      const { first, repeated } = await replays.offered()
      expect(first.answer).toSucceed([200])
      const isSame = isSameAnswer(first.answer, repeated.answer)
      expect(repeated.answer).toKeep(
        'the first answer',
        isSame,
        `another one, status ${repeated.answer.status}`,
      )
    },
  }),

  requirement('replay-no-effect', {
    must: 'A repeated request under the same Idempotency-Key has no second effect.',
    source: stated('K-04 K-09'),
    about: 'effects',
    needs: ['SAFETY=disposable'],
    async check({ expect, seen, provenBy, replays }) {
      const { first, between, repeated } = await replays.offered()
      provenBy(first.answer)
      provenBy(between.answer)
      seen(repeated.answer)
      expect(repeated.after.get).toKeep(
        'the role that was given in between',
        repeated.after.user?.role === between.after.user?.role,
        'the role of the repeated request',
      )
    },
  }),

  requirement('replay-other-body', {
    must: 'Another body under the same Idempotency-Key has no effect.',
    source: stated('K-06'),
    accepts: 'The first answer, or a refusal.',
    about: 'effects',
    needs: ['SAFETY=disposable'],
    async check({ expect, seen, provenBy, replays }) {
      const { first, repeated, other } = await replays.offered()
      provenBy(first.answer)
      seen(other.answer)
      const role = repeated.after.user?.role
      if (role === undefined || role === other.role)
        throw new Inconclusive('the repeated request had an effect')
      expect(other.after.get).toKeep('no effect', other.after.user?.role === role, 'the role of another body')
      if (!succeeded(other.answer)) expect(other.answer).toBeRefused({ status: [400, 409, 422] })
      else {
        const isSame = isSameAnswer(first.answer, other.answer)
        expect(other.answer).toKeep('the first answer', isSame, 'another one')
      }
    },
  }),

  requirement('replay-headers', {
    should:
      'A replay carries Idempotent-Replayed: true and the id of the first request; no other answer does.',
    source: stated('K-05 H-07'),
    about: 'shape',
    needs: ['SAFETY=disposable'],
    async check({ expect, seen, replays }) {
      const { first, between, repeated } = await replays.offered()
      seen(repeated.answer)
      expect(repeated.answer).toCarryHeader('Idempotent-Replayed', 'true')
      const original = repeated.answer.headers['x-original-request-id']
      const id = requestIdOf(first.answer)
      expect(repeated.answer).toKeep(
        'X-Original-Request-Id of the first request',
        original !== undefined && (id === undefined || original === id),
        original === undefined ? 'none' : 'another id',
      )
      for (const { answer } of [first, between]) {
        expect(answer).toKeep('no sign of a replay', !isMarked(answer), 'Idempotent-Replayed: true')
      }
    },
  }),

  requirement('replay-key-malformed', {
    must: 'An Idempotency-Key of another form is refused with 400, and nothing changes.',
    source: stated('K-01 K-08'),
    accepts: 'VALIDATION_007 or VALIDATION_001; another VALIDATION code and 422 are warnings.',
    about: 'validation',
    needs: ['SAFETY=disposable'],
    async check({ expect, provenBy, expectUnchanged, replays }) {
      await replays.offered()
      for (const cause of KEY_CAUSES) expect(await replays.refusal(cause)).toBeRefused(MALFORMED_KEY)
      const { before, after } = await replays.refusals()
      expectUnchanged(before, after)
      provenBy((await replays.replay()).first.answer)
    },
  }),

  requirement('replay-key-longest', {
    must: 'An Idempotency-Key of 255 characters is accepted, and a new key has an effect of its own.',
    source: stated('K-01 K-04'),
    about: 'validation',
    needs: ['SAFETY=disposable'],
    async check({ expect, replays }) {
      await replays.offered()
      const { answer, role, after } = await replays.longest()
      expect(answer).toSucceed([200])
      expect(after.get).toShow({ role })
    },
  }),
])
