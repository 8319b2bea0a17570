/**
 * For tests of the reference: one long conversation with a v3 reference, as a transcript in which everything
 * random is replaced by the order in which it first appeared. Two references that behave alike give the same.
 */
import type { Call, Reply } from '../../kernel.ts'
import { createV3, type V3Change } from '../index.ts'
import type { JsonObject } from '../types.ts'
import type { V3Keys } from '../world.ts'

/** Headers whose values depend on the clock, as long as they have the documented form. */
const UNSTEADY = ['X-RateLimit-Reset', 'X-RateLimit-Remaining', 'X-Response-Time']
const STEADY_FORM = /^\d+(ms)?$/

type Key = 'admin' | 'developer' | 'billing' | 'restricted' | 'unknown' | 'none'
type AnyKey = Key | `${string}-${string}-${string}-${string}-${string}`

const VARYING = /"(req_\w*|[0-9a-f]{8}-[0-9a-f-]{27}|\d{4}-\d\d-\d\dT[^"]*)"/gi

/** Holds the conversation with a reference of the given change. */
export async function transcriptOf(change?: V3Change): Promise<string[]> {
  const v3 = createV3(change ? { change } : {})
  const lines: string[] = []
  const seen = new Map<string, string>()
  const plain = (text: string) =>
    text.replace(VARYING, (_, value: string) => {
      const known = seen.get(value) ?? `"${kindOf(value)}${seen.size}"`
      seen.set(value, known)
      return known
    })

  const say = async (method: string, path: string, key: AnyKey, body?: unknown, profile?: string) => {
    const headers: Record<string, string> = profile === undefined ? {} : { 'x-profile-id': profile }
    if (key === 'unknown') headers['x-api-key'] = 'nobody-has-this-key'
    else if (key.includes('-')) headers['x-api-key'] = key
    else if (key !== 'none') headers['x-api-key'] = v3.keys[key as keyof V3Keys]
    const text = body === undefined ? '' : typeof body === 'string' ? body : JSON.stringify(body)
    const call: Call = { method, path, query: new URLSearchParams(), headers, body: Buffer.from(text) }
    const reply = (await v3.handler(call)) as Reply
    const shown = Object.entries(reply.headers ?? {}).map(([name, value]) =>
      UNSTEADY.includes(name) && STEADY_FORM.test(value) ? [name] : [name, value],
    )
    lines.push(plain(`${method} ${reply.status} ${JSON.stringify(shown)} ${String(reply.body ?? '')}`))
    try {
      return (JSON.parse(String(reply.body)) as { data?: JsonObject | null }).data ?? undefined
    } catch {
      return undefined
    }
  }

  const self = v3.environment.SELF_USER_ID ?? ''
  const own = v3.environment.PROFILE_ID ?? ''
  const foreign = v3.environment.FOREIGN_PROFILE_ID ?? ''
  const profiles = [own, foreign, crypto.randomUUID(), 'malformed']
  const find = (email: string) =>
    v3.users().findLast((user) => user.email === email)?.id ?? crypto.randomUUID()
  const look = async (...ids: string[]) => {
    for (const profile of [undefined, own]) {
      await say('GET', '/v3/users', 'admin', undefined, profile)
      for (const id of ids) await say('GET', `/v3/users/${id}`, 'admin', undefined, profile)
    }
  }
  const invite = async (name: string, more: JsonObject = {}, key: Key = 'admin', profile?: string) => {
    const body = { email: `${name}@guests.example`, name: 'Guest User', role: 'developer', ...more }
    await say('POST', '/v3/users', key, body, profile)
    return find(`${name}@guests.example`)
  }
  const everybody: Key[] = ['none', 'unknown', 'restricted', 'developer', 'billing']

  await look(self, ...v3.users().map((user) => user.id), crypto.randomUUID(), 'malformed')
  const guest = await invite('one')
  const billing = await invite('two', { role: 'billing' })
  const admin = await invite('three', { role: 'admin' })
  await invite('one')
  for (const wrong of [
    { email: 'no-address' },
    { email: undefined },
    { name: undefined },
    { role: 'emperor' },
    { role: 'ADMIN' },
    { role: 'owner' },
    { email: 'no-address', role: 'emperor' },
  ]) {
    for (const sandbox of [undefined, true]) await invite('wrong', { ...wrong, sandbox })
    for (const key of ['none', 'developer'] as const) await invite('wrong', wrong, key)
  }
  await invite('pretended', { sandbox: true })
  await invite('frank', { sandbox: false })
  for (const key of everybody) {
    for (const sandbox of [undefined, true]) await invite(`from-${key}`, { sandbox }, key)
    await say('GET', '/v3/users', key)
    for (const id of [guest, crypto.randomUUID()]) {
      await say('GET', `/v3/users/${id}`, key)
      for (const body of [undefined, { sandbox: true }]) await say('DELETE', `/v3/users/${id}`, key, body)
      await look(id)
    }
    if (!v3.users().some((user) => user.id === guest)) break
  }
  await look(guest)
  await say('GET', '/v3/users', crypto.randomUUID())
  for (const profile of profiles) {
    const id = await invite('four', {}, 'admin', profile)
    await say('GET', '/v3/users', 'developer', undefined, profile)
    await say('GET', `/v3/users/${guest}`, 'admin', undefined, profile)
    await say('DELETE', `/v3/users/${admin}`, 'admin', {}, profile)
    await look(id, admin)
  }
  const inProfile = find('four@guests.example')
  await invite('four')
  await say('DELETE', `/v3/users/${inProfile}`, 'admin', { sandbox: true }, own)
  await look(inProfile)
  await say('DELETE', `/v3/users/${inProfile}`, 'admin', {}, own)
  await look(inProfile, find('four@guests.example'))
  const last = find('petra.admin@brand.example')
  const targets = { self, last, guest, billing, admin, unknown: crypto.randomUUID(), malformed: 'malformed' }
  for (const body of [{ sandbox: true }, { sandbox: false }, {}, undefined]) {
    for (const [name, id] of Object.entries(targets)) {
      await say('DELETE', `/v3/users/${id}`, 'admin', body, name === 'last' ? own : undefined)
    }
    await look(self, last, guest, billing, admin)
    const again = await invite(`again-${JSON.stringify(body)?.length}`)
    await say('DELETE', `/v3/users/${again}`, 'admin', body)
    await look(again)
  }
  await look()
  return lines
}

/** Times keep their distance from now and their form, everything else only its kind. */
function kindOf(value: string): string {
  if (!/^\d{4}-/.test(value)) return value.startsWith('req_') ? 'request ' : 'id '
  const minutes = Math.round((Date.parse(value) - Date.now()) / 60_000)
  return `time ${value.replace(/\d/g, '9')} ${minutes} `
}
