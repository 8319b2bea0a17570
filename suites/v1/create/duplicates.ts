/** An address that is taken already. */

import { differingMembers, STABLE_MEMBERS, userOf, type V1User } from '../../../contracts/v1/client/user.ts'
import { CREATE } from '../../../contracts/v1/pages.ts'
import { ANY_REFUSAL } from '../../../contracts/v1/refusals.ts'
import { DUPLICATES, type Duplicate, FURTHER_DUPLICATES } from '../../../contracts/v1/steps/duplicates.ts'
import { differenceText } from '../../../helpers/text/difference.ts'
import { entailed, stated } from '../../../language/declaration.ts'
import { type Answer, succeeded } from '../../../model/answer.ts'
import { Inconclusive } from '../../../model/outcome.ts'
import { byEmail } from '../../../model/user.ts'
import { page, requirement, type V1Context } from '../language.ts'
import { PLENTY } from '../plenty.ts'

/** Two equal creations of which neither waits for the other. */
const AT_ONCE = 'at once'
/** The address of somebody who was deleted and created again. */
const SECOND_LIFE = 'created again'

const CORE = DUPLICATES.filter((which) => which.startsWith('member'))
/** Whoever cannot be created has no address to be asked for again. */
const FURTHER = {
  ...Object.fromEntries(
    DUPLICATES.filter((which) => !CORE.includes(which)).map((which) => [which, 'such a user']),
  ),
  ...Object.fromEntries(FURTHER_DUPLICATES.map((which) => [which, PLENTY])),
  [AT_ONCE]: PLENTY,
  [SECOND_LIFE]: PLENTY,
}

/** Whoever may not create users at all is refused for that; an address with blanks around it is no good one either. */
const REFUSALS: Partial<Record<Duplicate, { status: number | number[]; soft?: number[] }>> = {
  'by another caller': { status: [409, 403], soft: ANY_REFUSAL },
  blanks: { status: [409, 400], soft: [422] },
  'other case': { status: 409, soft: ANY_REFUSAL },
}

export const duplicates = page(CREATE, [
  requirement('duplicate-409', {
    must: 'An address that is taken is refused with 409.',
    source: stated('DC-16'),
    about: 'effects',
    needs: ['SAFETY=disposable'],
    cells: { core: CORE, further: FURTHER },
    async check(context) {
      const { expect, provenBy, tried, people, removals } = context
      await people.duplicate()
      for (const { which, creation } of await people.duplicates.all()) {
        await people.hasRoom(creation.answer)
        if (!isAnotherAddress(context, which, creation.answer))
          expect(creation.answer).toBeRefused(REFUSALS[which] ?? { status: 409 })
        tried(which)
      }
      const [first, second] = (await people.twins().catch(() => [])).map(({ answer }) => answer)
      if (first && second && [first, second].some(succeeded)) {
        expect(succeeded(first) ? second : first).toBeRefused({ status: 409, soft: [400, 422] })
        tried(AT_ONCE)
      }
      const again = await removals.secondLife.duplicate().catch(() => undefined)
      if (again) {
        expect(again.answer).toBeRefused({ status: 409 })
        tried(SECOND_LIFE)
      }
      provenBy((await people.resident()).answer)
    },
  }),

  requirement('duplicate-keeps-one', {
    must: 'After a refused duplicate one user has the address.',
    source: entailed('DC-16', 'DC-18'),
    about: 'effects',
    needs: ['SAFETY=disposable'],
    async check({ expect, provenBy, people, census }) {
      await people.duplicate()
      const { pages, complete, near } = await census.taken()
      const asked = (await people.duplicates.all()).filter(({ which }) => which !== 'other case')
      const twins = await people.twins().catch(() => [])
      const emails = new Set([...asked.map(({ creation }) => creation), ...twins].map(({ email }) => email))
      for (const email of emails) {
        for (const { entries, answer } of pages) {
          const count = byEmail(entries ?? [], email).length
          expect(answer).toKeep('one user with the address', count <= 1, `${count} of them`, '/data')
        }
        const ids = new Set(pages.flatMap(({ entries }) => byEmail(entries ?? [], email).map(({ id }) => id)))
        const [page] = pages
        if (page) {
          expect(page.answer).toKeep(
            'one user with the address',
            ids.size <= 1,
            `${ids.size} of them`,
            '/data',
          )
        }
      }
      if (!complete && !near) throw new Inconclusive('the list is too long to be searched for new users')
      provenBy((await people.resident()).answer)
    },
  }),

  requirement('duplicate-changes-nothing', {
    must: 'A refused duplicate leaves the user who has the address as it was.',
    source: entailed('DC-16', 'DC-18'),
    about: 'effects',
    needs: ['SAFETY=disposable'],
    async check({ expect, seen, provenBy, people }) {
      const resident = await people.resident()
      provenBy(resident.answer)
      for (const { creation } of await people.duplicates.all()) seen(creation.answer)
      const touched = await people.residentShown()
      if (touched.get.status >= 500)
        throw new Inconclusive(`the user could not be read: ${touched.get.status}`)
      const untouched = await others(people)
      if (!touched.user && untouched.length === 0) throw new Inconclusive('no new user can be read')
      const status = `status ${touched.get.status}`
      expect(touched.get).toKeep('the user to be still there', touched.user !== undefined, status)
      // What reading tells differently of users whom nobody touched is no effect of the duplicate.
      const usual = new Set(
        untouched.flatMap(({ created, user }) => differingMembers(created, user, STABLE_MEMBERS)),
      )
      if (usual.has('id') || usual.has('email')) {
        throw new Inconclusive('reading a new user by its id shows somebody else')
      }
      const before = userOf(resident.answer) ?? {}
      const after = touched.user ?? {}
      const own = differingMembers(before, after, STABLE_MEMBERS).filter((member) => !usual.has(member))
      expect(touched.get).toKeep('the user as before', own.length === 0, differenceText(before, after, own))
      const signedIn =
        isText(touched.user?.last_login) && !untouched.some(({ user }) => isText(user.last_login))
      expect(touched.get).toKeep('nobody who has signed in', !signedIn, 'a last login', '/last_login')
    },
  }),
])

/**
 * Whether somebody was created under an address that may be taken for another one: letter case may count, and blanks
 * around an address may be kept, which is worth a warning.
 */
function isAnotherAddress({ expect }: V1Context, which: Duplicate, answer: Answer): boolean {
  if (!succeeded(answer)) return false
  if (which === 'other case') return true
  const { email } = userOf(answer) ?? {}
  if (which !== 'blanks' || typeof email !== 'string' || email === email.trim()) return false
  expect(answer).toPrefer('an address with blanks around it refused', false, `status ${answer.status}`)
  return true
}

/** New users of whom nothing was asked for again before they were read. */
async function others(people: V1Context['people']): Promise<{ created: V1User; user: V1User }[]> {
  const made = (await people.made()).filter(({ who }) => who !== 'resident')
  const shown = await Promise.allSettled(made.map(({ who }) => people.shown(who)))
  return made.flatMap(({ creation }, index) => {
    const one = shown[index]
    const user = one?.status === 'fulfilled' ? one.value.user : undefined
    return user === undefined ? [] : [{ created: userOf(creation.answer) ?? {}, user }]
  })
}

const isText = (value: unknown): boolean => typeof value === 'string'
