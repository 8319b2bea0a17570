/** Parameters at the edge of what is documented, and beyond: refused, replaced or served, but never broken. */
import { type Answer, succeeded } from '../../helpers/http/answer.ts'
import { MAX_LIMIT } from '../../helpers/v1/pages.ts'
import { entriesOf, metaOf } from '../../helpers/v1/user.ts'
import { ANY_REFUSAL, describe, expect, provenBy, requirement } from './language.ts'

/** Invalid input has one documented status. */
const INVALID = { status: 400, soft: ANY_REFUSAL }

const ABOVE_MAXIMUM = [101, 1000, 99_999_999_999]
const BELOW_1 = [0, -1]
const NOT_INTEGER = ['abc', '1.5']

describe('GET /api/v1/users', () => {
  requirement('v1.list.limit-100', async ({ directory }) => {
    const { census, pages } = await directory.walk()
    const page = census ?? pages[0]
    if (!page) return
    expect(page.answer).toSucceed()
    const { limit } = metaOf(page.answer)
    expect(page.answer).toKeep(
      `a limit of ${MAX_LIMIT}`,
      limit === MAX_LIMIT,
      `${limit ?? 'none'}`,
      '/meta/limit',
    )
  })

  requirement('v1.list.limit-at-most-100', async ({ probes, directory }) => {
    for (const limit of ABOVE_MAXIMUM) {
      const answer = await probes.list({ limit })
      if (!isServed(answer)) continue
      const count = entriesOf(answer)?.length ?? 0
      expect(answer).toKeep(`at most ${MAX_LIMIT} users`, count <= MAX_LIMIT, `${count}`, '/data')
      expectLimit(answer, 1)
    }
    provenBy(await directory.baseline())
  })

  requirement('v1.list.limit-below-1', async ({ probes, directory }) => {
    for (const limit of BELOW_1) {
      const answer = await probes.list({ limit })
      if (!isServed(answer)) continue
      const nobody = limit === 0 && metaOf(answer).limit === 0 && entriesOf(answer)?.length === 0
      if (nobody) expect(answer).toPrefer('a limit of at least 1', false, '0', '/meta/limit')
      else expectLimit(answer, 1)
    }
    provenBy(await directory.baseline())
  })

  requirement('v1.list.limit-not-integer', async ({ probes, directory }) => {
    for (const limit of [...NOT_INTEGER, '', ['2', '3']]) {
      const answer = await probes.list({ limit })
      if (isServed(answer)) expectLimit(answer, 1)
    }
    provenBy(await directory.baseline())
  })

  requirement('v1.list.page-below-1', async ({ probes, directory }) => {
    for (const page of BELOW_1) {
      const answer = await probes.list({ page })
      if (!isServed(answer)) continue
      const shown = metaOf(answer).page
      expect(answer).toKeep('page 1', shown === 1, `${shown ?? 'no page number'}`, '/meta/page')
    }
    provenBy(await directory.baseline())
  })

  requirement('v1.list.page-not-integer', async ({ probes, directory }) => {
    for (const page of NOT_INTEGER) {
      const answer = await probes.list({ page })
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
