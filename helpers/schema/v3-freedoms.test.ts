/** What v3 leaves open is accepted; what it only recommends leads to warnings. */
import { conforms, deviates } from './testing/change.ts'
import { REMOVED } from './testing/edited.ts'
import { active, invited, refusal, success } from './testing/v3.ts'

const UTC = 'RFC 3339 date-time in UTC, with at most 9 fraction digits'
const DETAILS = 'null, or a map of field name to texts'

conforms('v3/list-users.200', success({ users: [active, invited] }), [
  ['/data/users', []],
  ['/data/pagination', { page: 1, has_more: false, cursors: null }],
  ['/data/total', 'two'],
  ['/trace', { spans: [[]] }],
  ['/meta/response_time_ms', 12.5],
  ['/meta/response_time_ms', '12ms'],
  ['/meta/region', 'eu'],
  ['/meta/request_id', '0'],
  ['/meta/timestamp', '2026-04-02T08:05:09Z'],
  ['/data/users/0/customer_id', '7f0d1b52-8d3c-4bb1-b7a0-3d5b0b1f6d11'],
  ['/data/users/0/token', null],
  ['/data/users/0/id', 'A1A2A3A4-B1B2-4C1C-9D1D-E1E2E3E4E5E6'],
  ['/data/users/0/email', 'jörg@bücher.example'],
  ['/data/users/0/email', '用户@例子.example'],
  ['/data/users/0/email', '"a@b c"@firma.example'],
  ['/data/users/0/email', "o'neill+tag@[IPv6:2001:db8::1]"],
  ['/data/users/0/name', ''],
  ['/data/users/0/role', 'billing'],
  ['/data/users/0/status', 'suspended'],
  ['/data/users/0/status', 'rejected'],
  ['/data/users/0/invited_at', null],
  ['/data/users/0/last_login_at', null],
  ['/data/users/0/updated_at', null],
  ['/data/users/1/last_login_at', '2026-01-01T00:00:00Z'],
  ['/data/users/0/created_at', '2026-04-02T08:05:09Z'],
  ['/data/users/0/created_at', '2026-04-02t08:05:09z'],
  ['/data/users/0/created_at', '2026-04-02T08:05:09.1+00:00'],
  ['/data/users/0/created_at', '2026-04-02T08:05:09.1234567+00:00'],
  ['/data/users/0/created_at', '2026-04-02T08:05:09.123456789Z'],
  ['/data/users/0/created_at', '2024-02-29T00:00:00Z'],
  ['/data/users/0/created_at', '2016-12-31T23:59:60Z'],
])
conforms('v3/invite-user.success', success(invited), [
  // A simulated invitation answers with sample data.
  ['/data', active],
  ['/data/updated_at', null],
  ['/sandbox', true],
])
conforms('v3/error-answer', refusal('VALIDATION_001'), [
  ['/error/code', 'RESOURCE_014'],
  ['/error/code', 'CONFLICT_001'],
  ['/error/code', 'account_suspended'],
  ['/error/message', 'Nein.'],
  ['/error/details', {}],
  ['/error/details', { Email: [], 'user.name': ['one', 'two'] }],
  ['/error/doc_url', null],
  ['/error/doc_url', 'https://docs.example/ä#b'],
  ['/error/hint', 4],
])
conforms('v3/unauthorized', refusal('AUTH_002'), [['/error/details', { key: ['unknown'] }]])
conforms('v3/remove-user.success', success(null), [
  ['/data', {}],
  ['/data', active],
])

deviates('should', 'v3/list-users.200', success({ users: [active, invited] }), [
  ['/error', REMOVED, 'null', 'missing'],
  ['/meta/timestamp', '2026-04-02T10:05:09+02:00', UTC, '"2026-04-02T10:05:09+02:00"'],
  ['/data/users/1/id', 'usr_17', 'a UUID', '"usr_17"'],
  ['/data/users/1/invited_at', REMOVED, `${UTC}, or null`, 'missing'],
  ['/data/users/1/last_login_at', REMOVED, `${UTC}, or null`, 'missing'],
  ['/data/users/1/updated_at', REMOVED, `${UTC}, or null`, 'missing'],
  ['/data/users/1/invited_at', null, 'a time, since the status is "invited"', 'null'],
  ['/data/users/1/created_at', '2026-04-02T08:05:09.1234567890Z', UTC, '"2026-04-02T08:05:09.1234567890Z"'],
  ['/data/users/1/updated_at', '2026-04-02T08:05:09-11:00', `${UTC}, or null`],
])
deviates('should', 'v3/get-user.200', success(active), [
  ['/error', REMOVED, 'null', 'missing'],
  ['/data/id', 'usr_17', 'a UUID'],
  ['/data/updated_at', REMOVED, `${UTC}, or null`, 'missing'],
])
deviates('should', 'v3/invite-user.success', success(invited), [
  ['/error', REMOVED, 'null', 'missing'],
  ['/data/invited_at', null, 'a time, since the status is "invited"', 'null'],
  ['/data/last_login_at', REMOVED, `${UTC}, or null`, 'missing'],
])
deviates('should', 'v3/remove-user.success', success(null), [
  ['/data', REMOVED, 'any value', 'missing'],
  ['/error', REMOVED, 'null', 'missing'],
  ['/meta', REMOVED, 'a JSON object', 'missing'],
])
deviates('should', 'v3/error-answer', refusal('RESOURCE_006'), [
  ['/data', REMOVED, 'null', 'missing'],
  ['/error/details', REMOVED, DETAILS, 'missing'],
  ['/error/doc_url', REMOVED, 'an https URL or null', 'missing'],
  ['/error/doc_url', 'http://docs.example/errors', 'an https URL or null'],
  ['/meta/timestamp', '2026-04-02T10:05:09+02:00', UTC],
])
deviates('should', 'v3/unauthorized', refusal('AUTH_001'), [
  ['/success', REMOVED, 'an envelope with success false', 'missing'],
  ['', 'no key', 'a JSON object', '"no key"'],
  ['/error/code', 'AUTH_003', 'one of "AUTH_001", "AUTH_002"', '"AUTH_003"'],
  ['/data', REMOVED, 'null', 'missing'],
])
