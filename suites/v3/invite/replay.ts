/** `Idempotency-Key` on an invitation: the same key again has the first answer, and invites nobody. */

import { INVITE } from '../../../contracts/v3/pages.ts'
import { MALFORMED_KEY } from '../../../contracts/v3/refusals.ts'
import { isMarked, isSameAnswer, requestIdOf } from '../../../contracts/v3/steps/replays.ts'
import { stated } from '../../../language/declaration.ts'
import { succeeded } from '../../../model/answer.ts'
import { page, requirement } from '../language.ts'

export const replay = page(INVITE, [
  requirement('replay-answer', {
    must: 'A repeated invitation under the same Idempotency-Key has the first answer, whatever became of the user since.',
    source: stated('K-03 K-04 K-09 I-41'),
    accepts: 'Another meta.',
    about: 'effects',
    needs: ['SAFETY=disposable'],
    async check({ expect, provenBy, invitationReplays }) {
      const refused = await invitationReplays.refusedKey()
      if (refused) return void expect(refused).toSucceed([200, 201])
      const { first, repeated } = await invitationReplays.offered()
      provenBy(first.answer)
      const isSame = isSameAnswer(first.answer, repeated.answer)
      expect(repeated.answer).toKeep(
        'the first answer',
        isSame,
        `another one, status ${repeated.answer.status}`,
      )
    },
  }),

  requirement('replay-no-effect', {
    must: 'A repeated invitation under the same Idempotency-Key invites nobody.',
    source: stated('K-04 K-09 I-41'),
    about: 'effects',
    needs: ['SAFETY=disposable'],
    async check({ expect, seen, provenBy, invitationReplays }) {
      const { first, repeated } = await invitationReplays.offered()
      provenBy(first.answer)
      seen(repeated.answer)
      expect(repeated.list).toExclude({ email: repeated.email })
    },
  }),

  requirement('replay-other-body', {
    must: 'Another invitation under the same Idempotency-Key invites nobody.',
    source: stated('K-06 K-09'),
    accepts: 'The first answer, or a refusal.',
    about: 'effects',
    needs: ['SAFETY=disposable'],
    async check({ expect, seen, provenBy, invitationReplays }) {
      const { first } = await invitationReplays.offered()
      const { email, answer, list } = await invitationReplays.other()
      provenBy(first.answer)
      seen(answer)
      expect(list).toExclude({ email })
      if (!succeeded(answer)) expect(answer).toBeRefused({ status: [400, 409, 422] })
      else expect(answer).toKeep('the first answer', isSameAnswer(first.answer, answer), 'another one')
    },
  }),

  requirement('replay-headers', {
    should:
      'A replay carries Idempotent-Replayed: true and the id of the first request; the first answer does not.',
    source: stated('K-05 H-07'),
    about: 'shape',
    needs: ['SAFETY=disposable'],
    async check({ expect, seen, invitationReplays }) {
      const { first, repeated } = await invitationReplays.offered()
      seen(repeated.answer)
      expect(repeated.answer).toCarryHeader('Idempotent-Replayed', 'true')
      const original = repeated.answer.headers['x-original-request-id']
      const id = requestIdOf(first.answer)
      expect(repeated.answer).toKeep(
        'X-Original-Request-Id of the first request',
        original !== undefined && (id === undefined || original === id),
        original === undefined ? 'none' : 'another id',
      )
      expect(first.answer).toKeep('no sign of a replay', !isMarked(first.answer), 'Idempotent-Replayed: true')
    },
  }),

  requirement('replay-key-malformed', {
    must: 'An Idempotency-Key of another form is refused with 400, and nobody is invited.',
    source: stated('K-01 K-08'),
    accepts: 'VALIDATION_007 or VALIDATION_001; another VALIDATION code and 422 are warnings.',
    about: 'validation',
    needs: ['SAFETY=disposable'],
    async check({ expect, provenBy, invitationReplays }) {
      const { first } = await invitationReplays.offered()
      for (const { email, answer, list } of await invitationReplays.malformed()) {
        expect(answer).toBeRefused(MALFORMED_KEY)
        expect(list).toExclude({ email })
      }
      provenBy(first.answer)
    },
  }),
])
