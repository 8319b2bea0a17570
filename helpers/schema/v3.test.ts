/** The shapes of v3: documented answers pass, and one wrong member is found where it stands. */
import { describe, expect, test } from 'vitest'
import { type Change, deviates } from './testing/change.ts'
import { REMOVED } from './testing/edited.ts'
import { active, invited, meta, refusal, success } from './testing/v3.ts'
import { deviationsOf } from './testing/worded.ts'

const list = success({ users: [active, invited] })

describe('documented answers of v3', () => {
  test.each<[name: string, body: unknown]>([
    ['v3/list-users.200', list],
    ['v3/get-user.200', success(active)],
    ['v3/invite-user.success', success(invited)],
    ['v3/unauthorized', refusal('AUTH_001')],
    ['v3/unauthorized', refusal('AUTH_002')],
    ['v3/error-answer', refusal('AUTH_004')],
    ['v3/error-answer', refusal('RESOURCE_005')],
    ['v3/error-answer', refusal('RESOURCE_006')],
    ['v3/error-answer', refusal('VALIDATION_001')],
    ['v3/error-answer', refusal('VALIDATION_001', { email: ['No address'], role: ['Unknown', 'Too long'] })],
    ['v3/error-answer', refusal('BUSINESS_002')],
    ['v3/error-answer', refusal('INTERNAL_001')],
  ])('%s (%#)', (name, body) => {
    expect(deviationsOf(name, body)).toEqual([])
  })
})

const TEXT = 'a string that is not empty'
const ADDRESS = 'an e-mail address (a string with an @)'
const TIME = 'RFC 3339 date-time'
const ROLES = 'one of "admin", "billing", "developer"'
const STATUSES = 'one of "active", "invited", "suspended", "rejected"'
const CODE = 'an error code such as "RESOURCE_006"'
const DETAILS = 'null, or a map of field name to texts'
const URL = 'an absolute http(s) URL or null'

const envelope: Change[] = [
  ['', [], 'a JSON object', '[]'],
  ['', null, 'a JSON object', 'null'],
  ['', undefined, 'a JSON object', 'no JSON body'],
  ['/success', REMOVED, 'true', 'missing'],
  ['/success', false, 'true', 'false'],
  ['/success', 'true', 'true', '"true"'],
  ['/data', null, 'a JSON object', 'null'],
  ['/data', [], 'a JSON object', '[]'],
  ['/data', REMOVED, 'a JSON object', 'missing'],
  ['/error', {}, 'null', '{}'],
  ['/meta', REMOVED, 'a JSON object', 'missing'],
  ['/meta/request_id', REMOVED, TEXT, 'missing'],
  ['/meta/request_id', '', TEXT, '""'],
  ['/meta/request_id', 7, TEXT, '7'],
  ['/meta/timestamp', REMOVED, TIME, 'missing'],
  ['/meta/timestamp', 1_775_117_109, TIME, '1775117109'],
  ['/meta/version', REMOVED, '"v3"', 'missing'],
  ['/meta/version', 'v2', '"v3"', '"v2"'],
  ['/meta/version', 3, '"v3"', '3'],
]

const user = (at: string): Change[] => [
  [`${at}/id`, REMOVED, TEXT, 'missing'],
  [`${at}/id`, '', TEXT, '""'],
  [`${at}/id`, 12, TEXT, '12'],
  [`${at}/email`, REMOVED, ADDRESS, 'missing'],
  [`${at}/email`, null, ADDRESS, 'null'],
  [`${at}/email`, 'maria', ADDRESS, '"maria"'],
  [`${at}/name`, REMOVED, 'a string', 'missing'],
  [`${at}/name`, null, 'a string', 'null'],
  [`${at}/role`, REMOVED, ROLES, 'missing'],
  [`${at}/role`, null, ROLES, 'null'],
  [`${at}/role`, 'Admin', ROLES, '"Admin"'],
  [`${at}/role`, 'owner', ROLES, '"owner"'],
  [`${at}/status`, REMOVED, STATUSES, 'missing'],
  [`${at}/status`, 'pending', STATUSES, '"pending"'],
  [`${at}/status`, 'ACTIVE', STATUSES, '"ACTIVE"'],
  [`${at}/created_at`, REMOVED, TIME, 'missing'],
  [`${at}/created_at`, null, TIME, 'null'],
  [`${at}/created_at`, '2026-04-02', TIME],
  [`${at}/created_at`, '2026-04-02T08:05:09', TIME],
  [`${at}/created_at`, '2026-02-30T08:05:09Z', TIME],
  [`${at}/created_at`, '2026-13-01T08:05:09Z', TIME],
  [`${at}/created_at`, '2026-04-02T25:05:09Z', TIME],
  [`${at}/created_at`, '2026-04-02 08:05:09Z', TIME],
  [`${at}/created_at`, '2026-04-02T08:05:09+0000', TIME],
  [`${at}/created_at`, '2026-04-02T08:05:09.Z', TIME],
  [`${at}/invited_at`, 0, `${TIME} or null`, '0'],
  [`${at}/last_login_at`, 'never', `${TIME} or null`, '"never"'],
  [`${at}/updated_at`, '', `${TIME} or null`, '""'],
]

const error: Change[] = [
  ['', 'RESOURCE_006', 'a JSON object', '"RESOURCE_006"'],
  ['/success', REMOVED, 'false', 'missing'],
  ['/success', true, 'false', 'true'],
  ['/data', active, 'null'],
  ['/error', REMOVED, 'a JSON object', 'missing'],
  ['/error', null, 'a JSON object', 'null'],
  ['/error', 'RESOURCE_006', 'a JSON object', '"RESOURCE_006"'],
  ['/error/code', REMOVED, CODE, 'missing'],
  ['/error/code', 404, CODE, '404'],
  ['/error/code', 'not_found', CODE, '"not_found"'],
  ['/error/message', REMOVED, TEXT, 'missing'],
  ['/error/message', '', TEXT, '""'],
  ['/error/message', ['No'], TEXT, '["No"]'],
  ['/error/details', 'email', DETAILS, '"email"'],
  ['/error/details', [], DETAILS, '[]'],
  ['/error/details', false, DETAILS, 'false'],
  ['/error/details', 1, DETAILS, '1'],
  ['/error/details/email', 'No address', 'an array', '"No address"'],
  ['/error/details/email/0', 4, 'a string', '4'],
  ['/error/doc_url', 4, URL, '4'],
  ['/error/doc_url', 'docs/errors', URL, '"docs/errors"'],
  ['/meta', REMOVED, 'a JSON object', 'missing'],
  ['/meta/version', 'v1', '"v3"', '"v1"'],
]

deviates('must', 'v3/list-users.200', list, [
  ...envelope,
  ['/data/users', REMOVED, 'an array', 'missing'],
  ['/data/users', { 0: 1 }, 'an array', '{"0":1}'],
  ['/data/users/1', null, 'a JSON object', 'null'],
  ['/data/users/1', ['Maria'], 'a JSON object', '["Maria"]'],
  ...user('/data/users/0'),
  ...user('/data/users/1'),
])
deviates('must', 'v3/get-user.200', success(active), [
  ...envelope.filter(([pointer, value]) => pointer !== '/data' || !Array.isArray(value)),
  ...user('/data'),
])
deviates('must', 'v3/invite-user.success', success(invited), user('/data'))
deviates('must', 'v3/error-answer', refusal('VALIDATION_001', { email: ['No address'] }), error)
deviates('must', 'v3/unauthorized', refusal('AUTH_002', { email: ['No address'] }), [
  ...error.filter(([pointer, value]) => pointer !== '' && (pointer !== '/success' || value !== REMOVED)),
  ['/error/code', 'AUTH_004', 'a code other than "AUTH_004", which is that of a refused role', '"AUTH_004"'],
])
deviates('must', 'v3/remove-user.success', success(null), [
  ['', 'removed', 'a JSON object', '"removed"'],
  ['/success', false, 'true', 'false'],
  ['/success', REMOVED, 'true', 'missing'],
  ['/error', 'AUTH_004', 'null', '"AUTH_004"'],
  ['/meta/version', 'v2', '"v3"', '"v2"'],
])

test('several wrong members are all named, musts first', () => {
  const user = { ...invited, id: 'usr_4', role: 'boss', created_at: null }
  expect(deviationsOf('v3/get-user.200', { data: user, success: true, meta })).toMatchObject([
    { level: 'must', pointer: '/data/role' },
    { level: 'must', pointer: '/data/created_at' },
    { level: 'should', pointer: '/error' },
    { level: 'should', pointer: '/data/id' },
  ])
})
