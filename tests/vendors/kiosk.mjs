/**
 * A second implementation of the v3 contract, as a vendor might write one: one file of plain `node:http`,
 * arrays instead of a store, a table of routes. It shares nothing with the reference of the suite.
 *
 *     node tests/vendors/kiosk.mjs [--first-try] [--port N]
 *
 * `--first-try` serves the state before anybody had checked it, with the mistakes that docs/vendors.md
 * finds and corrects. The environment to use against it is printed as lines for a shell.
 */
import { randomBytes, randomUUID } from 'node:crypto'
import { createServer } from 'node:http'
import { parseArgs } from 'node:util'

const { values: flags } = parseArgs({
  options: { 'first-try': { type: 'boolean', default: false }, port: { type: 'string', default: '0' } },
})
const firstTry = flags['first-try']

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i
const ROLES = ['admin', 'billing', 'developer']
const YESTERDAY = Date.now() - 86_400_000
const stamp = (time = Date.now()) => new Date(time).toISOString()

const desk = { id: randomUUID() }
const branch = { id: randomUUID(), parent: desk }
const rival = { id: randomUUID() }
const rivalBranch = { id: randomUUID(), parent: rival }
const places = [desk, branch, rival, rivalBranch]
let people = []

function seed(place, email, role) {
  const times = { invited_at: null, last_login_at: stamp(YESTERDAY), updated_at: stamp(YESTERDAY) }
  const person = { id: randomUUID(), email, name: email.split('@')[0], role, status: 'active', ...times }
  people.push({ place, shown: { ...person, created_at: stamp(YESTERDAY) } })
  return person
}

const clerk = seed(desk, 'clerk@kiosk.example', 'admin')
seed(desk, 'deputy@kiosk.example', 'admin')
seed(desk, 'mechanic@kiosk.example', 'developer')
seed(branch, 'branch@kiosk.example', 'admin')
seed(rivalBranch, 'rival@rival.example', 'admin')

const keys = new Map()
const keyFor = (email) => {
  const key = `kiosk_${randomBytes(18).toString('base64url')}`
  keys.set(key, email)
  return key
}

const environment = {
  API_KEY: keyFor('clerk@kiosk.example'),
  DEVELOPER_API_KEY: keyFor('mechanic@kiosk.example'),
  RESTRICTED_API_KEY: keyFor('passer-by@kiosk.example'),
  SELF_USER_ID: clerk.id,
  SELF_EMAIL: 'clerk@kiosk.example',
  PROFILE_ID: branch.id,
  FOREIGN_PROFILE_ID: rivalBranch.id,
}

const fail = (status, code, message, details = null) => ({ status, error: { code, message, details } })
const done = (status, data) => ({ status, data })

/** Everything that stands between a request and its operation; gives a refusal or who asks and where. */
function admit(headers, needsAdmin) {
  const email = keys.get(headers['x-api-key'])
  if (!email) return fail(401, headers['x-api-key'] ? 'AUTH_002' : 'AUTH_001', 'Show a valid key.')
  const wanted = headers['x-profile-id']
  if (wanted !== undefined && !UUID.test(wanted)) return fail(400, 'VALIDATION_003', 'x-profile-id is odd.')
  const place = wanted === undefined ? desk : places.find(({ id }) => id === wanted.toLowerCase())
  if (!place || (place !== desk && place.parent !== desk)) return fail(404, 'RESOURCE_005', 'No such place.')
  // Who has a role at the desk has it at its branches.
  const role = people.find((person) => person.place === desk && person.shown.email === email)?.shown.role
  const may = needsAdmin ? role === 'admin' : role !== undefined
  return may ? { email, place, role } : fail(403, 'AUTH_004', 'Not with your role.')
}

function list({ place }) {
  return done(200, { users: people.filter((one) => one.place === place).map(({ shown }) => shown) })
}

function find(place, id) {
  return people.find((one) => one.place === place && one.shown.id === id)
}

function show({ place, id }) {
  const person = find(place, id)
  if (person) return done(200, person.shown)
  return firstTry ? fail(400, 'VALIDATION_001', 'What is this id?') : fail(404, 'RESOURCE_006', 'Nobody.')
}

function invite({ place, body }) {
  const details = {}
  const isAddress = typeof body.email === 'string' && /^[^@\s]+@[^@\s]+\.[^@\s]+$/.test(body.email)
  if (!isAddress) details.email = ['An address, please.']
  if (typeof body.name !== 'string' || body.name.trim() === '') details.name = ['A name, please.']
  if (!ROLES.includes(body.role)) details.role = [`One of ${ROLES.join(', ')}.`]
  if (Object.keys(details).length > 0) {
    return fail(400, 'VALIDATION_001', 'That form is not filled in.', firstTry ? null : details)
  }
  const { email, name, role } = body
  const now = stamp()
  const shown = {
    id: randomUUID(),
    email,
    name,
    role,
    status: 'invited',
    invited_at: now,
    last_login_at: null,
  }
  const taken = people.some((one) => one.place === place && same(one.shown.email, email))
  if (taken) return fail(409, 'RESOURCE_007', 'Already on the list.')
  const person = { place, shown: { ...shown, created_at: now, updated_at: now } }
  if (!body.sandbox) people.push(person)
  return done(201, person.shown)
}

function remove({ place, id, body, email }) {
  const person = find(place, id)
  if (!person) return fail(404, 'RESOURCE_006', 'Nobody.')
  if (same(person.shown.email, email)) return fail(400, 'VALIDATION_001', 'Not yourself.')
  const admins = people.filter((one) => one.place === place && one.shown.role === 'admin')
  const active = admins.filter(({ shown }) => shown.status === 'active')
  if (active.length === 1 && active[0] === person) return fail(400, 'VALIDATION_001', 'Somebody has to stay.')
  // The first try forgot that a rehearsal must not change anything.
  if (!body.sandbox || firstTry) people = people.filter((one) => one !== person)
  return done(204)
}

const same = (one, other) => String(one).toLowerCase() === String(other).toLowerCase()

const ROUTES = [
  ['GET', /^\/v3\/users$/, list, false],
  ['POST', /^\/v3\/users$/, invite, true],
  ['GET', /^\/v3\/users\/([^/]+)$/, show, false],
  ['DELETE', /^\/v3\/users\/([^/]+)$/, remove, true],
]

async function answer(request) {
  const { pathname } = new URL(request.url, 'http://kiosk')
  const route = ROUTES.find(([method, path]) => method === request.method && path.test(pathname))
  const chunks = []
  for await (const chunk of request) chunks.push(chunk)
  if (!route) return fail(404, 'RESOURCE_001', 'Nothing here.')
  const [, path, operation, needsAdmin] = route
  const admitted = admit(request.headers, needsAdmin)
  if (admitted.error) return admitted
  let body = {}
  try {
    body = JSON.parse(Buffer.concat(chunks).toString() || '{}') ?? {}
  } catch {
    return fail(400, 'VALIDATION_001', 'That is no JSON.')
  }
  const [, id] = path.exec(pathname)
  if (id !== undefined && !UUID.test(id)) return fail(400, 'VALIDATION_003', 'That is no id.')
  return { ...operation({ ...admitted, id, body }), place: admitted.place, sandbox: body.sandbox === true }
}

const server = createServer(async (request, response) => {
  const started = performance.now()
  const { status, data = null, error = null, place, sandbox } = await answer(request)
  const requestId = `req_${randomBytes(6).toString('hex')}`
  response.setHeader('X-Request-Id', requestId)
  response.setHeader('X-Response-Time', `${Math.round(performance.now() - started)}ms`)
  response.setHeader('X-API-Version', 'v3')
  if (place?.parent) response.setHeader('X-Profile-Id', place.id)
  if (sandbox) response.setHeader('X-Sandbox', 'true')
  response.statusCode = status
  if (status === 204) return response.end()
  const meta = { request_id: requestId, timestamp: stamp(), version: 'v3' }
  const refusal = error && { ...error, doc_url: null }
  response.setHeader('Content-Type', 'application/json; charset=utf-8')
  response.end(JSON.stringify({ success: !error, data, error: refusal, meta }))
})

server.listen(Number(flags.port), '127.0.0.1', () => {
  const lines = Object.entries({ BASE_URL: `http://127.0.0.1:${server.address().port}`, ...environment })
  process.stdout.write(lines.map(([name, value]) => `export ${name}=${value}\n`).join(''))
})
for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => process.exit(0))
