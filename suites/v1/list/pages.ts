/** `page`, `limit` and `meta`: the list in pages that fit together. */

import { type Page, viewOf } from '../../../contracts/v1/client/pages.ts'
import { metaOf } from '../../../contracts/v1/client/user.ts'
import type { IssueKind } from '../../../contracts/v1/inspection/stability.ts'
import { LIST } from '../../../contracts/v1/pages.ts'
import { ANY_REFUSAL } from '../../../contracts/v1/refusals.ts'
import { entailed, shown, stated } from '../../../language/declaration.ts'
import { succeeded } from '../../../model/answer.ts'
import { Inconclusive } from '../../../model/outcome.ts'
import { page, requirement, type V1Context } from '../language.ts'

export const pages = page(LIST, [
  requirement('default-page', {
    must: 'Without page, page 1 is shown.',
    source: shown('DL-12 DL-15 DL-08'),
    about: 'pagination',
    async check({ expect, directory, probes }) {
      const list = await directory.baseline()
      expect(list).toSucceed()
      const { page } = metaOf(list)
      if (page === undefined) throw new Inconclusive('meta has no page number')
      expect(list).toKeep('page 1', page === 1, `${page}`, '/meta/page')
      // Asked for after later pages: what was asked for before says nothing about what is asked for now.
      const later = await probes.unknownParameter()
      const now = metaOf(later).page
      if (now !== undefined) expect(later).toKeep('page 1', now === 1, `${now}`, '/meta/page')
    },
  }),

  requirement('page-starts-at-1', {
    must: 'Page 1 holds users as long as there are any.',
    source: stated('DL-04 DL-03'),
    about: 'pagination',
    async check({ expectSound, directory }) {
      expectSound((await directory.walk()).attempts, 'start')
    },
  }),

  requirement('pages-full', {
    must: 'Every page but the last holds limit users.',
    source: entailed('DL-05', 'DL-03'),
    accepts: 'Differences that users explain who come and go meanwhile.',
    about: 'pagination',
    check: sound('full'),
  }),

  requirement('pages-disjoint', {
    must: 'No user stands on two pages.',
    source: entailed('DL-03', 'DL-04 DL-18'),
    accepts: 'Differences that users explain who come and go meanwhile.',
    about: 'pagination',
    check: sound('disjoint'),
  }),

  requirement('pages-complete', {
    must: 'All pages together hold as many users as meta.total says.',
    source: entailed('DL-03', 'DL-14'),
    accepts: 'Differences that users explain who come and go meanwhile.',
    about: 'pagination',
    check: sound('complete'),
  }),

  requirement('total', {
    must: 'meta.total counts all users, not those of the page.',
    source: shown('DL-12 DL-14'),
    accepts: 'Differences that users explain who come and go meanwhile.',
    about: 'pagination',
    async check({ expectSound, directory, filters }) {
      expectSound((await directory.walk()).attempts, 'total')
      expectSound((await filters.read()).attempts, 'sum')
    },
  }),

  requirement('past-the-end', {
    must: 'Past the last page there are no users, and the total is the same.',
    source: entailed('DL-03', 'DL-14'),
    accepts: '200 with an empty page; 404, 400, 422, or the last page under its own number, is a warning.',
    about: 'pagination',
    async check(context) {
      const { expect, seen, provenBy, directory, probes } = context
      const { pages, past } = await directory.walk()
      for (const page of pages) if (succeeded(page.answer)) seen(page.answer)
      for (const page of past) expectNobody(context, page)
      const far = await probes.list({ page: probes.farPage })
      expectNobody(context, { ...viewOf(far, probes.farPage, metaOf(far).limit ?? 1), answer: far })
      const wrong = await directory.wrongTotalPastTheEnd()
      if (wrong) {
        const { answer, total, expected } = wrong
        expect(answer).toKeep(`a total of ${expected}`, false, `${total}`, '/meta/total')
      }
      provenBy(await directory.baseline())
    },
  }),
])

/** The check that no reading of the whole list shows an issue of this kind. */
function sound(kind: IssueKind): (context: V1Context) => Promise<void> {
  return async ({ expectSound, directory }) => expectSound((await directory.walk()).attempts, kind)
}

/** A page past the end holds nobody, unless so many have come meanwhile that it is one no longer. */
function expectNobody({ expect, probes }: V1Context, { answer, page, limit, total, entries }: Page): void {
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
  const inside = total === undefined ? page < probes.farPage : (page - 1) * limit < total
  const count = entries?.length
  expect(answer).toKeep(
    `nobody on page ${page}, past the end`,
    count === 0 || (inside && count !== undefined),
    count === undefined ? 'no list' : `${count} users`,
    '/data',
  )
}
