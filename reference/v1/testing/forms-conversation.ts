/** For tests of the reference: every form of request that a fault may heed, as one conversation with a v1 reference. */
import type { V1Change } from '../behaviour.ts'
import { type Ask, type Speaking, speakV1 } from './speak.ts'

const NAMES = [
  "Sinéad O'Neill-McCarthy van Dijk",
  'Юлия Ёлкина',
  'Zoë 測試',
  'Ana 🙂 Lima',
  'Maximilian Alexander von Hohenlohe-Langenburg',
]
const QUERIES = [
  ...[
    '',
    '',
    'page=2',
    'page=3',
    'page=2',
    '',
    'limit=1&page=2',
    'limit=7&page=2',
    'limit=7&page=3',
    'limit=3&page=10',
  ],
  ...[
    'limit=3&page=11',
    'limit=9&page=5',
    'limit=9&page=6',
    'limit=5&page=9',
    'limit=5&page=10',
    'page=1000',
    'limit=55',
    'limit=8',
  ],
  ...[
    'status=pending',
    '',
    'status=pending&page=2&limit=5',
    'status=active&limit=5&page=3',
    'status=active&page=2',
    'status=inactive',
  ],
  ...[
    'limit=100&page=1',
    'limit=1000',
    'limit=1000&page=2',
    'limit=1000&page=1',
    'limit=1000&status=active',
    'limit=1000&status=active&page=2',
  ],
  ...[
    'limit=100',
    'limit=100',
    'status=pending&limit=100',
    'status=pending&limit=100',
    'status=pending&limit=100',
  ],
]
/** Queries of the middle of the range, and far out. */
const FURTHER_QUERIES = [
  'limit=15&page=2',
  'limit=30',
  'limit=102',
  'limit=5&limit=1000',
  'limit=1000&status=pending',
  'page=9223372036854775808',
  'status=',
  "status='",
  'status=pending&limit=9&page=2',
  'status=active&limit=20&page=2',
]
const IDS = [
  '17',
  'a'.repeat(60),
  'a%00b',
  'a%2Fb',
  '00000000-0000-0000-0000-000000000000',
  'C0FFEE00-0000-4000-8000-000000000000',
  'c0ffee00-0000-4000-8000-00000000000',
  'usr_0123456789abcdef',
  'me',
  '%zz',
  "o'brien",
  'nobody',
]

/** Ends a conversation that has shown a difference. */
class Differs extends Error {}

/** Whether a reference of the given change answers anything otherwise than `honest`. */
export async function differs(honest: readonly string[], change: V1Change): Promise<boolean> {
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
  await converse(
    (line) => lines.push(line),
    (behaviour) => behaviour,
  )
  return lines
}

async function converse(hear: (line: string) => void, change: V1Change): Promise<void> {
  const v1 = speakV1({ change })
  const plain = plainly()
  const say = async (request: Ask) => {
    const { status, headers, text, body } = await v1.ask(request)
    hear(plain(`${request.method ?? 'GET'} ${request.path}: ${status} ${headers['content-type']} ${text}`))
    return body
  }
  const lists = async (queries = QUERIES) => {
    for (const query of queries) await say({ path: `?${query}` })
  }
  const [first, second] = v1.users()
  await credentials(v1, say, first?.id ?? '')
  await lists()
  await lists(FURTHER_QUERIES)
  await say({ path: '?limit=1000', as: 'restricted' })
  const { id = '', email = '' } = second ?? {}
  for (const odd of [`${id}%20`, `${id}abc`, id.slice(4), email]) {
    for (const method of ['GET', 'DELETE', 'GET']) await say({ method, path: `/${odd}` })
    await say({ path: `/${id}` })
  }
  for (const id of [...IDS, first?.id.slice(0, -1) ?? '', `${v1.foreignUsers()[0]?.id}`]) {
    for (const method of ['GET', 'GET', 'GET', 'DELETE', 'DELETE', 'DELETE'])
      await say({ method, path: `/${id}` })
  }
  for (const user of v1.users()) await say({ path: `/${user.id}` })
  await bodies(say)
  await lives(v1, say, lists)
  await duplicates(say)
  await lists()
}

type Say = (request: Ask) => Promise<Record<string, unknown>>

/** Tokens that resemble the real one, or are none; each three times. */
async function credentials(v1: Speaking, say: Say, id: string): Promise<void> {
  const real = v1.environment.ACCESS_TOKEN
  const other = real.endsWith('0') ? '1' : '0'
  const sent = [
    '',
    'Bearer',
    'Bearer null',
    `Bearer ${real}0`,
    `Bearer ${real.slice(0, -1)}`,
    `Bearer ${real.slice(0, -1)}${other}`,
    `Bearer ${real.slice(0, -1)}${real.slice(-1).toUpperCase()}`,
    'Bearer nobody',
    `Basic ${real}`,
    'bearer nobody',
    `Bearer Bearer ${real}`,
    `Bearer ${real} word`,
    `Bearer${real}`,
    `BearerX ${real}`,
    `Bearer ${v1.environment.RESTRICTED_ACCESS_TOKEN}0`,
  ]
  for (const [index, authorization] of sent.entries()) {
    const headers: Record<string, string> = authorization ? { authorization } : {}
    for (let n = 0; n < 3; n++) {
      const body = { email: `stranger-${index}-${n}@forms.example`, name: 'Stranger', role: 'member' }
      await say({ as: 'nobody', headers, path: '?limit=2' })
      await say({ as: 'nobody', headers, path: `/${id}` })
      await say({ as: 'nobody', headers, method: 'POST', body })
      const unusual = { ...headers, 'content-type': 'application/json; charset=utf-8' }
      await say({
        as: 'nobody',
        headers: unusual,
        method: 'POST',
        body: { ...body, email: `more-${body.email}` },
      })
      await say({ as: 'nobody', headers, method: 'DELETE', path: `/${v1.users().at(-1 - n)?.id}` })
      await say({ as: 'nobody', headers, method: 'DELETE', path: `/${v1.users().at(-1)?.id}?force=true` })
      await say({ path: `/${v1.users().at(-1)?.id}` })
    }
  }
}

/** Bodies of every kind, one after another. */
async function bodies(say: Say): Promise<void> {
  const good = { email: 'fine@forms.example', name: 'Fine', role: 'member' }
  const wrong: unknown[] = [{}, ['x'], true]
  const asked: unknown[] = [
    ...(['email', 'name', 'role'] as const).flatMap((member) =>
      wrong.map((value) => ({ ...good, [member]: value })),
    ),
    ...[null, null, null, 'a@b\0.example'].map((email) => ({ ...good, email })),
    ...[false, 0, [], ['a@forms.example', 'b@forms.example']].map((email) => ({ ...good, email })),
    ...[false, [], {}].map((name) => ({ ...good, name })),
    ...[false, []].map((role) => ({ ...good, role })),
    { name: 'Fine', role: 'admin' },
    {},
    '"text"',
    '[]',
    `${JSON.stringify({ ...good, email: 'behind@forms.example' })}words`,
    JSON.stringify(JSON.stringify({ ...good, email: 'inside@forms.example' })),
  ]
  for (const body of asked) await say({ method: 'POST', body })
  const headers = { 'content-type': 'application/json; charset=utf-8' }
  await say({ method: 'POST', headers, body: { ...good, email: 'charset@forms.example' } })
  await say({ method: 'POST', body: { ...good, email: 'more@forms.example', colour: 'red' } })
}

/** Users who come, are asked about, asked for again, refused to go, go, and come again. */
async function lives(v1: Speaking, say: Say, lists: (queries?: string[]) => Promise<void>): Promise<void> {
  const few = ['limit=100', 'limit=100', 'status=pending&limit=100', 'status=pending&limit=100', '', 'page=3']
  const create = (email: string, count: number, more: object = {}) =>
    say({
      method: 'POST',
      body: { email, name: NAMES[count % NAMES.length], role: count % 2 ? 'admin' : 'member', ...more },
    })
  for (let count = 0; count < 8; count++) {
    const email = `${count}.Guest-with-a-rather-long-name+Tag@forms.example`
    const neighbour = `/${(await create(`neighbour-${count}@forms.example`, count)).id}`
    await lists(few.slice(0, 3))
    const path = `/${(await create(email, count)).id}`
    const next = `/${(await create(`next-${count}@forms.example`, count)).id}`
    for (let n = 0; n < 3; n++) await say({ path })
    await lists(few)
    for (const more of [{ role: 'admin' }, { role: 'member' }, { name: 'Other' }])
      await create(email, count, more)
    await say({ path })
    for (let n = 0; n < 3; n++) {
      await say({ method: 'DELETE', path, as: 'restricted' })
      for (const one of [neighbour, path, next]) await say({ path: one })
    }
    await say({ method: 'DELETE', path, as: 'restricted', body: { force: true } })
    await say({
      method: 'DELETE',
      path,
      as: 'nobody',
      headers: { authorization: `bearer ${v1.environment.RESTRICTED_ACCESS_TOKEN}` },
    })
    await say({ path })
    for (const method of ['DELETE', 'GET', 'DELETE', 'DELETE', 'GET']) await say({ method, path })
    for (const method of ['DELETE', 'GET']) await say({ method, path, as: 'restricted' })
    await say({ method: 'DELETE', path: next, as: 'restricted' })
    for (const one of [neighbour, next]) await say({ path: one })
    await lists(few)
    const again = `/${(await create(email, count + 1, { name: 'Again' })).id}`
    await say({ path: again })
    await create(email, count + 1)
    await say({ method: 'DELETE', path: again, as: 'restricted' })
    for (const method of ['DELETE', 'GET']) await say({ method, path: again })
    await lists(few)
    await say({ path: neighbour })
  }
}

/** Addresses that are taken, asked for in other words, by others and at once. */
async function duplicates(say: Say): Promise<void> {
  const body = { email: 'taken@forms.example', name: 'Taken', role: 'member' }
  for (const email of [body.email, body.email, ` ${body.email} `, body.email.toUpperCase()])
    await say({ method: 'POST', body: { ...body, email } })
  await say({ method: 'POST', body, as: 'restricted' })
  const own = `/${(await say({ method: 'POST', body: { ...body, email: 'own@forms.example' }, as: 'restricted' })).id}`
  for (const method of ['DELETE', 'GET']) await say({ method, path: own, as: 'restricted' })
  await say({ method: 'DELETE', path: '/usr_nobody', as: 'restricted' })
}

/** Writes random ids and present times in words that do not change. */
function plainly(): (line: string) => string {
  const names = new Map<string, string>()
  return (line) =>
    line
      .replace(/usr_[0-9a-f]{15,16}/g, (id) => {
        if (!names.has(id)) names.set(id, `usr#${names.size}`)
        return names.get(id) ?? ''
      })
      .replace(/(?<=\/)[0-9a-f]{16}\b/g, 'an id without its prefix')
      .replace(/\d{4}-\d\d-\d\dT[\d:]+Z/g, (time) =>
        Math.abs(Date.now() - Date.parse(time)) < 3_600_000 ? 'now' : time,
      )
}
