/**
 * For tests of the reference: every form of request that a fault may heed, as one conversation with a v3 reference.
 * Beside the transcript of what is answered, it tells who is there after every change.
 */
import type { Call, Reply } from '../../kernel.ts'
import { createV3, type V3Change } from '../index.ts'
import { type JsonObject, ROLES } from '../types.ts'
import { credentials, invalid, sandboxes } from './forms-parts.ts'

const VARYING = /"(req_\w*|[0-9a-f]{8}-[0-9a-f-]{27}|\d{4}-\d\d-\d\dT[^"]*)"/gi
const NAMES = [
  "Sinéad O'Neill-McCarthy van Dijk",
  'Юлия Ёлкина',
  'Zoë 測試',
  'Ana 🙂 Lima',
  'Maximilian Alexander von Hohenlohe-Langenburg',
]
const BODIES = [
  '',
  '{}',
  '{"sandbox":false}',
  '{"sandbox":false,"reason":"x"}',
  '{"sandbox":true}',
  '{"reason":"x","sandbox":true}',
]
const TYPES = ['application/json', 'application/json; charset=utf-8']

/** Ends a conversation that has shown a difference. */
class Differs extends Error {}

/** Whether a reference of the given change answers anything otherwise than `honest`, which an honest one was heard to say. */
export async function differs(honest: readonly string[], change?: V3Change): Promise<boolean> {
  let said = 0
  const listen = (line: string) => {
    if (line !== honest[said++]) throw new Differs()
  }
  try {
    await converse(listen, change)
    return said !== honest.length
  } catch (error) {
    if (error instanceof Differs) return true
    throw error
  }
}

/** What an honest reference says, line by line. */
export async function honestLines(): Promise<string[]> {
  const lines: string[] = []
  await converse((line) => lines.push(line))
  return lines
}

/** Holds the conversation with a reference of the given change, and hands on every line of it. */
async function converse(hear: (line: string) => void, change?: V3Change): Promise<void> {
  const v3 = createV3(change ? { change } : {})
  const { keys, environment } = v3
  const self = environment.SELF_USER_ID ?? ''
  const own = environment.PROFILE_ID ?? ''
  const seen = new Map<string, string>()
  let count = 0
  const plain = (text: string) =>
    text.replace(VARYING, (_, value: string) => {
      const isTime = /^\d{4}-/.test(value)
      const known = isTime
        ? `time ${Math.round((Date.parse(value) - Date.now()) / 600_000)}`
        : (seen.get(value) ?? `id ${seen.size}`)
      if (!isTime) seen.set(value, known)
      return known
    })
  const say = async (method: string, path: string, headers: Record<string, string>, body = '') => {
    const call: Call = {
      method,
      path: `/v3/users${path}`,
      query: new URLSearchParams(),
      headers,
      body: Buffer.from(body),
    }
    const reply = (await v3.handler(call)) as Reply
    const text = String(reply.body ?? '')
    const type = reply.headers?.['content-type'] ?? ''
    hear(plain(`${method} ${reply.status} ${type} ${text}`))
    return /"data":\{"id":"([^"]*)"/.exec(text)?.[1] ?? crypto.randomUUID()
  }
  const as = (key: string, more: Record<string, string> = {}) => ({ 'x-api-key': key, ...more })
  const typed = (key: string, type: string, more: Record<string, string> = {}) =>
    as(key, { 'content-type': type, ...more })
  const state = () => hear(plain(JSON.stringify(v3.users())))
  const look = async (id = self) => {
    for (const key of [keys.admin, keys.developer]) {
      for (const scope of [{}, { 'x-profile-id': own }]) {
        await say('GET', '', as(key, scope))
        await say('GET', `/${id}`, as(key, scope))
      }
    }
  }
  const find = (email: string) =>
    v3.users().findLast((user) => user.email === email)?.id ?? crypto.randomUUID()
  const guest = (more: JsonObject = {}): JsonObject => {
    count += 1
    return {
      email: `guest-${count}@guests.example`,
      name: NAMES[count % NAMES.length],
      role: 'developer',
      ...more,
    }
  }
  const invite = async (body: JsonObject, headers: Record<string, string>) => {
    await say('POST', '', headers, JSON.stringify(body))
    return find(String(body.email))
  }
  const json = typed(keys.admin, 'application/json')

  await credentials(keys.admin, say, self, guest)
  for (const scope of [{}, { 'x-profile-id': own }]) {
    for (let n = 0; n < 3; n++) {
      await say('GET', '', as(keys.restricted, scope))
      await say('GET', `/${self}`, as(keys.restricted, scope))
    }
  }
  await say('GET', `/${self}`, as(keys.admin))
  await say('GET', `/${self}`, {})
  await say('DELETE', `/${find('dora.developer@acme.example')}`, as(keys.developer), '{"sandbox":true}')
  const twin = guest()
  await invite(twin, { ...json, 'x-profile-id': own })
  await say('DELETE', `/${await say('POST', '', json, JSON.stringify(twin))}`, json)
  await look()
  const profiles = [
    own,
    own.toUpperCase(),
    '',
    ' ',
    '00000000-0000-0000-0000-000000000000',
    `${own}0`,
    '17',
    environment.FOREIGN_PROFILE_ID ?? '',
    (environment.FOREIGN_PROFILE_ID ?? '').toUpperCase(),
    crypto.randomUUID(),
    'malformed',
  ]
  for (const profile of profiles) {
    for (const key of [keys.admin, keys.developer]) {
      const headers = typed(key, 'application/json', { 'x-profile-id': profile })
      for (let n = 0; n < 3; n++) await say('GET', '', headers)
      await say('GET', `/${self}`, headers)
      await invite(guest(), headers)
      const victim = await invite(guest(), json)
      for (let n = 0; n < 2; n++) await say('DELETE', `/${victim}`, headers)
    }
  }
  await look()
  const ids = [
    '17',
    'a'.repeat(60),
    self.slice(0, -1),
    `${self}0`,
    'a%00b',
    'a%2Fb',
    '00000000-0000-0000-0000-000000000000',
    crypto.randomUUID().toUpperCase(),
    crypto.randomUUID(),
    self.toUpperCase(),
    'malformed',
    'me',
    `${self}%20`,
    environment.SELF_EMAIL ?? '',
  ]
  for (const id of ids) {
    for (const key of [keys.admin, keys.developer, 'nobody', '']) {
      const headers = key === '' ? {} : as(key)
      for (let n = 0; n < 2; n++) await say('GET', `/${id}`, headers)
      for (const body of ['', '{}'])
        await say('DELETE', `/${id}`, { ...headers, 'content-type': 'application/json' }, body)
      await say('DELETE', `/${id}`, { ...headers, 'x-profile-id': own })
    }
  }
  await sandboxes(invite, guest, json, say, look)
  await invalid(say, json, own, keys.developer)
  await look()
  const petra = find('petra.admin@brand.example')
  for (const [id, scope] of [
    [self, {}],
    [petra, { 'x-profile-id': own }],
  ] as const) {
    for (const body of [...BODIES.slice(4), ...BODIES.slice(0, 4)]) {
      for (const type of TYPES) {
        for (let n = 0; n < 2; n++) await say('DELETE', `/${id}`, typed(keys.admin, type, scope), body)
        state()
      }
    }
  }
  for (const scope of [{}, { 'x-profile-id': own }]) {
    for (const body of BODIES) {
      for (const type of TYPES) {
        const role = ROLES[count % ROLES.length] ?? 'developer'
        const by = (key: string) => typed(key, type, scope)
        const email = `${role}.${++count}.with-a-rather-long-local-part+Tag@guests.example`
        const name = NAMES[count % NAMES.length]
        const asked = { ...(body === '' ? {} : (JSON.parse(body) as JsonObject)), email, name, role }
        for (const key of [keys.restricted, keys.developer, keys.billing])
          await say('POST', '', by(key), JSON.stringify(asked))
        await say('POST', '', { 'content-type': type, ...scope }, JSON.stringify(asked))
        await say('POST', '', by(keys.admin), JSON.stringify({ sandbox: true, ...asked }))
        const id = await invite({ ...asked, sandbox: false }, by(keys.admin))
        await say('GET', `/${id}`, as(keys.restricted, scope))
        await say('GET', `/${id}`, as(keys.developer, scope))
        await invite(
          { ...asked, sandbox: false, role: role === 'admin' ? 'billing' : 'admin', name: 'Other' },
          by(keys.admin),
        )
        for (const key of [keys.restricted, keys.developer, keys.billing, 'nobody'])
          await say('DELETE', `/${id}`, by(key), body)
        await say('DELETE', `/${id}`, { 'content-type': type, ...scope }, body)
        state()
        await say('DELETE', `/${id}`, by(keys.admin), '{"sandbox":true}')
        for (let n = 0; n < 4; n++) {
          await say('DELETE', `/${id}`, by(keys.admin), body)
          await say('GET', `/${id}`, as(keys.developer, scope))
        }
        await look(id)
        const again = await invite(
          { ...asked, sandbox: false, role: 'developer', name: 'Again' },
          by(keys.admin),
        )
        await say('GET', `/${again}`, as(keys.admin, scope))
      }
    }
  }
  const back = guest()
  await say('DELETE', `/${await invite(back, json)}`, json, '{"sandbox":false}')
  const returned = await invite(back, json)
  for (const body of ['{"sandbox":true}', '{"sandbox":false}', '{"sandbox":true}']) {
    await say('DELETE', `/${returned}`, json, body)
    state()
  }
  const inside = await invite(guest(), { ...json, 'x-profile-id': own })
  await say('DELETE', `/${inside}`, json, '{}')
  state()
  await say('DELETE', `/${find('dora.developer@acme.example')}`, as(keys.developer))
  await say(
    'GET',
    `/${v3.users().find(({ email }) => email.endsWith('@globex.example'))?.id}`,
    as(keys.admin),
  )
  await look()
}
