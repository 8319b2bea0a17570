/** What is said of every answer: envelope, meta, errors, users, headers. */
import { type Statement, statementsOf } from '../../../model/statement.ts'
import {
  CHANGELOG,
  EVERY,
  IDEMPOTENCY,
  INVITE,
  LIST,
  MIGRATION,
  MODELS,
  OPENAPI,
  RATE_LIMITS,
  SANDBOX,
  SDK,
  SNAPSHOT,
} from './pages.ts'

export const shapeStatements: Statement[] = statementsOf([
  ['E-01', EVERY, 'shown', 'yes', 'A JSON answer has the members success, data, error and meta.'],
  ['E-02', EVERY, 'shown', 'yes', 'success is true beside data and false beside an error.'],
  ['E-03', EVERY, 'shown', 'yes', 'A success has error null.'],
  ['E-04', EVERY, 'shown', 'yes', 'A refusal has data null.'],
  ['E-05', EVERY, 'inferred', 'yes', 'success and the status tell the same.'],
  ['E-06', EVERY, 'shown', 'yes', 'No body is described for a 401, nor for a removal that succeeds.'],
  ['E-07', MIGRATION, 'stated', 'yes', 'Names of members are in snake case.'],
  ['E-08', MODELS, 'inferred', 'yes', 'Further members beside the four are not forbidden.'],
  ['E-09', SDK, 'shown', 'yes', 'The schemas require none of the four; the examples have them all.'],

  [
    'E-10',
    EVERY,
    'stated',
    'yes',
    'What an operation is described to do is done for whoever asks as described.',
  ],

  ['M-01', EVERY, 'shown', 'yes', 'meta.request_id is a text that names the request.'],
  ['M-02', EVERY, 'shown', 'yes', 'meta.timestamp is the date and time at which the server answers.'],
  ['M-03', EVERY, 'shown', 'yes', 'meta.version reads v3.'],
  ['M-05', SNAPSHOT, 'stated', 'yes', 'Each request has a request_id of its own.'],

  ['X-01', EVERY, 'shown', 'yes', 'A code is a family in capitals, an underscore and three digits.'],
  ['X-02', EVERY, 'shown', 'yes', 'An error has a message for people.'],
  ['X-03', EVERY, 'shown', 'yes', 'details are null, or map names of fields to lists of texts.'],
  ['X-04', EVERY, 'shown', 'yes', 'doc_url is an address or null.'],
  ['X-05', CHANGELOG, 'stated', 'partly', 'Every error has doc_url.'],
  ['X-06', INVITE, 'shown', 'yes', 'details name fields as the request does.'],

  ['S-01', EVERY, 'shown', 'yes', 'A user has an id, a text; every example is a UUID.'],
  ['S-02', EVERY, 'shown', 'yes', 'A user has an e-mail address.'],
  ['S-03', EVERY, 'shown', 'yes', 'A user has a name.'],
  ['S-04', SDK, 'stated', 'yes', 'A user has the role admin, billing or developer.'],
  ['S-05', SDK, 'stated', 'yes', 'A user is active, invited, suspended or rejected.'],
  ['S-06', EVERY, 'shown', 'yes', 'invited_at is a time or null.'],
  ['S-07', LIST, 'shown', 'yes', 'last_login_at is a time, or null for who has never logged in.'],
  ['S-08', EVERY, 'shown', 'yes', 'created_at is a time.'],
  ['S-09', EVERY, 'shown', 'yes', 'updated_at is a time or null.'],
  ['S-11', LIST, 'shown', 'yes', 'A member without a value is there and null.'],
  ['S-12', EVERY, 'shown', 'yes', 'A user is updated after it was created, not before.'],
  [
    'S-13',
    SDK,
    'stated',
    'fixture',
    'In a profile a user has the role of the organization unless it has one there.',
    'a client library says so of profiles; the pages of the users do not',
  ],
  ['S-14', SDK, 'inferred', 'yes', 'A user shows no secret.'],
])

/** Of these none stands in the documents. */
export const headerStatements: Statement[] = statementsOf(
  [
    ['M-06', OPENAPI, 'inferred', 'partly', 'X-Request-Id names the same request as meta.request_id.'],
    ['H-01', OPENAPI, 'stated', 'yes', 'Every answer has the header X-Request-Id.'],
    ['H-02', OPENAPI, 'stated', 'yes', 'Every answer has the header X-Response-Time.'],
    ['H-03', OPENAPI, 'stated', 'yes', 'Every answer has the header X-API-Version, which reads v3.'],
    ['H-04', RATE_LIMITS, 'stated', 'yes', 'Three headers tell the rate limit and what is left of it.'],
    ['H-05', OPENAPI, 'stated', 'fixture', 'X-Profile-Id repeats the profile that the request named.'],
    ['H-06', SANDBOX, 'stated', 'yes', 'X-Sandbox marks simulated answers.'],
    ['H-07', IDEMPOTENCY, 'stated', 'yes', 'Two headers mark answers that are replayed.'],
  ],
  'headers',
)
