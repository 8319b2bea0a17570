/** v3 on Hono: an owner's key, 401 without a body, invitations that are sent again, and no header that is not needed. */
import type { AddressInfo } from 'node:net'
import { serve } from '@hono/node-server'
import { Hono } from 'hono'
import { HTTPException } from 'hono/http-exception'
import { ready } from '../start/ready.ts'
import { isOn } from '../start/switches.ts'
import { authenticate, type Env } from './access.ts'
import { openDatabase } from './database.ts'
import { ApiError, failure } from './envelope.ts'
import { usersRoutes } from './users.ts'

const database = await openDatabase()
const app = new Hono<Env>()
app.use('/v3/*', authenticate(database))
app.route('/v3/users', usersRoutes(database))
app.onError((error, c) => {
  if (error instanceof ApiError) return failure(c, error)
  if (error instanceof HTTPException) {
    return isOn('html-errors') ? c.html(`<h1>${error.status}</h1>`, error.status) : error.getResponse()
  }
  return failure(c, new ApiError(500, 'INTERNAL_001', 'An unexpected error occurred.'))
})

const server = serve(
  { fetch: app.fetch, hostname: '127.0.0.1', port: Number(process.env.PORT ?? 0) },
  listening,
)

async function listening({ port }: AddressInfo): Promise<void> {
  const keys = await database.query<{ key: string; account_email: string }>(
    'SELECT key, account_email FROM api_keys ORDER BY key',
  )
  const profiles = await database.query<{ id: string; name: string }>(
    'SELECT id, name FROM scopes WHERE organization_id IS NOT NULL ORDER BY name',
  )
  const [owner, developer, leaver] = keys.rows
  const [own, foreign] = profiles.rows
  ready(port, {
    API_KEY: owner?.key ?? '',
    DEVELOPER_API_KEY: developer?.key ?? '',
    RESTRICTED_API_KEY: leaver?.key ?? '',
    SELF_USER_ID: 'none',
    SELF_EMAIL: owner?.account_email ?? '',
    PROFILE_ID: own?.id ?? '',
    FOREIGN_PROFILE_ID: foreign?.id ?? '',
  })
}

process.on('SIGTERM', () => server.close())
