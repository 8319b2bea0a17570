/** The users in SQLite. */
import { randomBytes } from 'node:crypto'
import createSqlite, { type Database, type SqlValue } from 'sql.js'
import { isOn } from '../start/switches.ts'

/** A row of the table. */
export interface UserRow {
  id: string
  email: string
  name: string
  role: 'admin' | 'member'
  status: 'active' | 'inactive' | 'pending'
  created_at: string
  last_login: string | null
}

/** A new database with the tables, empty. */
export async function openDatabase(): Promise<Database> {
  const { Database } = await createSqlite()
  const database = new Database()
  database.run(`
    CREATE TABLE users (
      id TEXT PRIMARY KEY,
      organization TEXT NOT NULL,
      email TEXT NOT NULL COLLATE NOCASE,
      name TEXT NOT NULL,
      role TEXT NOT NULL,
      status TEXT NOT NULL,
      created_at TEXT NOT NULL,
      last_login TEXT,
      UNIQUE (organization, email)
    );
    CREATE INDEX users_of_organization ON users (organization, created_at);
    CREATE TABLE users_replica AS SELECT * FROM users;
  `)
  return database
}

/** How long a change takes to the replica from which lists are read. */
const DELAY_MS = 200

/** Carries all users over to the replica, in a while. */
export function replicate(database: Database, delayMs = DELAY_MS): void {
  setTimeout(() => {
    database.run('DELETE FROM users_replica')
    database.run('INSERT INTO users_replica SELECT * FROM users ORDER BY rowid')
  }, delayMs)
}

/** All rows of a query. */
export function all<Row>(database: Database, sql: string, values: SqlValue[] = []): Row[] {
  const statement = database.prepare(sql, values)
  const rows: Row[] = []
  while (statement.step()) rows.push(statement.getAsObject() as Row)
  statement.free()
  return rows
}

/** The first row of a query. */
export function one<Row>(database: Database, sql: string, values: SqlValue[] = []): Row | undefined {
  return all<Row>(database, sql, values)[0]
}

/** An id like those of the documents. */
export function newId(): string {
  return `usr_${randomBytes(isOn('short-ids') ? 3 : 5).toString('hex')}`
}

/** Now, in whole seconds. */
export function now(): string {
  return new Date().toISOString().replace(/\.\d+Z$/, 'Z')
}
