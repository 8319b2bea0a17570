/** v1 on Fastify as it comes: values are coerced, bodies compressed and tagged, unforeseen errors in its own form. */
import type { AddressInfo } from 'node:net'
import bearerAuth from '@fastify/bearer-auth'
import compress from '@fastify/compress'
import etag from '@fastify/etag'
import Fastify from 'fastify'
import { ready } from '../start/ready.ts'
import { openDatabase } from './database.ts'
import { seed, TOKENS } from './seed.ts'
import { usersRoutes } from './users.ts'

const database = await openDatabase()
seed(database)

const app = Fastify()
await app.register(etag)
await app.register(compress, { threshold: 256 })
await app.register(
  async (api) => {
    await api.register(bearerAuth, { keys: new Set(TOKENS.keys()) })
    usersRoutes(api, database)
  },
  { prefix: '/api/v1' },
)
await app.listen({ host: '127.0.0.1', port: Number(process.env.PORT ?? 0) })

const [admin = '', member = ''] = TOKENS.keys()
ready((app.server.address() as AddressInfo).port, { ACCESS_TOKEN: admin, RESTRICTED_ACCESS_TOKEN: member })
