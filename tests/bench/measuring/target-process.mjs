/** The process behind target.mjs: both contracts of the reference, predictable, noting every request. */
import crypto, { createHash } from 'node:crypto'
import { syncBuiltinESMExports } from 'node:module'

const { users = 0, delayMs = 0, limits = false } = JSON.parse(process.argv[2] ?? '{}')

// The reference takes ids and credentials from here. It must not learn that a bench wants them foreseeable.
let drawn = 0
crypto.randomUUID = () => {
  const hex = createHash('sha256').update(`bench ${drawn++}`).digest('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}
syncBuiltinESMExports()

const dist = new URL('../../../dist/reference/', import.meta.url)
const { startServer } = await import(new URL('server.js', dist).href)
const { createV3 } = await import(new URL('v3/index.js', dist).href)
const { createV1 } = await import(new URL('v1/index.js', dist).href)

const v3 = createV3({ users, limits })
const v1 = createV1({ users })
let requests = []
const { url, close } = await startServer([answer], { delayMs })

/** Notes a request when it is handled, which under concurrency is not the order in which it came. */
async function answer(call) {
  const { method, path, query, headers, body } = call
  const search = String(query)
  const request = { method, path: search ? `${path}?${search}` : path, headers, body: body.toString('utf8') }
  requests.push(request)
  const reply = (await v3.handler(call)) ?? (await v1.handler(call))
  request.status = reply?.status ?? 404
  return reply
}

process.on('message', () => {
  process.send(requests)
  requests = []
})
process.on('disconnect', () => close().then(() => process.exit(0)))
process.send({ url, environment: { BASE_URL: url, ...v3.environment, ...v1.environment } })
