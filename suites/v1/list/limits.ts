/** Parameters at the edge of what is documented, and beyond: refused, replaced or served, but never broken. */

import { MAX_LIMIT } from '../../../contracts/v1/client/pages.ts'
import type { ListQuery } from '../../../contracts/v1/client/requests.ts'
import { entriesOf, metaOf } from '../../../contracts/v1/client/user.ts'
import { LIST } from '../../../contracts/v1/pages.ts'
import { entailed, inferred, stated } from '../../../language/declaration.ts'
import { type Answer, succeeded } from '../../../model/answer.ts'
import { Inconclusive } from '../../../model/outcome.ts'
import { page, requirement, type V1Context } from '../language.ts'
import { isServed } from './served.ts'

const ABOVE_MAXIMUM = [101, 99_999_999_999]
const ABOVE_COMBINED = [
  { limit: 1000, page: 1 },
  { limit: 101, status: 'active', page: 2 },
]
/** Tried where requests are plenty: just above, far above, and given more than once. */
const FURTHER_ABOVE: ListQuery[] = [
  { limit: 102 },
  { limit: 999 },
  { limit: ['5', '1000'] },
  { limit: ['1000', '5'] },
]
const FURTHER_COMBINED: ListQuery[] = [
  { limit: 102, status: 'pending' },
  { limit: 999, status: 'inactive' },
]
const BELOW_1 = [0, -1]
const NOT_INTEGER = ['abc', '1.5']

export const limits = page(LIST, [
  requirement('limit-served', {
    must: 'A limit of 1, or of the usual length, is served with as many users, as far as there are any; without limit the usual one is.',
    source: stated('DL-05 DL-13'),
    about: 'pagination',
    async check({ expect, seen, directory, probes }) {
      const { usual, single, further } = (await directory.walk()).others
      const firsts = [single[0], usual[0], ...further.map(({ pages }) => pages[0])]
      for (const { answer, limit } of firsts.flatMap((page) => page ?? [])) {
        expect(answer).toSucceed()
        const expected = Math.min(limit, metaOf(answer).total ?? limit)
        const count = entriesOf(answer)?.length ?? 0
        // Where there are hardly more users, somebody may have left since they were counted.
        const full = count === expected || (expected < limit && count < limit)
        expect(answer).toKeep(`${expected} users`, full, `${count}`, '/data')
      }
      const before = metaOf(await directory.baseline()).limit
      for (const answer of [await probes.unknownParameter(), ...usual.slice(1).map((page) => page.answer)]) {
        const { limit } = metaOf(answer)
        if (limit === undefined || before === undefined) continue
        expect(answer).toKeep(`the usual limit of ${before}`, limit === before, `${limit}`, '/meta/limit')
      }
      seen(await directory.baseline())
    },
  }),

  requirement('limit-100', {
    must: 'A limit of 100 is served, and meta.limit is 100.',
    source: stated('DL-06 DL-13'),
    about: 'pagination',
    async check({ expect, directory }) {
      const { census, pages } = await directory.walk()
      const page = census ?? pages[0]
      if (!page) return
      expect(page.answer).toSucceed()
      const { limit } = metaOf(page.answer)
      if (limit === undefined) throw new Inconclusive('meta has no limit')
      expect(page.answer).toKeep(`a limit of ${MAX_LIMIT}`, limit === MAX_LIMIT, `${limit}`, '/meta/limit')
    },
  }),

  requirement('limit-at-most-100', {
    must: 'Never more than 100 users are on a page, however many were asked for.',
    source: stated('DL-06'),
    accepts: '400 (422 is a warning), or 200 with a meta.limit of at most 100.',
    about: 'pagination',
    async check(context) {
      const further = await context.plenty.of(FURTHER_ABOVE)
      await neverMore(context, [...ABOVE_MAXIMUM.map((limit) => ({ limit })), ...further])
      if (further.length === 0 || !context.isSet('RESTRICTED_ACCESS_TOKEN')) return
      const answer = await context.probes.listByRestricted({ limit: 1000 })
      // Whoever may not be shown anybody is refused for that.
      if (succeeded(answer)) expectAtMost(context, answer)
    },
  }),

  requirement('limit-at-most-100-combined', {
    must: 'Beside a page or a filter, too, never more than 100 users are on a page.',
    source: stated('DL-06'),
    accepts: '400 (422 is a warning), or 200 with a meta.limit of at most 100.',
    about: 'pagination',
    follows: ['v1.list.limit-at-most-100'],
    async check(context) {
      const unknown = { limit: 1000, status: context.probes.unknownStatus }
      const further = await context.plenty.of([...FURTHER_COMBINED, unknown])
      await neverMore(context, [...ABOVE_COMBINED, ...further])
    },
  }),

  requirement('limit-below-1', {
    must: 'A limit of zero or below is refused or replaced.',
    source: entailed('DL-05'),
    accepts:
      '400 (422 is a warning); 200 with a meta.limit of at least 1; for 0, an empty page with meta.limit 0 (a warning).',
    about: 'pagination',
    async check(context) {
      const { expect, provenBy, probes, directory } = context
      const answers = await probes.lists(BELOW_1.map((limit) => ({ limit })))
      for (const [index, answer] of answers.entries()) {
        if (!isServed(context, answer)) continue
        const nobody = BELOW_1[index] === 0 && metaOf(answer).limit === 0 && entriesOf(answer)?.length === 0
        if (nobody) expect(answer).toPrefer('a limit of at least 1', false, '0', '/meta/limit')
        else expectLimit(context, answer, 1)
      }
      provenBy(await directory.baseline())
    },
  }),

  requirement('limit-not-integer', {
    must: 'A limit that is no single integer is refused or replaced.',
    source: stated('DL-05'),
    accepts: '400 (422 is a warning), or 200 with a default in place of the value.',
    about: 'pagination',
    async check(context) {
      const { provenBy, probes, directory } = context
      const limits = [...NOT_INTEGER, '', ['2', '3']]
      for (const answer of await probes.lists(limits.map((limit) => ({ limit })))) {
        if (isServed(context, answer)) expectLimit(context, answer, 1)
      }
      provenBy(await directory.baseline())
    },
  }),

  requirement('page-below-1', {
    must: 'A page of zero or below is refused or taken for page 1.',
    source: stated('DL-04'),
    accepts: '400 (422 is a warning), or 200 with meta.page 1.',
    about: 'pagination',
    async check(context) {
      const { expect, provenBy, probes, directory } = context
      for (const answer of await probes.lists(BELOW_1.map((page) => ({ page })))) {
        if (!isServed(context, answer)) continue
        const shown = metaOf(answer).page
        expect(answer).toKeep('page 1', shown === 1, `${shown ?? 'no page number'}`, '/meta/page')
      }
      provenBy(await directory.baseline())
    },
  }),

  requirement('page-not-integer', {
    must: 'A page that is no integer is refused or replaced.',
    source: stated('DL-04'),
    accepts: '400 (422 is a warning), or 200 with a default in place of the value.',
    about: 'pagination',
    async check(context) {
      const { expect, provenBy, probes, directory } = context
      for (const answer of await probes.lists(NOT_INTEGER.map((page) => ({ page })))) {
        if (!isServed(context, answer)) continue
        const shown = metaOf(answer).page
        expect(answer).toKeep(
          'the number of a page',
          shown !== undefined && shown >= 1,
          `${shown ?? 'none'}`,
          '/meta/page',
        )
      }
      provenBy(await directory.baseline())
    },
  }),

  requirement('unknown-parameter', {
    should: 'A parameter that is not documented is ignored or refused.',
    source: inferred('DL-08'),
    accepts: '200 or 400.',
    about: 'validation',
    async check(context) {
      const { expect, provenBy, probes, directory } = context
      const answer = await probes.unknownParameter()
      if (isServed(context, answer)) expect(answer).toSucceed()
      provenBy(await directory.baseline())
    },
  }),
])

/** No list holds more than 100 users, or says that it might. */
async function neverMore(context: V1Context, queries: ListQuery[]): Promise<void> {
  const { provenBy, probes, directory } = context
  for (const answer of await probes.lists(queries)) {
    if (isServed(context, answer)) expectAtMost(context, answer)
  }
  provenBy(await directory.baseline())
}

function expectAtMost(context: V1Context, answer: Answer): void {
  const count = entriesOf(answer)?.length ?? 0
  context.expect(answer).toKeep(`at most ${MAX_LIMIT} users`, count <= MAX_LIMIT, `${count}`, '/data')
  expectLimit(context, answer, 1)
}

function expectLimit({ expect }: V1Context, answer: Answer, least: number): void {
  const { limit } = metaOf(answer)
  expect(answer).toKeep(
    `a limit from ${least} to ${MAX_LIMIT}`,
    limit !== undefined && limit >= least && limit <= MAX_LIMIT,
    `${limit ?? 'none'}`,
    '/meta/limit',
  )
}
