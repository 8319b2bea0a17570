/** What can be done with users. */
import { randomBytes } from 'node:crypto'
import { ConflictException, Inject, Injectable, NotFoundException } from '@nestjs/common'
import { isOn } from '../start/switches.ts'
import { Database } from './database.ts'
import type { ListQuery, NewUser } from './users.dto.ts'

interface Row {
  id: string
  email: string
  name: string
  role: string
  status: string
  created_at: Date
  last_login: Date | null
}

@Injectable()
export class UsersService {
  readonly #database: Database

  constructor(@Inject(Database) database: Database) {
    this.#database = database
  }

  async list({ page, limit, status }: ListQuery) {
    const filter = status === undefined ? '' : 'AND status = $1'
    const values = status === undefined ? [] : [status]
    const rows = await this.#database.query<Row>(
      `SELECT id, email, name, status, created_at FROM users WHERE deleted_at IS NULL ${filter}
       ORDER BY number ${isOn('newest-first') ? 'DESC' : 'ASC'}
       LIMIT ${limit} OFFSET ${(page - 1) * limit}`,
      values,
    )
    const [counted] = await this.#database.query<{ total: number }>(
      `SELECT count(*)::int AS total FROM users WHERE deleted_at IS NULL ${filter}`,
      values,
    )
    return { data: rows, meta: { page, limit, total: counted?.total ?? 0 } }
  }

  async create({ email, name, role }: NewUser) {
    const id = `usr_${randomBytes(3).toString('hex')}`
    const [user] = await this.#database.query<Row>(
      `INSERT INTO users (id, email, name, role) VALUES ($1, $2, $3, $4)
       ON CONFLICT (email) DO NOTHING
       RETURNING id, email, name, role, status, created_at`,
      [id, email, name, role],
    )
    if (!user) throw new ConflictException('A user with this email already exists')
    return user
  }

  async find(id: string) {
    // PostgreSQL takes no text with a NUL in it, not even to find nothing.
    if (id.includes('\0')) throw new NotFoundException('User not found')
    const [user] = await this.#database.query<Row>(
      `SELECT id, email, name, role, status, created_at, last_login FROM users
       WHERE id = $1 AND deleted_at IS NULL`,
      [id],
    )
    if (!user) throw new NotFoundException('User not found')
    return user
  }

  async remove(id: string): Promise<void> {
    await this.find(id)
    // The regression keeps who was deleted as somebody inactive.
    const sql = isOn('regression')
      ? `UPDATE users SET status = 'inactive' WHERE id = $1`
      : 'DELETE FROM users WHERE id = $1'
    await this.#database.query(sql, [id])
  }
}
