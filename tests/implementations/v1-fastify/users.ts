/** The routes of `/api/v1/users`. */
import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Database } from 'sql.js'
import { isDeliverable, LONGEST_NAME, namePattern, normalisedName } from '../start/names.ts'
import { isOn } from '../start/switches.ts'
import { all, newId, now, one, replicate, type UserRow } from './database.ts'
import { type Account, TOKENS } from './seed.ts'

const LIST = {
  querystring: {
    type: 'object',
    properties: {
      page: { type: 'integer', minimum: 1, default: 1, ...(isOn('page-limit') && { maximum: 10_000 }) },
      limit: { type: 'integer', minimum: 1, maximum: 100, default: 20 },
      status: { type: 'string', enum: ['active', 'inactive', 'pending'] },
    },
  },
}

const CREATE = {
  body: {
    type: 'object',
    required: ['email', 'name'],
    properties: {
      email: { type: 'string', format: 'email' },
      name: { type: 'string', minLength: 1, maxLength: LONGEST_NAME, pattern: namePattern() },
      role: { type: 'string', enum: ['admin', 'member'], default: 'member' },
    },
  },
}

/** Ids of another form than those that are given out need not be looked for. */
const ONE = {
  params: {
    type: 'object',
    properties: { id: { type: 'string', ...(isOn('short-ids') && { pattern: '^usr_[0-9a-z]{6}$' }) } },
  },
}

/** Lists are read from a replica where there is one. */
const LISTED = isOn('late') ? 'users_replica' : 'users'

/** What a gateway says to a request that it cannot read. */
const BAD_REQUEST =
  '<html><head><title>400 Bad Request</title></head><body><h1>Bad Request</h1></body></html>'

const NOT_FOUND = { error: 'not_found', message: 'User not found' }

interface ListQuery {
  page: number
  limit: number
  status?: string
}
type NewUser = Pick<UserRow, 'email' | 'name' | 'role'>

/** Registers the four operations. */
export function usersRoutes(app: FastifyInstance, database: Database): void {
  app.get<{ Querystring: ListQuery }>('/users', { schema: LIST }, async (request) => {
    const { page, limit, status } = request.query
    const { organization } = accountOf(request)
    const filter = status === undefined ? '' : 'AND status = ?'
    const values = status === undefined ? [organization] : [organization, status]
    const order = isOn('newest-first') ? 'DESC' : 'ASC'
    const data = all<UserRow>(
      database,
      `SELECT id, email, name, status, created_at FROM ${LISTED} WHERE organization = ? ${filter}
       ORDER BY created_at ${order}, rowid ${order} LIMIT ? OFFSET ?`,
      [...values, limit, (page - 1) * limit],
    )
    const total = one<{ count: number }>(
      database,
      `SELECT count(*) AS count FROM ${LISTED} WHERE organization = ? ${filter}`,
      values,
    )
    return { data, meta: { page, limit, total: total?.count ?? 0 } }
  })

  app.post<{ Body: NewUser }>(
    '/users',
    { schema: CREATE, errorHandler: invalidBody },
    async (request, reply) => {
      const { email, role } = request.body
      const name = normalisedName(request.body.name)
      if (!isDeliverable(email)) {
        const message = 'This address cannot receive mail'
        return reply.code(isOn('422') ? 422 : 400).send({ error: 'validation_error', message })
      }
      const { organization } = accountOf(request)
      const taken = one(database, 'SELECT id FROM users WHERE organization = ? AND email = ?', [
        organization,
        email,
      ])
      if (taken) {
        return reply.code(409).send({ error: 'conflict', message: 'A user with this email already exists' })
      }
      const user = { id: newId(), email, name, role, status: 'pending', created_at: now() }
      database.run(
        'INSERT INTO users (id, organization, email, name, role, status, created_at) VALUES (?, ?, ?, ?, ?, ?, ?)',
        [user.id, organization, email, name, role, user.status, user.created_at],
      )
      replicate(database)
      return reply.code(201).send(user)
    },
  )

  app.get<{ Params: { id: string } }>('/users/:id', { schema: ONE }, async (request, reply) => {
    const user = find(request, database)
    return user ?? reply.code(404).send(NOT_FOUND)
  })

  app.delete<{ Params: { id: string } }>('/users/:id', { schema: ONE }, async (request, reply) => {
    const mayDelete = accountOf(request).role === 'admin' || isOn('regression')
    if (!mayDelete) {
      const message = 'You do not have permission to delete this user'
      return reply.code(403).send({ error: 'forbidden', message })
    }
    const user = find(request, database)
    if (!user) return reply.code(404).send(NOT_FOUND)
    database.run('DELETE FROM users WHERE id = ?', [user.id])
    replicate(database)
    return reply.code(204).send()
  })
}

function accountOf(request: FastifyRequest): Account {
  const token = request.headers.authorization?.replace(/^Bearer /i, '') ?? ''
  const account = TOKENS.get(token)
  if (!account) throw new Error('the bearer plugin lets nobody else in')
  return account
}

function find(request: FastifyRequest<{ Params: { id: string } }>, database: Database): UserRow | undefined {
  return one<UserRow>(
    database,
    'SELECT id, email, name, role, status, created_at, last_login FROM users WHERE organization = ? AND id = ?',
    [accountOf(request).organization, request.params.id],
  )
}

/** What the schema refuses gets the documented body; everything else stays as Fastify has it. */
const invalidBody: NonNullable<Parameters<FastifyInstance['setErrorHandler']>[0]> = (
  error,
  _request,
  reply,
) => {
  const { validation, message } = error as { validation?: { params: object }[]; message: string }
  if (validation === undefined) {
    if (!isOn('html-errors')) throw error
    return reply.code(400).type('text/html').send(BAD_REQUEST)
  }
  const isMissing = JSON.stringify(validation).includes('"missingProperty":"email"')
  reply.code(isOn('422') && !isMissing ? 422 : 400).send({ error: 'validation_error', message })
}
