/** Who may list users: nobody without a key, every role with one. */
import { shown, stated } from '../../../helpers/suite/declaration.ts'
import { page, requirement } from '../language.ts'
import { LIST } from '../pages.ts'
import { FORBIDDEN, UNAUTHENTICATED } from '../refusals.ts'

export const access = page(LIST, [
  requirement('requires-key', {
    must: 'Without a key the list is refused with 401.',
    source: stated('L-27 A-03 A-05 A-06 A-12'),
    about: 'authentication',
    async check({ expect, provenBy, callers, nobody, invitations }) {
      const answers = await Promise.all([
        nobody.list({ purpose: 'list without key' }),
        callers.empty.list({ purpose: 'list with an empty key' }),
        callers.bearer.list({ purpose: 'list with the key as bearer token' }),
      ])
      for (const answer of answers) expect(answer).toBeRefused(UNAUTHENTICATED)
      provenBy(await invitations.baseline())
    },
  }),

  requirement('unknown-key-refused', {
    must: 'With an unknown key the list is refused with 401.',
    source: stated('A-04 A-05 A-12'),
    about: 'authentication',
    async check({ expect, provenBy, callers, invitations }) {
      const { stranger, uuidStranger, longer, changed } = callers
      const answers = await Promise.all([
        stranger.list({ purpose: 'list with an unknown key' }),
        uuidStranger.list({ purpose: 'list with an unknown UUID' }),
        longer.list({ purpose: 'list with the key and one character' }),
        changed.list({ purpose: 'list with the key and another last character' }),
      ])
      for (const answer of answers) expect(answer).toBeRefused(UNAUTHENTICATED)
      provenBy(await invitations.baseline())
    },
  }),

  requirement('developer-allowed', {
    must: 'The developer role may list users.',
    source: stated('L-22 P-06 P-10'),
    about: 'roles',
    needs: ['DEVELOPER_API_KEY'],
    async check({ expect, invitations }) {
      expect(await invitations.listedByDeveloper()).toSucceed()
    },
  }),

  requirement('no-access-refused', {
    must: 'A caller without a role in the organization is refused with 403 AUTH_004.',
    source: shown('L-25 L-26 A-12 P-08'),
    about: 'roles',
    needs: ['RESTRICTED_API_KEY'],
    async check({ expect, provenBy, listedByRestricted, invitations }) {
      expect(await listedByRestricted()).toBeRefused(FORBIDDEN)
      provenBy(await invitations.baseline())
    },
  }),
])
