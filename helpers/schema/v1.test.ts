/** The shapes of v1: documented answers pass, a wrong member is found, freedoms are left alone. */
import { describe, expect, test } from 'vitest'
import { type Change, conforms, deviates } from './testing/change.ts'
import { REMOVED } from './testing/edited.ts'
import { created, entry, error, page, user } from './testing/v1.ts'
import { deviationsOf } from './testing/worded.ts'

describe('documented answers of v1', () => {
  test.each<[name: string, body: unknown]>([
    ['v1/list-users.200', page],
    ['v1/create-user.201', created],
    ['v1/create-user.400', error('validation_error')],
    ['v1/create-user.409', error('conflict')],
    ['v1/get-user.200', user],
    ['v1/get-user.404', error('not_found')],
    ['v1/delete-user.403', error('forbidden')],
    ['v1/delete-user.404', error('not_found')],
    ['v1/unauthorized', error('unauthorized')],
    ['v1/undocumented-error', error('validation_error')],
  ])('%s (%#)', (name, body) => {
    expect(deviationsOf(name, body)).toEqual([])
  })
})

const TEXT = 'a string that is not empty'
const TIME = 'RFC 3339 date-time'
const STATUSES = 'one of "active", "inactive", "pending"'
const ADDRESS = 'an e-mail address (a string with an @)'

const member = (at: string): Change[] => [
  [`${at}/id`, REMOVED, TEXT, 'missing'],
  [`${at}/id`, '', TEXT, '""'],
  [`${at}/id`, 5, TEXT, '5'],
  [`${at}/email`, REMOVED, TEXT, 'missing'],
  [`${at}/email`, '', TEXT, '""'],
  [`${at}/email`, null, TEXT, 'null'],
  [`${at}/name`, 5, 'a string or null', '5'],
  [`${at}/status`, REMOVED, STATUSES, 'missing'],
  [`${at}/status`, 'Active', STATUSES, '"Active"'],
  [`${at}/status`, 'invited', STATUSES, '"invited"'],
  [`${at}/created_at`, REMOVED, TIME, 'missing'],
  [`${at}/created_at`, null, TIME, 'null'],
  [`${at}/created_at`, 1_752_059_110, TIME, '1752059110'],
  [`${at}/created_at`, '2025-07-08', TIME, '"2025-07-08"'],
  [`${at}/created_at`, '2025-07-08T06:45:10', TIME, '"2025-07-08T06:45:10"'],
]
const role: Change[] = [
  ['/role', REMOVED, TEXT, 'missing'],
  ['/role', null, TEXT, 'null'],
  ['/role', '', TEXT, '""'],
  ['/role', ['admin'], TEXT, '["admin"]'],
]
const refusal = (word: string): Change[] => [
  ['', [], 'a JSON object', '[]'],
  ['', undefined, 'a JSON object', 'no JSON body'],
  ['/error', REMOVED, word, 'missing'],
  ['/error', 404, word, '404'],
  ['/error', { code: 4 }, word, '{"code":4}'],
  ['/message', REMOVED, TEXT, 'missing'],
  ['/message', '', TEXT, '""'],
  ['/message', null, TEXT, 'null'],
]

deviates('must', 'v1/list-users.200', page, [
  ['', [entry], 'a JSON object'],
  ['/data', REMOVED, 'an array', 'missing'],
  ['/data', { users: [] }, 'an array', '{"users":[]}'],
  ['/data', Array(101).fill(entry), 'at most 100 entries', '101 entries'],
  ['/data/1', 'usr_1', 'a JSON object', '"usr_1"'],
  ['/meta', REMOVED, 'a JSON object', 'missing'],
  ['/meta/page', REMOVED, 'an integer of at least 1', 'missing'],
  ['/meta/page', '1', 'an integer of at least 1', '"1"'],
  ['/meta/page', 0, 'an integer of at least 1', '0'],
  ['/meta/limit', REMOVED, 'an integer from 0 to 100', 'missing'],
  ['/meta/limit', 101, 'an integer from 0 to 100', '101'],
  ['/meta/limit', -1, 'an integer from 0 to 100', '-1'],
  ['/meta/limit', null, 'an integer from 0 to 100', 'null'],
  ['/meta/total', REMOVED, 'an integer of at least 0', 'missing'],
  ['/meta/total', 1.5, 'an integer of at least 0', '1.5'],
  ['/meta/total', -1, 'an integer of at least 0', '-1'],
  ...member('/data/0'),
  ...member('/data/1'),
])
deviates('must', 'v1/create-user.201', created, [...member(''), ...role])
deviates('must', 'v1/get-user.200', user, [
  ...member(''),
  ...role,
  ['/last_login', 'never', `${TIME} or null`, '"never"'],
  ['/last_login', 0, `${TIME} or null`, '0'],
])
deviates('must', 'v1/create-user.400', error('validation_error'), refusal(TEXT))
deviates('must', 'v1/create-user.409', error('conflict'), [
  ...refusal('"conflict"'),
  ['/error', 'duplicate', '"conflict"', '"duplicate"'],
])
deviates('must', 'v1/get-user.404', error('not_found'), [
  ...refusal('"not_found"'),
  ['/error', 'user_not_found', '"not_found"', '"user_not_found"'],
])
deviates('must', 'v1/delete-user.404', error('not_found'), refusal('"not_found"'))
deviates('must', 'v1/delete-user.403', error('forbidden'), refusal('"forbidden"'))

deviates('should', 'v1/list-users.200', page, [
  ['/meta/limit', 0, 'an integer of at least 1', '0'],
  ['/data/1/name', REMOVED, 'a string', 'missing'],
  ['/data/1/name', null, 'a string', 'null'],
  ['/data/1/email', 'maria', ADDRESS, '"maria"'],
  ['/data/1/role', 3, 'a string', '3'],
])
deviates('should', 'v1/create-user.201', created, [
  ['/name', REMOVED, 'a string', 'missing'],
  ['/email', 'not-an-address', ADDRESS, '"not-an-address"'],
])
deviates('should', 'v1/get-user.200', user, [['/last_login', REMOVED, `${TIME} or null`, 'missing']])
deviates('should', 'v1/create-user.400', error('validation_error'), [
  ['/error', 'invalid', '"validation_error"', '"invalid"'],
])
deviates('should', 'v1/unauthorized', error('unauthorized'), [
  ['', 'no token', 'a JSON object', '"no token"'],
  ['/error', REMOVED, TEXT, 'missing'],
  ['/message', REMOVED, TEXT, 'missing'],
])
deviates('should', 'v1/undocumented-error', error('teapot'), [['/message', 4, TEXT, '4']])

conforms('v1/list-users.200', page, [
  ['/data', []],
  ['/data', Array(100).fill(entry)],
  ['/meta/page', 4_000_000],
  ['/meta/limit', 100],
  ['/meta/total', 0],
  ['/meta/pages', 2],
  ['/links', { next: null }],
  ['/data/0/role', 'member'],
  ['/data/0/id', 'b34f'],
  ['/data/0/name', ''],
  ['/data/0/email', 'jörg@bücher.example'],
  ['/data/0/last_login', 'unknown'],
  ['/data/0/created_at', '2025-07-08T06:45:10.123456789+05:30'],
])
conforms('v1/create-user.201', created, [
  ['/role', 'superuser'],
  ['/status', 'active'],
  ['/last_login', null],
  ['/organization', {}],
])
conforms('v1/get-user.200', user, [
  ['/last_login', null],
  ['', created],
  ['', { ...created, last_login: null }],
])
conforms('v1/delete-user.403', error('forbidden'), [
  ['/message', 'Nein.'],
  ['/details', [1]],
])
