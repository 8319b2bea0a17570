/** The routes of `/v3/users`. */
import { randomUUID } from 'node:crypto'
import type { PGlite } from '@electric-sql/pglite'
import { zValidator } from '@hono/zod-validator'
import { type Context, Hono } from 'hono'
import { HTTPException } from 'hono/http-exception'
import { z } from 'zod'
import { isDeliverable, LONGEST_NAME, namePattern, normalisedName } from '../start/names.ts'
import { isOn } from '../start/switches.ts'
import { allow, type Env, isUuid } from './access.ts'
import { replicate } from './database.ts'
import { ApiError, success } from './envelope.ts'

const READERS = ['admin', 'billing', 'developer'] as const
const COLUMNS = 'id, email, name, role, status, invited_at, last_login_at, created_at, updated_at'

const Invitation = z.object({
  email: z.email('Email must be a valid email address').refine(isDeliverable, 'Email cannot receive mail'),
  name: z
    .string()
    .trim()
    .min(1, 'Name is required')
    .max(LONGEST_NAME, 'Name is too long')
    .regex(new RegExp(namePattern(), 'u'), 'Name has letters that are not taken')
    .transform(normalisedName),
  role: z.enum(['admin', 'billing', 'developer'], 'Role must be one of: admin, billing, developer'),
  sandbox: z.boolean().default(false),
})
const Removal = z.object({ sandbox: z.boolean().default(false) })

/** Lists are read from a replica where there is one. */
const LISTED = isOn('late') ? 'users_replica' : 'users'
const ORDER = isOn('newest-first') ? 'DESC' : 'ASC'

/** How many users a scope may have where there is a quota. */
const SEATS = 9

interface User {
  id: string
  email: string
  name: string
  role: string
  status: string
}

/** The operations, for callers who are authenticated. */
export function usersRoutes(database: PGlite): Hono<Env> {
  const app = new Hono<Env>()

  app.get('/', allow(...READERS), async (c) => {
    const { rows } = await database.query<User>(
      `SELECT ${COLUMNS} FROM ${LISTED} WHERE scope_id IN ($1, $2) ORDER BY created_at ${ORDER}, id`,
      [c.get('scopeId'), isOn('inherited') ? c.get('organizationId') : c.get('scopeId')],
    )
    return success(
      c,
      isOn('pages') ? pageOf(rows, c.req.query('page'), c.req.query('page_size')) : { users: rows },
    )
  })

  app.post('/', allow('admin'), zValidator('json', Invitation, refuse), async (c) => {
    const { email, name, role, sandbox } = c.req.valid('json')
    const scopeId = c.get('scopeId')
    const found = await database.query<User>(
      `SELECT ${COLUMNS} FROM users WHERE scope_id = $1 AND lower(email) = lower($2)`,
      [scopeId, email],
    )
    const [known] = found.rows
    if (known && known.status !== 'invited') {
      throw new ApiError(409, 'RESOURCE_007', 'A user with this email already exists')
    }
    if (sandbox) {
      const now = new Date()
      const times = { invited_at: now, last_login_at: null, created_at: now, updated_at: now }
      return success(
        c,
        { id: known?.id ?? randomUUID(), email, name, role, status: 'invited', ...times },
        201,
      )
    }
    if (known) {
      // The invitation is sent once more, as it was.
      const again = await database.query<User>(
        `UPDATE users SET invited_at = now(), updated_at = now() WHERE id = $1 RETURNING ${COLUMNS}`,
        [known.id],
      )
      replicate(database)
      return success(c, again.rows[0])
    }
    if (isOn('quota') && (await countUsers(c, database)) >= SEATS) {
      throw new ApiError(422, 'BUSINESS_008', 'Quota exceeded')
    }
    const { rows } = await database.query<User>(
      `INSERT INTO users (scope_id, email, name, role) VALUES ($1, $2, $3, $4) RETURNING ${COLUMNS}`,
      [scopeId, email, name, role],
    )
    replicate(database)
    return success(c, rows[0], 201)
  })

  app.get('/:userId', allow(...READERS), async (c) => success(c, await find(c, database)))

  app.delete('/:userId', allow('admin'), async (c) => {
    const { sandbox } = await readRemoval(c)
    const user = await find(c, database)
    if (user.role === 'admin' && user.status === 'active' && (await activeAdmins(c, database)) === 1) {
      throw new ApiError(400, 'VALIDATION_001', 'You cannot remove the last admin')
    }
    if (sandbox && !isOn('regression')) return c.body(null, 204)
    await database.query('DELETE FROM users WHERE id = $1', [user.id])
    replicate(database)
    return c.body(null, 204)
  })

  return app
}

/** The body of a removal, which may be left out. */
async function readRemoval(c: Context<Env>): Promise<z.infer<typeof Removal>> {
  const text = await c.req.text()
  let body: unknown = {}
  try {
    if (text !== '') body = JSON.parse(text)
  } catch {
    throw new ApiError(400, 'VALIDATION_001', 'The body is not JSON')
  }
  const read = Removal.safeParse(body)
  if (!read.success) refuse(read)
  return read.data as z.infer<typeof Removal>
}

async function find(c: Context<Env>, database: PGlite): Promise<User> {
  const id = c.req.param('userId') ?? ''
  if (!isId(id)) {
    if (isOn('422')) throw new ApiError(422, 'VALIDATION_003', 'Invalid user id')
    if (isOn('html-errors')) throw new HTTPException(404)
    throw isOn('short-ids') ? new ApiError(400, 'VALIDATION_003', 'Invalid user id') : notFound()
  }
  const { rows } = await database.query<User>(
    `SELECT ${COLUMNS} FROM users WHERE scope_id = $1 AND id = $2`,
    [c.get('scopeId'), id],
  )
  const [user] = rows
  if (!user) throw notFound()
  return user
}

async function activeAdmins(c: Context<Env>, database: PGlite): Promise<number> {
  const { rows } = await database.query<{ count: number }>(
    `SELECT count(*)::int AS count FROM users WHERE scope_id = $1 AND role = 'admin' AND status = 'active'`,
    [c.get('scopeId')],
  )
  return rows[0]?.count ?? 0
}

function isId(text: string): boolean {
  return isOn('short-ids') ? /^usr_[0-9a-f]{6}$/.test(text) : isUuid(text)
}

async function countUsers(c: Context<Env>, database: PGlite): Promise<number> {
  const { rows } = await database.query<{ count: number }>(
    'SELECT count(*)::int AS count FROM users WHERE scope_id = $1',
    [c.get('scopeId')],
  )
  return rows[0]?.count ?? 0
}

/** A page of the list, as other v3 lists have them. */
function pageOf(users: User[], page = '1', pageSize = '3') {
  const [number, size] = [Math.max(1, Number(page) || 1), Math.max(1, Number(pageSize) || 3)]
  const pagination = {
    page: number,
    page_size: size,
    total_count: users.length,
    total_pages: Math.ceil(users.length / size),
    has_more: number * size < users.length,
    cursors: null,
  }
  return { users: users.slice((number - 1) * size, number * size), pagination }
}

function notFound(): ApiError {
  return new ApiError(404, 'RESOURCE_006', 'User not found')
}

/** Refuses what the schema did not take, field by field. */
function refuse(read: { success: boolean; error?: unknown }): void {
  if (read.success) return
  const { issues } = read.error as z.ZodError
  const details: Record<string, string[]> = {}
  for (const { path, message } of issues) {
    const field = String(path[0] ?? 'body')
    details[field] = [...(details[field] ?? []), message]
  }
  throw new ApiError(isOn('422') ? 422 : 400, 'VALIDATION_001', 'Request validation failed', details)
}
