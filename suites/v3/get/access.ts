/** Who may read a user: nobody without a key, which is looked at before the id; every role with one. */

import { changesOf, userOf } from '../../../contracts/v3/client/user.ts'
import { GET } from '../../../contracts/v3/pages.ts'
import { FORBIDDEN, NOT_YOURS, UNAUTHENTICATED } from '../../../contracts/v3/refusals.ts'
import { asWhom } from '../../../contracts/v3/steps/as-whom.ts'
import { KEYLESS, UNKNOWN_KEYS } from '../../../contracts/v3/steps/refused-reads.ts'
import { entailed, shown, stated } from '../../../language/declaration.ts'
import { READING_CHANGES } from '../causes.ts'
import { page, requirement } from '../language.ts'

export const access = page(GET, [
  requirement('requires-key', {
    must: 'Without a key a user is refused with 401.',
    source: stated('G-16 A-03 A-05 A-06 A-12'),
    about: 'authentication',
    async check({ expect, provenBy, refusedReads, nobody, someUser, getOfNobody, once }) {
      const { id, get } = await someUser()
      const others = await refusedReads.gets(
        KEYLESS.filter((cause) => cause !== 'no key'),
        id,
      )
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
    async check({ expect, provenBy, refusedReads, someUser, isSet }) {
      const { id, get } = await someUser()
      const others = asWhom(isSet, { DEVELOPER_API_KEY: 'key of a developer and one character' })
      const answers = await refusedReads.gets([...UNKNOWN_KEYS, ...others], id)
      for (const answer of answers) expect(answer).toBeRefused(UNAUTHENTICATED)
      provenBy(get)
    },
  }),

  requirement('key-before-user', {
    must: 'Without a key an unknown id is answered with 401 too, not with 404.',
    source: entailed('A-03', 'G-16 A-11 A-12'),
    about: 'authentication',
    async check({ expect, provenBy, getOfNobody, malformedOfNobody, someUser, sparing }) {
      expect(await getOfNobody()).toBeRefused(UNAUTHENTICATED)
      if (!(await sparing())) expect(await malformedOfNobody()).toBeRefused(UNAUTHENTICATED)
      provenBy((await someUser()).get)
    },
  }),

  requirement('developer-allowed', {
    must: 'The developer role may read a user.',
    source: stated('G-11 P-06 P-10'),
    about: 'roles',
    needs: ['DEVELOPER_API_KEY'],
    follows: ['v3.remove.developer-refused', 'v3.remove.no-access-refused', ...READING_CHANGES],
    async check({ expect, provenBy, someUser, someUserBy, mayChange, users }) {
      const { id, get, again } = await someUser()
      provenBy(get)
      const answer = await someUserBy('developer')
      expect(answer).toSucceed()
      expect(answer).toShow({ id })
      const known = userOf(get)
      if (known && changesOf(known, userOf(answer) ?? known).length > 0) {
        // Somebody may have changed that user meanwhile.
        const still = userOf((await again()).get)
        if (still && changesOf(known, still).length === 0) expect(answer).toShowTheUserAdminsSee(known)
      }
      if (!mayChange()) return
      const { subject, user } = await users.before()
      if (user === undefined) return
      const invited = await users.beforeByDeveloper()
      expect(invited).toSucceed()
      expect(invited).toShow({ id: subject.id })
      expect(invited).toShowTheUserAdminsSee(user)
    },
  }),

  requirement('no-access-refused', {
    must: 'A caller without a role in the organization is refused with 403 AUTH_004.',
    source: shown('G-14 G-15 A-12 P-08'),
    about: 'roles',
    needs: ['RESTRICTED_API_KEY'],
    async check({ expect, provenBy, someUser, someUserBy, mayChange, users, isSet }) {
      const { get } = await someUser()
      expect(await someUserBy('restricted')).toBeRefused(FORBIDDEN)
      if (mayChange()) {
        const invited = await users.beforeByRestricted()
        if (invited) expect(invited).toBeRefused(FORBIDDEN)
        if (isSet('PROFILE_ID')) {
          expect(await users.secondByRestricted()).toBeRefused(NOT_YOURS)
        }
      }
      provenBy(get)
    },
  }),
])
