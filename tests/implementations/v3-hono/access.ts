/** Who a key belongs to, in which scope a request acts, and what the caller may do there. */
import type { PGlite } from '@electric-sql/pglite'
import type { MiddlewareHandler } from 'hono'
import { HTTPException } from 'hono/http-exception'
import { isOn } from '../start/switches.ts'
import { ApiError } from './envelope.ts'

/** What the handlers of a request know of it. */
export interface Env {
  Variables: { scopeId: string; organizationId: string; role: Role | undefined }
}
export type Role = 'owner' | 'admin' | 'billing' | 'developer'

interface Scope {
  id: string
  organization_id: string | null
  owner_email: string
}

const UUID = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i

/** Whether this can be the id of a row at all. */
export function isUuid(text: string): boolean {
  return UUID.test(text)
}

/** Settles account, scope and role; a missing or unknown key is answered without a body. */
export function authenticate(database: PGlite): MiddlewareHandler<Env> {
  return async (c, next) => {
    const key = c.req.header('x-api-key') ?? ''
    const found = await database.query<Scope & { account_email: string }>(
      `SELECT scopes.id, organization_id, owner_email, account_email
       FROM api_keys JOIN scopes ON scopes.id = api_keys.scope_id WHERE key = $1`,
      [key],
    )
    const [account] = found.rows
    if (!account) return c.body(null, 401)
    const profileId = c.req.header('x-profile-id')
    const scope = profileId === undefined ? account : await profileOf(database, account, profileId)
    c.set('scopeId', scope.id)
    c.set('organizationId', scope.organization_id ?? scope.id)
    c.set('role', await roleIn(database, scope, account.account_email))
    await next()
  }
}

/** Lets in these roles and the owner. */
export function allow(...roles: Role[]): MiddlewareHandler<Env> {
  return async (c, next) => {
    const role = c.get('role')
    if (role !== 'owner' && (role === undefined || !roles.includes(role))) {
      const admin = roles.length === 1 ? 'admin ' : ''
      throw new ApiError(403, 'AUTH_004', `You do not have ${admin}access to this organization or profile`)
    }
    await next()
  }
}

async function profileOf(database: PGlite, account: Scope, profileId: string): Promise<Scope> {
  if (!isUuid(profileId)) {
    const details = { 'x-profile-id': ['Must be a UUID'] }
    if (isOn('html-errors')) throw new HTTPException(400)
    throw new ApiError(isOn('422') ? 422 : 400, 'VALIDATION_003', 'Invalid profile id', details)
  }
  const { rows } = await database.query<Scope>(
    'SELECT id, organization_id, owner_email FROM scopes WHERE id = $1 AND organization_id = $2',
    [profileId, account.id],
  )
  const [profile] = rows
  if (!profile) throw new ApiError(404, 'RESOURCE_005', 'Organization not found')
  return profile
}

/** The role in the scope, or that of the organization where the profile has no entry of its own. */
async function roleIn(database: PGlite, scope: Scope, email: string): Promise<Role | undefined> {
  if (scope.owner_email === email) return 'owner'
  const { rows } = await database.query<{ role: Role }>(
    `SELECT role FROM users WHERE scope_id IN ($1, $2) AND lower(email) = lower($3) AND status = 'active'
     ORDER BY scope_id = $1 DESC LIMIT 1`,
    [scope.id, scope.organization_id ?? scope.id, email],
  )
  return rows[0]?.role
}
