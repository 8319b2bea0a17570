/** Requirements of `GET /api/v1/users`. */
import type { Row, UnobservableRow } from '../../../helpers/catalogue.ts'
import { answerRows } from './answers.ts'
import { callerRows } from './callers.ts'

const orDefault = '400 (422 is a warning), or 200 with a default in place of the value.'
const churn = 'Differences that users explain who come and go meanwhile.'

/** Pages: which there are, what they hold, and what meta says about them. */
const pages: Row[] = [
  ['default-page', 'must', 'Without page, page 1 is shown.', 'inferred', 'DL-15 DL-08'],
  ['page-starts-at-1', 'must', 'Page 1 holds users as long as there are any.', 'stated', 'DL-04 DL-03'],
  [
    'page-echoed',
    'must',
    'meta.page is the page that was asked for.',
    'inferred',
    'DL-13',
    'Past the end, the number of the last page, where that is shown.',
  ],
  ['limit-echoed', 'must', 'meta.limit is the limit that was asked for.', 'inferred', 'DL-13'],
  ['page-length', 'must', 'A page holds at most limit users.', 'stated', 'DL-05'],
  ['pages-full', 'must', 'Every page but the last holds limit users.', 'inferred', 'DL-03 DL-05', churn],
  ['pages-disjoint', 'must', 'No user stands on two pages.', 'inferred', 'DL-18 DL-04', churn],
  [
    'pages-complete',
    'must',
    'All pages together hold as many users as meta.total says.',
    'inferred',
    'DL-03 DL-14',
    churn,
  ],
  ['ids-unique', 'must', 'No user stands on a page twice.', 'inferred', 'DL-18'],
  ['total', 'must', 'meta.total counts all users, not those of the page.', 'inferred', 'DL-14', churn],
  [
    'past-the-end',
    'must',
    'Past the last page there are no users, and the total is the same.',
    'inferred',
    'DL-03 DL-14',
    '200 with an empty page; 404, or the last page under its own number, is a warning.',
  ],
]

/** Parameters at the edge of what is documented, and beyond. */
const parameters: Row[] = [
  [
    'limit-served',
    'must',
    'A limit of 1 or 20 is served with as many users, as far as there are any.',
    'stated',
    'DL-05 DL-13',
  ],
  ['limit-100', 'must', 'A limit of 100 is served, and meta.limit is 100.', 'stated', 'DL-06 DL-13'],
  [
    'limit-at-most-100',
    'must',
    'Never more than 100 users are on a page, however many were asked for.',
    'stated',
    'DL-06',
    '400 (422 is a warning), or 200 with a meta.limit of at most 100.',
  ],
  [
    'limit-below-1',
    'must',
    'A limit of zero or below is refused or replaced.',
    'inferred',
    'DL-05',
    '400 (422 is a warning); 200 with a meta.limit of at least 1; for 0, an empty page with meta.limit 0 (a warning).',
  ],
  [
    'limit-not-integer',
    'must',
    'A limit that is no single integer is refused or replaced.',
    'stated',
    'DL-05',
    orDefault,
  ],
  [
    'page-below-1',
    'must',
    'A page of zero or below is refused or taken for page 1.',
    'stated',
    'DL-04',
    '400 (422 is a warning), or 200 with meta.page 1.',
  ],
  [
    'page-not-integer',
    'must',
    'A page that is no integer is refused or replaced.',
    'stated',
    'DL-04',
    orDefault,
  ],
  [
    'unknown-parameter',
    'must',
    'A parameter that is not documented is ignored or refused.',
    'inferred',
    'DL-08',
    '200 or 400.',
  ],
]

/** The status filter. */
const filter: Row[] = [
  [
    'status-filter',
    'must',
    'With a status filter every user on every page has that status.',
    'stated',
    'DL-07 DS-05',
  ],
  [
    'filter-complete',
    'must',
    'With a status filter every user who has that status is listed.',
    'stated',
    'DL-07',
    churn,
  ],
  [
    'total-filtered',
    'should',
    'With a status filter meta.total counts the users who have that status.',
    'inferred',
    'DL-17',
    churn,
  ],
  [
    'filter-finds-new-user',
    'must',
    'A new user is found under the status pending and under no other.',
    'inferred',
    'DL-07 DL-19 DC-11',
  ],
  [
    'status-unknown',
    'must',
    'A status that does not exist is refused, or nobody is found under it.',
    'inferred',
    'DL-07 DS-05',
    '400 (422 is a warning); 200 with an empty page; 200 without any filter (a warning).',
  ],
  [
    'status-case',
    'must',
    'A status in upper case is refused, or filters like the one in lower case, or finds nobody.',
    'inferred',
    'DL-07',
    '400 (422 is a warning); 200 with an empty or a filtered page; 200 without any filter (a warning).',
  ],
]

export const listRows: Row[] = [
  ['status-200', 'must', 'A valid request is answered with 200.', 'stated', 'DL-01 DL-08 DL-10'],
  [
    'shape',
    'must',
    'The answer has users in data, each with id, e-mail, name, status and creation time, and page, limit and total in meta.',
    'shown',
    'DL-11 DL-12 DS-01 DS-04 DS-05 DS-07 DS-11',
    'Further members, a role among them; any form of id; any RFC 3339 time; name null or left out.',
  ],
  ...pages,
  ...parameters,
  ...filter,
  ['created-user-listed', 'must', 'A new user is listed.', 'inferred', 'DL-19 DC-02'],
  [
    'agrees-with-get',
    'must',
    'A listed user is found by its id, with the same e-mail, name, status and creation time.',
    'inferred',
    'DG-06 DL-01',
    'Differences while somebody changes the user: a difference must show twice.',
  ],
  ...callerRows('DL-09'),
  ...answerRows('DL-11'),
]

export const listUnobservable: UnobservableRow[] = [
  [
    'own-organization',
    "Only users of the caller's own organization are listed.",
    'stated',
    'DL-02',
    'an answer does not show to which organization a user belongs',
  ],
  [
    'default-limit',
    'How many users are on a page when no limit is given.',
    'inferred',
    'DL-16',
    'one example shows 20, but nothing promises it, so nothing can be violated',
  ],
  [
    'refusals',
    'No refusal is documented for the list.',
    'shown',
    'DL-21',
    'silence promises nothing; what invalid parameters lead to is judged by what is accepted for each',
  ],
]
