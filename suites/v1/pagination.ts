/** `page`, `limit` and `meta`: the list in pages that fit together. */
import { succeeded } from '../../helpers/http/answer.ts'
import { Inconclusive } from '../../helpers/run/outcome.ts'
import type { Page } from '../../helpers/v1/fixtures/directory.ts'
import { FAR_PAGE } from '../../helpers/v1/fixtures/probes.ts'
import { viewOf } from '../../helpers/v1/pages.ts'
import { metaOf } from '../../helpers/v1/user.ts'
import { ANY_REFUSAL, describe, expect, expectSound, provenBy, requirement, seenIn } from './vocabulary.ts'

describe('GET /api/v1/users', () => {
  requirement('v1.list.default-page', async ({ directory }) => {
    const list = await directory.baseline()
    expect(list).toSucceed()
    const { page } = metaOf(list)
    if (page === undefined) throw new Inconclusive('meta has no page number')
    expect(list).toKeep('page 1', page === 1, `${page}`, '/meta/page')
  })

  requirement('v1.list.page-starts-at-1', async ({ directory, filters }) => {
    expectSound((await directory.walk()).attempts, 'start')
    expectSound((await filters.read()).attempts, 'start')
  })

  for (const [id, kind] of [
    ['v1.list.pages-full', 'full'],
    ['v1.list.pages-disjoint', 'disjoint'],
    ['v1.list.pages-complete', 'complete'],
  ] as const) {
    requirement(id, async ({ directory, filters }) => {
      expectSound((await directory.walk()).attempts, kind)
      expectSound((await filters.read()).attempts, kind)
    })
  }

  requirement('v1.list.total', async ({ directory }) => {
    expectSound((await directory.walk()).attempts, 'total')
  })

  requirement('v1.list.past-the-end', async ({ directory, probes }) => {
    const { pages, past } = await directory.walk()
    for (const page of pages) if (succeeded(page.answer)) seenIn(page.answer)
    expectNobody(past)
    const far = await probes.list({ page: FAR_PAGE })
    expectNobody({ ...viewOf(far, FAR_PAGE, metaOf(far).limit ?? 1), answer: far })
    const wrong = await directory.wrongTotalPastTheEnd()
    if (wrong) {
      const { answer, total, expected } = wrong
      expect(answer).toKeep(`a total of ${expected}`, false, `${total}`, '/meta/total')
    }
    provenBy(await directory.baseline())
  })
})

/** A page past the end holds nobody, unless so many have come meanwhile that it is one no longer. */
function expectNobody({ answer, page, limit, total, entries }: Page): void {
  if (!succeeded(answer)) {
    expect(answer).toBeRefused({ status: 200, soft: ANY_REFUSAL })
    return
  }
  expect(answer).toSucceed()
  const shown = metaOf(answer).page
  if (shown !== undefined && shown < page) {
    expect(answer).toPrefer('an empty page', false, `page ${shown}`, '/meta/page')
    return
  }
  const inside = total === undefined ? page < FAR_PAGE : (page - 1) * limit < total
  const count = entries?.length
  expect(answer).toKeep(
    `nobody on page ${page}, past the end`,
    count === 0 || (inside && count !== undefined),
    count === undefined ? 'no list' : `${count} users`,
    '/data',
  )
}
