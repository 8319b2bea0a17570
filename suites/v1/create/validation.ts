/** What a body may not be, and that nothing comes of it. */

import { userOf } from '../../../contracts/v1/client/user.ts'
import { CREATE } from '../../../contracts/v1/pages.ts'
import { ANY_REFUSAL, INVALID_BODY } from '../../../contracts/v1/refusals.ts'
import { sideBySide } from '../../../contracts/v1/side-by-side.ts'
import { type Flaw, FURTHER_WRONG_TYPES, WRONG_TYPES } from '../../../contracts/v1/steps/requests.ts'
import { entailed, inferred, stated } from '../../../language/declaration.ts'
import { type Answer, succeeded } from '../../../model/answer.ts'
import { Inconclusive } from '../../../model/outcome.ts'
import { byEmail } from '../../../model/user.ts'
import { page, requirement, type V1Context } from '../language.ts'
import { PLENTY } from '../plenty.ts'

export const validation = page(CREATE, [
  requirement('email-required', {
    must: 'Without an e-mail address a creation is refused with 400 and the word validation_error.',
    source: stated('DC-06 DC-14 DC-15 DS-10'),
    about: 'validation',
    needs: ['SAFETY=disposable'],
    async check({ expect, provenBy, people, plenty }) {
      const further = await plenty.of(['email-missing-admin'] as const)
      await sideBySide(['email-missing', 'empty-object', ...further] as const, async (flaw) => {
        const { answer } = await people.flawed(flaw)
        expect(answer).toBeRefused({ status: 400, code: 'validation_error' })
      })
      provenBy((await people.resident()).answer)
    },
  }),

  requirement('email-null', {
    must: 'Null for an e-mail address is refused.',
    source: entailed('DC-06', 'DC-14'),
    accepts: '400; 422 is a warning.',
    about: 'validation',
    needs: ['SAFETY=disposable'],
    check: refusedFor(['email-null']),
  }),

  requirement('email-empty', {
    must: 'An empty e-mail address is refused.',
    source: entailed('DC-06', 'DC-14'),
    accepts: '400; 422 is a warning.',
    about: 'validation',
    needs: ['SAFETY=disposable'],
    check: refusedFor(['email-empty']),
  }),

  requirement('email-syntax', {
    should: 'Something that is no e-mail address is refused.',
    source: inferred('DC-14'),
    accepts: '400; 422, or 201 with that address, is a warning.',
    about: 'validation',
    needs: ['SAFETY=disposable'],
    async check({ expect, provenBy, people }) {
      await sideBySide(['email-malformed', 'email-nul'] as const, async (flaw) => {
        const { answer } = await people.flawed(flaw)
        if (succeeded(answer)) expect(answer).toPrefer('a refusal', false, `status ${answer.status}`)
        else expect(answer).toBeRefused(INVALID_BODY)
      })
      provenBy((await people.resident()).answer)
    },
  }),

  requirement('email-length', {
    should:
      'An e-mail address beyond the length that mail systems take is refused or accepted, and breaks nothing.',
    source: inferred('DC-14'),
    accepts: '400 or 201; 413 or 422 is a warning.',
    about: 'validation',
    needs: ['SAFETY=disposable'],
    async check({ expect, provenBy, people }) {
      const { answer } = await people.flawed('email-long')
      if (succeeded(answer)) expect(answer).toSucceed([201])
      else expect(answer).toBeRefused({ status: 400, soft: [413, 414, 422, 431] })
      provenBy((await people.resident()).answer)
    },
  }),

  requirement('wrong-types', {
    must: 'An e-mail address, a name or a role that is a number, true, a list or an object is refused.',
    source: entailed('DC-14'),
    accepts: '400; 422 is a warning, and so is a number, true or a list of one taken over as its text.',
    about: 'validation',
    needs: ['SAFETY=disposable'],
    cells: {
      core: WRONG_TYPES,
      further: Object.fromEntries(FURTHER_WRONG_TYPES.map((flaw) => [flaw, PLENTY])),
    },
    async check({ expect, provenBy, tried, people, plenty }) {
      const flaws = [...WRONG_TYPES, ...(await plenty.of(FURTHER_WRONG_TYPES))]
      await sideBySide(flaws, async (flaw) => {
        const { answer } = await people.flawed(flaw)
        const [member, type] = partsOf(flaw)
        // The documents give no types: frameworks that convert by themselves take a number for its digits, true for its
        // word, and a list of one for what is in it.
        if (isConverted(answer, member))
          expect(answer).toPrefer('a refusal', false, `the ${type} taken for a text`, `/${member}`)
        else expect(answer).toBeRefused(INVALID_BODY)
        tried(flaw)
      })
      provenBy((await people.resident()).answer)
    },
  }),

  requirement('invalid-body', {
    must: 'Broken JSON, an array, a text, null, and no body at all are refused.',
    source: stated('DC-14'),
    accepts: '400; 422 is a warning, for no body at all 411 and 415 too.',
    about: 'validation',
    needs: ['SAFETY=disposable'],
    check: refusedFor(['broken-json', 'array', 'text', 'null', 'no-body'], ['words-behind', 'json-in-text']),
  }),

  requirement('name-missing', {
    should: 'Without a name a creation is refused, or the user has none.',
    source: inferred('DC-07'),
    accepts:
      '400 (422 is a warning); 201 with a name that is null, empty or left out (another one is a warning).',
    about: 'validation',
    needs: ['SAFETY=disposable'],
    async check({ expect, provenBy, people }) {
      const { answer } = await people.flawed('name-missing')
      if (succeeded(answer)) {
        const name = userOf(answer)?.name
        const none = name === undefined || name === null || name === ''
        expect(answer).toPrefer('no name', none, 'one that nobody gave', '/name')
      } else expect(answer).toBeRefused(INVALID_BODY)
      provenBy((await people.resident()).answer)
    },
  }),

  requirement('role-missing', {
    should: 'Without a role a creation is refused, or the user has a default role.',
    source: inferred('DC-07'),
    accepts: '400 (422 is a warning), or 201 with any role.',
    about: 'validation',
    needs: ['SAFETY=disposable'],
    async check({ expect, provenBy, people }) {
      const { answer } = await people.roleless()
      if (succeeded(answer)) {
        const role = userOf(answer)?.role
        expect(answer).toKeep('a default role', typeof role === 'string' && role !== '', 'none', '/role')
      } else expect(answer).toBeRefused(INVALID_BODY)
      provenBy((await people.resident()).answer)
    },
  }),

  requirement('role-unknown', {
    should: 'A role that does not exist is refused.',
    source: inferred('DS-06 DC-14'),
    accepts: '400; 422 or 201 is a warning.',
    about: 'validation',
    needs: ['SAFETY=disposable'],
    async check({ expect, provenBy, people }) {
      const { answer } = await people.flawed('role-unknown')
      if (succeeded(answer)) expect(answer).toPrefer('a refusal', false, `status ${answer.status}`)
      else expect(answer).toBeRefused(INVALID_BODY)
      provenBy((await people.resident()).answer)
    },
  }),

  requirement('content-type', {
    should: 'A body that is not labelled application/json breaks nothing.',
    source: inferred('DC-04'),
    accepts: '415 or 400; another refusal is a warning; 201 is judged by content-type-refused.',
    about: 'validation',
    needs: ['SAFETY=disposable'],
    async check({ expect, provenBy, people }) {
      for (const flaw of ['text-plain', 'no-content-type'] as const) {
        const { answer } = await people.flawed(flaw)
        if (succeeded(answer)) expect(answer).toSucceed([201])
        else expect(answer).toBeRefused({ status: [415, 400], soft: ANY_REFUSAL })
      }
      provenBy((await people.resident()).answer)
    },
  }),

  requirement('content-type-refused', {
    should: 'A body labelled text/plain, or not at all, is refused.',
    source: stated('DC-04'),
    about: 'validation',
    needs: ['SAFETY=disposable'],
    async check({ expect, provenBy, people }) {
      for (const flaw of ['text-plain', 'no-content-type'] as const) {
        const { answer } = await people.flawed(flaw)
        expect(answer).toKeep('a refusal', !succeeded(answer), `status ${answer.status}`)
      }
      provenBy((await people.resident()).answer)
    },
  }),

  requirement('refused-creates-nothing', {
    must: 'A refused creation leaves no user behind.',
    source: entailed('DC-14', 'DC-18'),
    about: 'effects',
    security: true,
    needs: ['SAFETY=disposable'],
    async check({ expect, seen, provenBy, people, census, filters }) {
      const flaws = await people.flaws()
      const asked = await Promise.allSettled(flaws.map((flaw) => people.flawed(flaw)))
      const refused = asked.flatMap((one) =>
        one.status === 'fulfilled' && one.value.answer.status >= 400 ? [one.value] : [],
      )
      if (refused.length === 0) throw new Inconclusive('no creation was refused')
      const { pages, complete, near } = await census.taken()
      // What shows late is there at the end, when the list is read with and without filters.
      const later = (await filters.read().catch(() => undefined))?.first.everybody ?? []
      for (const { answer, email, name } of refused) {
        seen(answer)
        for (const { entries, answer: list } of [...pages, ...later]) {
          const index = (entries ?? []).findIndex(
            (entry) => byEmail([entry], email).length > 0 || entry.name === name,
          )
          const what = answer.exchange.purpose
          expect(list).toKeep(`nobody from a refused ${what}`, index < 0, 'such a user', `/data/${index}`)
        }
      }
      if (!complete && !near) throw new Inconclusive('the list is too long to be searched for new users')
      provenBy((await people.resident()).answer)
    },
  }),
])

/** Which member has a value of which type. */
function partsOf(
  flaw: (typeof WRONG_TYPES)[number] | (typeof FURTHER_WRONG_TYPES)[number],
): [member: Member, type: string] {
  const [member, type = ''] = flaw.split('-')
  return [member as Member, type]
}

/** Whether a creation was done with what was sent for `member` taken over as its text. */
function isConverted(answer: Answer, member: Member): boolean {
  const { body = '{}' } = answer.exchange.request
  const { [member]: sent } = JSON.parse(body) as Record<string, unknown>
  const [only, ...more] = Array.isArray(sent) ? (sent as unknown[]) : [sent]
  const shown = userOf(answer)?.[member]
  if (answer.status !== 201 || more.length > 0 || typeof only === 'object' || typeof shown !== 'string')
    return false
  return shown.toLowerCase() === String(only).toLowerCase()
}

/** A member of the request that is a text. */
type Member = 'email' | 'name' | 'role'

/** The check that creations with these flaws, and `further` ones, are refused where a sound one is not. */
function refusedFor(
  flaws: readonly Flaw[],
  further: readonly Flaw[] = [],
): (context: V1Context) => Promise<void> {
  return async ({ expect, provenBy, people, plenty }) => {
    await sideBySide([...flaws, ...(await plenty.of(further))], async (flaw) => {
      const { answer } = await people.flawed(flaw)
      expect(answer).toBeRefused(flaw === 'no-body' ? { status: 400, soft: [411, 415, 422] } : INVALID_BODY)
    })
    provenBy((await people.resident()).answer)
  }
}
