/** What is said of credentials, roles and scopes. */
import { type Statement, statementsOf } from '../../../model/statement.ts'
import {
  AUTHENTICATION,
  CATALOG,
  CHANGELOG,
  EVERY,
  LIST,
  NOWHERE,
  OPENAPI,
  REMOVE,
  ROLES,
  SANDBOX,
  SDK,
  SNAPSHOT,
  TROUBLESHOOTING,
} from './pages.ts'

export const credentialStatements: Statement[] = statementsOf([
  ['A-01', AUTHENTICATION, 'stated', 'yes', 'One header proves who speaks: x-api-key.'],
  ['A-02', SNAPSHOT, 'stated', 'yes', 'The sender header of v2 is not needed.'],
  ['A-03', CATALOG, 'stated', 'yes', 'Without that header the answer is 401 with AUTH_001.'],
  ['A-04', CATALOG, 'stated', 'yes', 'With a key that nobody was given it is 401 with AUTH_002.'],
  ['A-05', TROUBLESHOOTING, 'stated', 'yes', 'The two codes are not kept apart everywhere.'],
  ['A-06', EVERY, 'shown', 'yes', 'The body of a 401 is not described.'],
  [
    'A-07',
    AUTHENTICATION,
    'stated',
    'no',
    'Keys look like UUIDs, or begin with sk_live_ or sk_test_.',
    'the pages contradict each other, and keys are given, not answered',
  ],
  [
    'A-08',
    CATALOG,
    'stated',
    'yes',
    'The name of the header is called case-sensitive.',
    'by HTTP names of headers are not, so neither reading can be a violation',
  ],
  [
    'A-09',
    AUTHENTICATION,
    'inferred',
    'partly',
    'A bearer token is not accepted.',
    'no page forbids a second way to prove who speaks',
  ],
  [
    'A-10',
    CHANGELOG,
    'stated',
    'partly',
    'Too many wrong keys lock a key out for a while.',
    'a suite that provokes it disturbs other users',
  ],
  ['A-11', SANDBOX, 'inferred', 'yes', 'The key is looked at before anything else.'],
  ['A-12', CATALOG, 'stated', 'yes', '401 means an unknown caller, 403 a caller who may not.'],
])

/** What is said of roles and of keys. */
export const callerStatements: Statement[] = statementsOf([
  ['P-01', ROLES, 'stated', 'partly', 'There are four roles: owner, admin, developer and billing.'],
  ['P-02', ROLES, 'stated', 'yes', 'Who founded the organization is its owner; the role cannot be given.'],
  ['P-03', ROLES, 'stated', 'fixture', 'Among the users there is no entry for the owner.'],
  ['P-04', ROLES, 'stated', 'fixture', 'The owner may do everything.'],
  ['P-05', ROLES, 'stated', 'fixture', 'An admin may do everything.'],
  ['P-06', ROLES, 'stated', 'fixture', 'A developer may read, no more.'],
  ['P-07', ROLES, 'stated', 'fixture', 'Who has the billing role may read, no more.'],
  ['P-08', ROLES, 'stated', 'fixture', 'Who may not gets 403 with AUTH_004.'],
  [
    'P-09',
    ROLES,
    'stated',
    'no',
    'Roles matter to the operations on profiles and users, not to others.',
    'the other operations are outside this contract',
  ],
  ['P-10', EVERY, 'stated', 'fixture', 'Changes need the admin role, reads the developer role or more.'],
  ['P-11', CHANGELOG, 'stated', 'no', 'Roles once had other names.', 'superseded by the page on roles'],
  [
    'P-12',
    SNAPSHOT,
    'stated',
    'no',
    'Billing and developer roles are meant for other parts of the product.',
    'those parts are outside this contract',
  ],

  [
    'Q-01',
    ROLES,
    'stated',
    'no',
    'Every key belongs to an account.',
    'no operation of this contract shows accounts or keys',
  ],
  [
    'Q-02',
    ROLES,
    'stated',
    'no',
    'The e-mail address of that account decides about the role.',
    'how a target finds the role is not shown by its answers',
  ],
  [
    'Q-03',
    ROLES,
    'stated',
    'fixture',
    'The address of the owner passes every gate.',
    'an answer does not show whether the key belongs to the owner',
  ],
  [
    'Q-04',
    ROLES,
    'inferred',
    'fixture',
    'Any other address has the role of its entry among the users.',
    'how a target finds the role is not shown by its answers; what each role may do is judged',
  ],
  ['Q-05', REMOVE, 'inferred', 'fixture', "Oneself is the entry with the address of the key's account."],
  [
    'Q-06',
    ROLES,
    'inferred',
    'fixture',
    'Without an entry, the owner can break the rule of the last admin only.',
    'advice on whose key to use, not a promise',
  ],
  ['Q-07', REMOVE, 'inferred', 'fixture', 'For the only admin both rules hold; which one speaks stays open.'],
  ['Q-09', REMOVE, 'inferred', 'fixture', 'It stays open whether the owner counts as a remaining admin.'],
  [
    'Q-10',
    NOWHERE,
    'inferred',
    'fixture',
    'It stays open whether an invited admin counts as a remaining one.',
    'nothing is promised, so nothing can be violated',
  ],
  [
    'Q-11',
    LIST,
    'inferred',
    'fixture',
    'It stays open how there can be a key without access.',
    'nothing is promised; RESTRICTED_API_KEY is such a key, wherever it comes from',
  ],
])

/** What is said of keys of profiles and of `x-profile-id`. */
export const scopeStatements: Statement[] = statementsOf([
  ['O-01', EVERY, 'stated', 'fixture', 'x-profile-id is optional on every operation.'],
  ['O-02', EVERY, 'stated', 'fixture', 'With it an operation concerns the profile, not the organization.'],
  ['O-03', EVERY, 'stated', 'fixture', 'Only keys of organizations may send it.'],
  ['O-04', OPENAPI, 'stated', 'fixture', 'Sent with a key of a profile, it leads to 403.'],
  ['O-05', EVERY, 'stated', 'fixture', "Only profiles of the caller's organization may stand in it."],
  ['O-06', OPENAPI, 'stated', 'fixture', 'A profile that the organization does not have gives 404.'],
  ['O-07', LIST, 'inferred', 'fixture', 'The page foresees a 403 as well as a 404 for that.'],
  ['O-08', NOWHERE, 'inferred', 'yes', 'What a value gives that is no UUID is not said.'],
  [
    'O-10',
    OPENAPI,
    'stated',
    'partly',
    'Rate limits are counted for the organization, not for the profile.',
    'a suite that provokes a limit disturbs other users',
  ],
  ['O-11', SDK, 'stated', 'no', 'The header came in March 2026.', 'history, not a promise'],
  ['O-12', LIST, 'inferred', 'fixture', 'A wrong value is never read as the organization itself.'],
  [
    'O-13',
    CHANGELOG,
    'stated',
    'no',
    'The operations on profiles have moved to another path.',
    'those operations are outside this contract',
  ],
])

export const scopeHeaderStatements: Statement[] = statementsOf(
  [['O-09', OPENAPI, 'stated', 'fixture', 'X-Profile-Id repeats the profile.']],
  'headers',
)

/** What is said of `GET /v3/me`. */
export const meStatements: Statement[] = statementsOf(
  [
    [
      'Q-08',
      SDK,
      'stated',
      'yes',
      'It tells id, kind, name and contact of the account behind a key, and its profiles; no user, and no role.',
    ],
  ],
  'me',
)
