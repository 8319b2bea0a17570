/** What every answer to `GET /api/v1/users` looks like, and how each fits what was asked for. */

import {
  leaks,
  limitEchoed,
  notServed,
  ofPage,
  ofSoundPage,
  pageEchoed,
  repeatedIds,
  tooLong,
} from '../../../contracts/v1/inspection/inspect-list.ts'
import { servedWith } from '../../../contracts/v1/inspection/success.ts'
import { LIST } from '../../../contracts/v1/pages.ts'
import { entailed, shown, stated } from '../../../language/declaration.ts'
import type { EveryAnswer } from '../../../language/every-answer.ts'
import { everyAnswer } from '../every-answer.ts'
import { page, requirement } from '../language.ts'

const status200 = servedWith(200)
const leakProof = ofSoundPage(leaks)

/** Whoever is served is served with 200, and whoever asks for what is valid is served. */
const served: EveryAnswer = {
  ...status200,
  look: (shared) => {
    const look = status200.look?.(shared)
    return (...seen) => notServed(seen[0], seen[1]) ?? look?.(...seen)
  },
}

/** Nobody leaks through the filter, and a valid filter is served. */
const filtered: EveryAnswer = {
  look: (shared) => {
    const look = leakProof.look?.(shared)
    return (...seen) => {
      const refused = seen[1].query?.status === undefined ? undefined : notServed(seen[0], seen[1])
      return refused ?? look?.(...seen)
    }
  },
}

export const answers = page(LIST, [
  requirement('status-200', {
    must: 'A valid request is answered with 200.',
    source: stated('DL-10 DL-01 DL-08'),
    about: 'shape',
    everyAnswer: served,
  }),

  requirement('shape', {
    must: 'The answer has users in data, each with id, e-mail, name, status and creation time, and page, limit and total in meta.',
    source: shown('DL-11 DL-12 DS-01 DS-04 DS-05 DS-07 DS-11'),
    accepts: 'Further members, a role among them; any form of id; any RFC 3339 time; name null or left out.',
    about: 'shape',
    everyAnswer: { shape: { of: 'success' } },
  }),

  requirement('page-echoed', {
    must: 'meta.page is the page that was asked for.',
    source: shown('DL-12 DL-13'),
    accepts: 'Past the end, the number of the last page, where that is shown.',
    about: 'pagination',
    everyAnswer: ofSoundPage(pageEchoed),
  }),

  requirement('limit-echoed', {
    must: 'meta.limit is the limit that was asked for.',
    source: shown('DL-12 DL-13'),
    about: 'pagination',
    everyAnswer: ofSoundPage(limitEchoed),
  }),

  requirement('page-length', {
    must: 'A page holds at most limit users.',
    source: stated('DL-05'),
    about: 'pagination',
    everyAnswer: ofPage(tooLong),
  }),

  requirement('ids-unique', {
    must: 'No user stands on a page twice.',
    source: entailed('DG-01', 'DL-18'),
    about: 'shape',
    everyAnswer: ofPage(repeatedIds),
  }),

  requirement('status-filter', {
    must: 'With a status filter every user on every page has that status.',
    source: stated('DL-07 DS-05'),
    about: 'pagination',
    everyAnswer: filtered,
  }),

  ...everyAnswer('DL-11'),
])
