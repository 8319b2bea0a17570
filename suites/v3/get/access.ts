/** Who may read a user: nobody without a key, which is looked at before the id; every role with one. */
import { inferred, shown, stated } from '../../../helpers/suite/declaration.ts'
import { page, requirement } from '../language.ts'
import { GET } from '../pages.ts'
import { FORBIDDEN, UNAUTHENTICATED } from '../refusals.ts'

export const access = page(GET, [
  requirement('requires-key', {
    must: 'Without a key a user is refused with 401.',
    source: stated('G-16 A-03 A-05 A-06 A-12'),
    about: 'authentication',
    async check({ expect, provenBy, callers, nobody, someUser, getOfNobody, once }) {
      const { id, get } = await someUser()
      const others = await Promise.all([
        callers.empty.get(id, { purpose: 'read with an empty key' }),
        callers.bearer.get(id, { purpose: 'read with the key as bearer token' }),
      ])
      for (const other of others) expect(other).toBeRefused(UNAUTHENTICATED)
      const unknown = await getOfNobody()
      // A 401 for an id that names nobody says that the key comes first; anything else leaves it open.
      const answer =
        unknown.status === 401
          ? unknown
          : await once('get without key', () => nobody.get(id, { purpose: 'read without key' }))
      expect(answer).toBeRefused(UNAUTHENTICATED)
      provenBy(get)
    },
  }),

  requirement('unknown-key-refused', {
    must: 'With an unknown key a user is refused with 401.',
    source: stated('G-16 A-04 A-05 A-12'),
    about: 'authentication',
    async check({ expect, provenBy, callers, someUser }) {
      const { id, get } = await someUser()
      const { stranger, uuidStranger, longer, shorter } = callers
      const answers = await Promise.all([
        uuidStranger.get(id, { purpose: 'read with an unknown UUID' }),
        stranger.get(id, { purpose: 'read with an unknown key' }),
        longer.get(id, { purpose: 'read with the key and one character' }),
        shorter.get(id, { purpose: 'read with the key without its last character' }),
      ])
      for (const answer of answers) expect(answer).toBeRefused(UNAUTHENTICATED)
      provenBy(get)
    },
  }),

  requirement('key-before-user', {
    must: 'Without a key an unknown id is answered with 401 too, not with 404.',
    source: inferred('A-11'),
    about: 'authentication',
    async check({ expect, provenBy, getOfNobody, someUser }) {
      expect(await getOfNobody()).toBeRefused(UNAUTHENTICATED)
      provenBy((await someUser()).get)
    },
  }),

  requirement('developer-allowed', {
    must: 'The developer role may read a user.',
    source: stated('G-11 P-06 P-10'),
    about: 'roles',
    needs: ['DEVELOPER_API_KEY'],
    async check({ expect, provenBy, someUser, someUserBy }) {
      const { id, get } = await someUser()
      provenBy(get)
      const answer = await someUserBy('developer')
      expect(answer).toSucceed()
      expect(answer).toShow({ id })
    },
  }),

  requirement('no-access-refused', {
    must: 'A caller without a role in the organization is refused with 403 AUTH_004.',
    source: shown('G-14 G-15 A-12 P-08'),
    about: 'roles',
    needs: ['RESTRICTED_API_KEY'],
    async check({ expect, provenBy, someUser, someUserBy }) {
      const { get } = await someUser()
      expect(await someUserBy('restricted')).toBeRefused(FORBIDDEN)
      provenBy(get)
    },
  }),
])
