/** Values of an invitation's members that have to be refused, and what a careless program takes each for. */
import type { Violated } from './fault.ts'

/** A value that has to be refused. */
export interface BadValue {
  name: string
  says: string
  field: 'email' | 'name' | 'role'
  violates: Violated<'invite'> & string
  meant: (value: unknown) => boolean
  /** What it is taken for. */
  taken: unknown
}

const address = 'somebody@guests.example'
const saying = (pattern: RegExp) => (value: unknown) => typeof value === 'string' && pattern.test(value)

export const BAD_VALUES: readonly BadValue[] = [
  {
    name: 'email-null',
    says: 'Null for an address',
    field: 'email',
    violates: 'email-missing-refused',
    meant: (value) => value === null,
    taken: address,
  },
  {
    name: 'email-empty',
    says: 'An empty address',
    field: 'email',
    violates: 'email-missing-refused',
    meant: (value) => value === '',
    taken: address,
  },
  {
    name: 'email-number',
    says: 'A number for an address',
    field: 'email',
    violates: 'email-malformed-refused',
    meant: (value) => typeof value === 'number',
    taken: address,
  },
  {
    name: 'email-object',
    says: 'An object for an address',
    field: 'email',
    violates: 'email-malformed-refused',
    meant: (value) => typeof value === 'object' && value !== null && !Array.isArray(value),
    taken: address,
  },
  {
    name: 'email-array',
    says: 'A list of addresses',
    field: 'email',
    violates: 'email-malformed-refused',
    meant: Array.isArray,
    taken: address,
  },
  {
    name: 'email-two-ats',
    says: 'An address with two @',
    field: 'email',
    violates: 'email-malformed-refused',
    meant: saying(/@.*@/),
    taken: address,
  },
  {
    name: 'email-blank-inside',
    says: 'An address with a blank in it',
    field: 'email',
    violates: 'email-malformed-refused',
    meant: saying(/\S\s+\S/),
    taken: address,
  },
  {
    name: 'email-no-domain',
    says: 'An address without anything behind the @',
    field: 'email',
    violates: 'email-malformed-refused',
    meant: saying(/@$/),
    taken: address,
  },
  {
    name: 'email-no-local-part',
    says: 'An address without anything before the @',
    field: 'email',
    violates: 'email-malformed-refused',
    meant: saying(/^@/),
    taken: address,
  },
  {
    name: 'name-null',
    says: 'Null for a name',
    field: 'name',
    violates: 'name-missing-refused',
    meant: (value) => value === null,
    taken: 'Somebody',
  },
  {
    name: 'name-object',
    says: 'An object for a name',
    field: 'name',
    violates: 'name-missing-refused',
    meant: (value) => typeof value === 'object' && value !== null,
    taken: 'Somebody',
  },
  {
    name: 'role-empty',
    says: 'An empty role',
    field: 'role',
    violates: 'role-unknown-refused',
    meant: (value) => value === '',
    taken: 'developer',
  },
  {
    name: 'role-member',
    says: 'The role member',
    field: 'role',
    violates: 'role-unknown-refused',
    meant: saying(/^member$/i),
    taken: 'developer',
  },
  {
    name: 'role-number',
    says: 'A number for a role',
    field: 'role',
    violates: 'role-unknown-refused',
    meant: (value) => typeof value === 'number',
    taken: 'developer',
  },
  {
    name: 'role-array',
    says: 'A list of roles',
    field: 'role',
    violates: 'role-unknown-refused',
    meant: Array.isArray,
    taken: 'admin',
  },
  {
    name: 'role-owner-capitalized',
    says: 'The role Owner',
    field: 'role',
    violates: 'role-owner-refused',
    meant: (value) => value === 'Owner',
    taken: 'admin',
  },
  {
    name: 'role-owner-shouted',
    says: 'The role OWNER',
    field: 'role',
    violates: 'role-owner-refused',
    meant: (value) => value === 'OWNER',
    taken: 'admin',
  },
]
