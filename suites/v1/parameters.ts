/** Parameters at the edge of what is documented, and beyond: refused, replaced or served, but never broken. */
import { type Answer, succeeded } from '../../helpers/http/answer.ts'
import { Inconclusive } from '../../helpers/run/outcome.ts'
import { MAX_LIMIT } from '../../helpers/v1/pages.ts'
import { entriesOf, metaOf } from '../../helpers/v1/user.ts'
import { ANY_REFUSAL, describe, expect, provenBy, requirement, seenIn } from './vocabulary.ts'

/** Invalid input has one documented status. */
const INVALID = { status: 400, soft: ANY_REFUSAL }

const SERVED = [1, 20]
const ABOVE_MAXIMUM = [101, 1000, 99_999_999_999]
const BELOW_1 = [0, -1]
const NOT_INTEGER = ['abc', '1.5']

describe('GET /api/v1/users', () => {
  requirement('v1.list.limit-served', async ({ probes, directory }) => {
    const answers = await probes.lists(SERVED.map((limit) => ({ limit })))
    for (const [index, answer] of answers.entries()) {
      expect(answer).toSucceed()
      const limit = SERVED[index] ?? 1
      const expected = Math.min(limit, metaOf(answer).total ?? limit)
      const count = entriesOf(answer)?.length ?? 0
      // Where there are hardly more users, somebody may have left since they were counted.
      const full = count === expected || (expected < limit && count < limit)
      expect(answer).toKeep(`${expected} users`, full, `${count}`, '/data')
    }
    seenIn(await directory.baseline())
  })

  requirement('v1.list.limit-100', async ({ directory }) => {
    const { census, pages } = await directory.walk()
    const page = census ?? pages[0]
    if (!page) return
    expect(page.answer).toSucceed()
    const { limit } = metaOf(page.answer)
    if (limit === undefined) throw new Inconclusive('meta has no limit')
    expect(page.answer).toKeep(`a limit of ${MAX_LIMIT}`, limit === MAX_LIMIT, `${limit}`, '/meta/limit')
  })

  requirement('v1.list.limit-at-most-100', async ({ probes, directory }) => {
    for (const answer of await probes.lists(ABOVE_MAXIMUM.map((limit) => ({ limit })))) {
      if (!isServed(answer)) continue
      const count = entriesOf(answer)?.length ?? 0
      expect(answer).toKeep(`at most ${MAX_LIMIT} users`, count <= MAX_LIMIT, `${count}`, '/data')
      expectLimit(answer, 1)
    }
    provenBy(await directory.baseline())
  })

  requirement('v1.list.limit-below-1', async ({ probes, directory }) => {
    const answers = await probes.lists(BELOW_1.map((limit) => ({ limit })))
    for (const [index, answer] of answers.entries()) {
      if (!isServed(answer)) continue
      const nobody = BELOW_1[index] === 0 && metaOf(answer).limit === 0 && entriesOf(answer)?.length === 0
      if (nobody) expect(answer).toPrefer('a limit of at least 1', false, '0', '/meta/limit')
      else expectLimit(answer, 1)
    }
    provenBy(await directory.baseline())
  })

  requirement('v1.list.limit-not-integer', async ({ probes, directory }) => {
    const limits = [...NOT_INTEGER, '', ['2', '3']]
    for (const answer of await probes.lists(limits.map((limit) => ({ limit })))) {
      if (isServed(answer)) expectLimit(answer, 1)
    }
    provenBy(await directory.baseline())
  })

  requirement('v1.list.page-below-1', async ({ probes, directory }) => {
    for (const answer of await probes.lists(BELOW_1.map((page) => ({ page })))) {
      if (!isServed(answer)) continue
      const shown = metaOf(answer).page
      expect(answer).toKeep('page 1', shown === 1, `${shown ?? 'no page number'}`, '/meta/page')
    }
    provenBy(await directory.baseline())
  })

  requirement('v1.list.page-not-integer', async ({ probes, directory }) => {
    for (const answer of await probes.lists(NOT_INTEGER.map((page) => ({ page })))) {
      if (!isServed(answer)) continue
      const shown = metaOf(answer).page
      expect(answer).toKeep(
        'the number of a page',
        shown !== undefined && shown >= 1,
        `${shown ?? 'none'}`,
        '/meta/page',
      )
    }
    provenBy(await directory.baseline())
  })

  requirement('v1.list.unknown-parameter', async ({ probes, directory }) => {
    const answer = await probes.unknownParameter()
    if (isServed(answer)) expect(answer).toSucceed()
    provenBy(await directory.baseline())
  })
})

/** Judges a refusal on the way. @returns whether the request was served instead */
function isServed(answer: Answer): boolean {
  if (succeeded(answer)) return true
  expect(answer).toBeRefused(INVALID)
  return false
}

function expectLimit(answer: Answer, least: number): void {
  const { limit } = metaOf(answer)
  expect(answer).toKeep(
    `a limit from ${least} to ${MAX_LIMIT}`,
    limit !== undefined && limit >= least && limit <= MAX_LIMIT,
    `${limit ?? 'none'}`,
    '/meta/limit',
  )
}
