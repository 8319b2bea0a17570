/** What is said of simulation, rate limits, replays and pages. */
import { type Statement, statementsOf } from '../../../model/statement.ts'
import {
  AUTHENTICATION,
  CHANGELOG,
  COMMUNITY,
  CONTACTS,
  IDEMPOTENCY,
  INVITE,
  LIST,
  MODELS,
  NOWHERE,
  OPENAPI,
  RATE_LIMITS,
  REMOVE,
  SANDBOX,
  SANDBOX_GUIDE,
  SNAPSHOT,
} from './pages.ts'

const DISTURBS = 'a suite that provokes a limit disturbs other users; it keeps to it instead'
const REPLAYS = 'nothing that a run could see without a race, or nothing at all, is promised'
const OTHER_LIST = 'said of other lists; the page of this one offers no pages'

export const sandboxStatements: Statement[] = statementsOf([
  ['B-01', REMOVE, 'stated', 'yes', 'Changes take a boolean called sandbox in their body.'],
  ['B-02', REMOVE, 'stated', 'fixture', 'True means that nothing really happens.'],
  ['B-03', REMOVE, 'inferred', 'fixture', 'False, or leaving it out, means that it does.'],
  ['B-05', SANDBOX_GUIDE, 'stated', 'yes', 'It has the shape of a real one, with sample values.'],
  ['B-06', SANDBOX_GUIDE, 'shown', 'yes', 'It has the status of a real one.'],
  ['B-07', SANDBOX, 'stated', 'yes', 'The key is looked at all the same.'],
  ['B-08', SANDBOX, 'stated', 'yes', 'The request is validated all the same.'],
  ['B-09', SANDBOX, 'stated', 'fixture', 'The role is looked at all the same.'],
  ['B-10', OPENAPI, 'stated', 'no', 'What lies behind these checks is left out.'],
  ['B-11', SANDBOX, 'stated', 'partly', 'Nothing is stored, sent or charged.'],
  ['B-12', COMMUNITY, 'stated', 'yes', 'What a simulation has made is not to be found afterwards.'],
  [
    'B-13',
    AUTHENTICATION,
    'stated',
    'partly',
    'Every kind of key can simulate.',
    'an answer does not show of which kind a key is',
  ],
  ['B-14', SNAPSHOT, 'stated', 'yes', 'A simulated answer can be replayed like a real one.', REPLAYS],
  ['B-15', OPENAPI, 'stated', 'no', 'The member and the header once had other names.', 'superseded'],
  [
    'B-16',
    SANDBOX,
    'shown',
    'no',
    'The request_id of a sample may look different.',
    'a freedom, not a promise',
  ],
])

/** Headers of answers that tell of limits and of simulation. */
export const conventionHeaderStatements: Statement[] = statementsOf(
  [
    ['B-04', SANDBOX, 'stated', 'yes', 'A simulated answer has the header X-Sandbox: true.'],
    [
      'T-04',
      RATE_LIMITS,
      'stated',
      'yes',
      'Three headers tell the limit, the rest, and when it starts anew.',
    ],
    ['T-05', RATE_LIMITS, 'stated', 'yes', 'They stand on every answer, or on those with 429 alone.'],
  ],
  'headers',
)

export const limitStatements: Statement[] = statementsOf(
  [
    [
      'T-01',
      RATE_LIMITS,
      'stated',
      'partly',
      '200 requests a minute are allowed, 50 of them at once.',
      DISTURBS,
    ],
    ['T-02', RATE_LIMITS, 'stated', 'partly', 'Ten invitations a minute are allowed, five of them at once.'],
    ['T-03', RATE_LIMITS, 'stated', 'no', 'Requests are counted per customer.'],
    ['T-06', RATE_LIMITS, 'stated', 'partly', 'Too many requests give 429 with BUSINESS_002.'],
    ['T-07', RATE_LIMITS, 'stated', 'partly', 'A 429 says in Retry-After how many seconds to wait.'],
    ['T-08', CHANGELOG, 'stated', 'partly', 'Too many wrong keys give 429 as well.', DISTURBS],
  ],
  'limits',
)

export const replayStatements: Statement[] = statementsOf(
  [
    ['K-01', INVITE, 'stated', 'yes', 'Idempotency-Key is 1 to 255 letters, digits, - and _.'],
    ['K-03', IDEMPOTENCY, 'stated', 'partly', 'An answer is kept for a day.'],
    ['K-04', IDEMPOTENCY, 'stated', 'yes', 'The same key again gives the first answer and does nothing.'],
    ['K-05', IDEMPOTENCY, 'stated', 'yes', 'A replay says that it is one, and of which request.'],
    ['K-06', SNAPSHOT, 'stated', 'yes', 'That holds for another body, too.'],
    [
      'K-07',
      IDEMPOTENCY,
      'stated',
      'partly',
      'While the first request runs, the second is a conflict.',
      REPLAYS,
    ],
    ['K-08', SNAPSHOT, 'stated', 'yes', 'A malformed key is refused with 400.'],
    ['K-09', IDEMPOTENCY, 'stated', 'yes', 'It works for every change, or for all but removals.'],
    ['K-10', NOWHERE, 'inferred', 'no', 'Whether refusals are kept is not said.', REPLAYS],
  ],
  'replay',
)

export const pageStatements: Statement[] = statementsOf([
  ['K-02', INVITE, 'stated', 'yes', 'It may be left out.'],
  ['N-01', LIST, 'shown', 'yes', 'The list has no parameters for pages.'],
  ['N-02', CONTACTS, 'shown', 'no', 'Other lists have page and page_size.', OTHER_LIST],
  ['N-03', CONTACTS, 'shown', 'no', 'There a page below 1 is refused.', OTHER_LIST],
  ['N-05', MODELS, 'stated', 'no', 'Another page describes pages by cursors.', OTHER_LIST],
  [
    'N-06',
    CONTACTS,
    'inferred',
    'partly',
    'Where a list has more, its answer says so.',
    'said of other lists; where this one says so, its further pages are unknown to the three pages',
  ],
])
