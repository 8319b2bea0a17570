/** A small catalogue of both contracts, for reports that tests and screenshots show. */

import type { Page } from '../../language/declaration.ts'
import type { Requirement } from '../../model/contract.ts'
import { type Row, requirementsOf, unobservableOf } from './sample-rows.ts'

const page = (
  contract: Page['contract'],
  operation: Page['operation'],
  slug: string,
  title: string,
): Page => ({ contract, operation, slug, title: `${contract}: ${title}` })

const PAGES = {
  list: page('v3', 'GET /v3/users', 'list', 'List users'),
  get: page('v3', 'GET /v3/users/{userId}', 'get', 'Get user by ID'),
  invite: page('v3', 'POST /v3/users', 'invite', 'Invite a user'),
  remove: page('v3', 'DELETE /v3/users/{userId}', 'remove', 'Remove user'),
  list1: page('v1', 'GET /api/v1/users', 'list', 'Users'),
  create1: page('v1', 'POST /api/v1/users', 'create', 'Users'),
  get1: page('v1', 'GET /api/v1/users/{id}', 'get', 'Users'),
  delete1: page('v1', 'DELETE /api/v1/users/{id}', 'delete', 'Users'),
}

const shapeV3: Row[] = [
  ['success-status', 'must', 'A caller with access gets the documented status.', 'inferred', 'L-09 O-01'],
  ['media-type', 'must', 'An answer with a body is labelled application/json.', 'stated', 'L-30'],
  [
    'meta',
    'must',
    'Every enveloped answer carries meta with a request id, a time and version v3.',
    'shown',
    'M-01 M-02 M-03',
    'Any prefix of request_id; 0 to 9 fraction digits.',
  ],
  [
    'error-shape',
    'must',
    'A refusal carries a code of the documented form and a message.',
    'shown',
    'X-01 X-02',
    'Any wording; doc_url null.',
  ],
  ['recommended-shape', 'should', 'Members that may be null are present with null.', 'shown', 'S-11'],
  [
    'response-headers',
    'should',
    'Answers carry X-Request-Id equal to meta.request_id.',
    'stated',
    'H-01 M-06',
  ],
  ['requires-key', 'must', 'Without a key the request is refused with 401.', 'stated', 'A-03 A-05'],
  ['unknown-key-refused', 'must', 'With an unknown key the request is refused with 401.', 'stated', 'A-04'],
  [
    'no-access-refused',
    'must',
    'A caller without a role in the organization is refused with 403 AUTH_004.',
    'shown',
    'L-25 P-08',
  ],
  [
    'scope-own-profile',
    'must',
    'With x-profile-id the request concerns the child profile.',
    'stated',
    'O-02',
  ],
]

const shapeV1: Row[] = [
  ['success-status', 'must', 'A caller with a token gets the documented status.', 'stated', 'DL-10'],
  ['error-shape', 'must', 'A refusal carries the strings error and message.', 'shown', 'DS-09 DS-10'],
  ['requires-token', 'must', 'Without a bearer token the request is refused with 401.', 'stated', 'DL-09'],
]

const rows: [Page, Row[]][] = [
  [
    PAGES.list,
    [
      ...shapeV3,
      ['users-array', 'must', 'The users stand in an array data.users.', 'shown', 'L-11'],
      [
        'user-fields',
        'must',
        'Every user has the documented members with the documented types.',
        'shown',
        'S-01 S-02 S-09',
        'Further members.',
      ],
      ['unique-ids', 'must', 'No user is listed twice.', 'inferred', 'L-35'],
      ['shows-invited', 'must', 'An invited user is listed, with status invited.', 'stated', 'L-15'],
      ['developer-allowed', 'must', 'The developer role may list users.', 'stated', 'L-22'],
      [
        'scope-foreign-refused',
        'must',
        'A profile of another organization cannot be read.',
        'stated',
        'L-06',
      ],
    ],
  ],
  [
    PAGES.get,
    [
      ...shapeV3,
      ['same-id', 'must', 'The answer is the user that was asked for.', 'inferred', 'G-09'],
      [
        'agrees-with-list',
        'must',
        'The list and the single read show the same user alike.',
        'inferred',
        'G-22',
      ],
      ['unknown-user', 'must', 'An unknown id is answered with 404 RESOURCE_006.', 'shown', 'G-17'],
      [
        'malformed-id',
        'must',
        'An id that is no UUID is refused.',
        'inferred',
        'G-02',
        '404, or 400 with a VALIDATION code.',
      ],
      ['removed-not-found', 'must', 'A removed user is answered with 404 RESOURCE_006.', 'inferred', 'G-20'],
    ],
  ],
  [
    PAGES.invite,
    [
      ...shapeV3,
      [
        'echo',
        'must',
        'The answer repeats the address, the name and the role of the request.',
        'shown',
        'I-18',
        'Letter case of the address.',
      ],
      ['status-invited', 'must', 'A new invitation has the status invited.', 'shown', 'I-24'],
      [
        'email-malformed-refused',
        'must',
        'A malformed e-mail address is refused.',
        'shown',
        'I-12',
        '400 with any VALIDATION code; 422 is a warning.',
      ],
      [
        'role-unknown-refused',
        'must',
        'A role outside admin, billing and developer is refused.',
        'shown',
        'I-14',
      ],
      [
        'duplicate-one-entry',
        'must',
        'Inviting an address twice never gives two entries.',
        'inferred',
        'I-38',
      ],
      ['sandbox-no-effect', 'must', 'A simulated invitation creates no user.', 'stated', 'I-19 B-02'],
      [
        'requires-admin',
        'must',
        'A caller without the admin role is refused with 403 AUTH_004.',
        'stated',
        'I-04',
      ],
    ],
  ],
  [
    PAGES.remove,
    [
      ...shapeV3,
      ['gone-from-get', 'must', 'A removed user can no longer be read.', 'inferred', 'R-02 R-26'],
      [
        'second-removal',
        'must',
        'Removing a removed user is answered with 404 RESOURCE_006.',
        'inferred',
        'R-27',
      ],
      ['unknown-user', 'must', 'An unknown id is answered with 404 RESOURCE_006.', 'shown', 'R-23'],
      [
        'developer-refused',
        'must',
        'The developer role may not remove users: 403 AUTH_004.',
        'shown',
        'R-03 R-21',
      ],
      [
        'self-rejected',
        'must',
        'Removing oneself is refused with 400 VALIDATION_001.',
        'shown',
        'R-05 R-16',
        'Another VALIDATION code, or 403, 409 or 422, is a warning.',
      ],
      ['last-admin-rejected', 'must', 'Removing the last admin is refused.', 'stated', 'R-06'],
      ['sandbox-no-effect', 'must', 'A simulated removal removes nobody.', 'stated', 'B-02'],
    ],
  ],
  [
    PAGES.list1,
    [
      ...shapeV1,
      [
        'limit-at-most-100',
        'must',
        'A page never has more than 100 users.',
        'stated',
        'DL-06',
        '400; or 200 with at most 100 entries.',
      ],
      ['pages-disjoint', 'should', 'Two pages share no user.', 'inferred', 'DL-18'],
      ['status-filter', 'must', 'With a status filter every user has that status.', 'stated', 'DL-07'],
      ['total-counts-all', 'should', 'meta.total counts all matching users.', 'inferred', 'DL-14'],
    ],
  ],
  [
    PAGES.create1,
    [
      ...shapeV1,
      ['email-required', 'must', 'Without an e-mail address nobody is created.', 'stated', 'DC-06'],
      ['conflict', 'must', 'The same address again is answered with 409 conflict.', 'stated', 'DC-16 DC-17'],
      ['status-pending', 'must', 'A new user has the status pending.', 'shown', 'DC-11'],
    ],
  ],
  [
    PAGES.get1,
    [
      ...shapeV1,
      ['unknown-user', 'must', 'An unknown id is answered with 404 not_found.', 'stated', 'DG-07 DG-08'],
    ],
  ],
  [
    PAGES.delete1,
    [
      ...shapeV1,
      ['gone-afterwards', 'must', 'A deleted user can no longer be read.', 'stated', 'DD-03'],
      ['forbidden', 'must', 'A caller who may not delete is refused with 403 forbidden.', 'stated', 'DD-08'],
      ['second-delete', 'must', 'Deleting a deleted user is answered with 404.', 'inferred', 'DD-11'],
    ],
  ],
]

export const SAMPLE_CATALOGUE: Requirement[] = [
  ...rows.flatMap(([onPage, ofPage]) => requirementsOf(onPage, ofPage)),
  ...unobservableOf(PAGES.list, [
    [
      'order',
      'The order of the entries is not promised.',
      'inferred',
      'L-31',
      'nothing is promised, so nothing can be violated',
    ],
  ]),
  ...unobservableOf(PAGES.invite, [
    ['email-sent', 'The invitee receives an e-mail.', 'stated', 'I-06', 'the mailbox is outside HTTP'],
    [
      'token-expires',
      'An invitation token expires after seven days.',
      'stated',
      'I-08',
      'a run does not last a week',
    ],
  ]),
]
