/** The people an organization starts with. */
import { randomUUID } from 'node:crypto'
import type { V1Role, V1Status, V1User } from './types.ts'

const FIRST_NAMES = [
  'Ada',
  'Bruno',
  'Chloé',
  'Dmitri',
  'Esra',
  'Farid',
  'Grace',
  'Hana',
  'Ivo',
  'Jun',
  'Kemal',
]
const LAST_NAMES = ['Abbott', 'Brandt', 'Castro', 'Duarte', 'Eriksen', 'Fontaine', 'Garcia', 'Hughes', 'Ito']
/** Cycled through, so that every status has enough users for several pages. */
const STATUSES: readonly V1Status[] = [
  'active',
  'active',
  'pending',
  'active',
  'inactive',
  'active',
  'pending',
]

const FIRST_DAY = Date.UTC(2022, 2, 7, 8, 30)
const FIRST_LOGIN = Date.UTC(2024, 0, 8, 7, 15)
const QUARTER_OF_AN_HOUR = 15 * 60 * 1000

/** A new random user id. */
export function newId(): string {
  return `usr_${randomUUID().replaceAll('-', '').slice(0, 16)}`
}

/** A time as v1 writes it: UTC, whole seconds. */
export function timestamp(milliseconds: number): string {
  return `${new Date(milliseconds).toISOString().slice(0, 19)}Z`
}

/** `count` users with e-mail addresses under `domain`. */
export function people(count: number, domain: string): V1User[] {
  return Array.from({ length: count }, (_, index) => person(index, domain))
}

function person(index: number, domain: string): V1User {
  const first = cycle(FIRST_NAMES, index)
  const last = cycle(LAST_NAMES, index)
  const status = cycle(STATUSES, index)
  return {
    id: newId(),
    email: `user${index + 1}@${domain}`,
    name: `${first} ${last}`,
    role: index % 9 === 4 ? 'admin' : 'member',
    status,
    created_at: timestamp(FIRST_DAY + index * QUARTER_OF_AN_HOUR),
    last_login: status === 'pending' ? null : timestamp(FIRST_LOGIN + index * QUARTER_OF_AN_HOUR),
  }
}

/** An account that can call the API. */
export function account(email: string, name: string, role: V1Role): V1User {
  return {
    id: newId(),
    email,
    name,
    role,
    status: 'active',
    created_at: timestamp(FIRST_DAY - QUARTER_OF_AN_HOUR),
    last_login: timestamp(FIRST_LOGIN),
  }
}

function cycle<T>(items: readonly T[], index: number): T {
  return items[index % items.length] as T
}
