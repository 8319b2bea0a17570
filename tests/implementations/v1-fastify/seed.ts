/** Two organizations with some users each, and the tokens of three of their accounts. */
import type { Database } from 'sql.js'
import { isOn } from '../start/switches.ts'
import { newId, replicate } from './database.ts'

/** Who a token belongs to. */
export interface Account {
  organization: string
  role: 'admin' | 'member'
}

export const TOKENS = new Map<string, Account>([
  ['tok_2f8d1c7be0a94d5f', { organization: 'acme', role: 'admin' }],
  ['tok_91b6e3a47dc84f02', { organization: 'acme', role: 'member' }],
  ['tok_5c0a7f96b31e4d88', { organization: 'globex', role: 'admin' }],
])

const FIRST = ['Ada', 'Ben', 'Chloé', 'Dmitri', 'Eun-ji', 'Farah', 'Göran', 'Hana', 'Ivo', 'Jane', 'Kofi']
const LAST = ['Adler', 'Bauer', 'Castillo', 'Dubois', "O'Neil", 'Fischer', 'Grant']
const STATUSES = ['active', 'active', 'active', 'inactive', 'pending']

/** Fills an empty database. */
export function seed(database: Database): void {
  replicate(database, 0)
  if (isOn('empty')) return
  for (const [organization, count] of [
    ['acme', 34],
    ['globex', 9],
  ] as const) {
    for (let index = 0; index < count; index++) {
      const [first = '', last = ''] = [FIRST[index % FIRST.length], LAST[index % LAST.length]]
      const status = STATUSES[index % STATUSES.length] ?? 'active'
      const day = String((index % 27) + 1).padStart(2, '0')
      database.run('INSERT INTO users VALUES (?, ?, ?, ?, ?, ?, ?, ?)', [
        newId(),
        organization,
        `person.${index}@${organization}.example`,
        `${first} ${last}`,
        index % 6 === 0 ? 'admin' : 'member',
        status,
        `2024-01-${day}T10:30:00Z`,
        status === 'active' ? `2024-02-${day}T09:15:00Z` : null,
      ])
    }
  }
}
