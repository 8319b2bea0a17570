/** An address that was invited before. */
import { inferred } from '../../../helpers/suite/declaration.ts'
import { userOf, usersOf } from '../client/user.ts'
import { page, requirement } from '../language.ts'
import { INVITE } from '../pages.ts'

export const duplicates = page(INVITE, [
  requirement('duplicate-one-entry', {
    must: 'Inviting an address twice never gives two entries.',
    source: inferred('I-38'),
    about: 'effects',
    needs: ['SAFETY=disposable'],
    async check({ expect, seen, provenBy, invitations }) {
      const { email, answer } = await invitations.first()
      provenBy(answer)
      seen(await invitations.duplicate())
      const list = await invitations.listed()
      const entries = (usersOf(list) ?? []).filter((user) => String(user.email).toLowerCase() === email)
      expect(list).toKeep(
        'one entry for the address',
        entries.length <= 1,
        `${entries.length} entries`,
        '/data/users',
      )
    },
  }),

  requirement('duplicate-answer', {
    must: 'Inviting an invited address again is a conflict, a validation error or a renewed invitation.',
    source: inferred('I-36 I-37'),
    accepts:
      '409 with a RESOURCE or CONFLICT code; 400 with a VALIDATION code; 200 or 201 with the same address (another id is a warning).',
    about: 'effects',
    needs: ['SAFETY=disposable'],
    async check({ expect, provenBy, invitations }) {
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
    },
  }),
])
