/** For tests of the reference: one fixed conversation that touches every documented behaviour, written down. */
import type { V1Change } from '../behaviour.ts'
import { type Ask, type Speaking, speakV1 } from './speak.ts'

const NINA = { email: 'nina+tag@talk.example', name: 'Nina Ünal', role: 'admin' }
const OMAR = { email: 'omar@talk.example', name: 'Omar McHaddad', role: 'member' }

const QUERIES = [
  ...['', 'limit=100', 'page=1', 'colour=red'],
  ...['page=2', 'page=3', 'page=4', 'page=2&limit=10', 'limit=1', 'limit=9&page=5', 'limit=10&page=5'],
  ...['page=0', 'page=-1', 'page=abc', 'page=1.5', 'limit=0', 'limit=-1', 'limit=abc', 'limit=1.5', 'limit='],
  ...['limit=101', 'limit=1000', 'limit=1000000000', 'limit=5&limit=5', 'page=1&page=2'],
  ...[
    'status=active',
    'status=inactive',
    'status=pending',
    'status=active&limit=10&page=2',
    'status=active&limit=5',
    'status=active&limit=101',
  ],
  ...['status=archived', 'status=PENDING', 'status=pending&limit=100', 'status=active&limit=100'],
]

const BAD_BODIES: unknown[] = [
  { name: 'Pia', role: 'member' },
  { email: null, name: 'Pia', role: 'member' },
  { email: '', name: 'Pia', role: 'member' },
  { email: 'pia', name: 'Pia', role: 'member' },
  { email: `${'p'.repeat(300)}@talk.example`, name: 'Pia', role: 'member' },
  { email: 7, name: 'Pia', role: 'member' },
  { email: 'role@talk.example', name: 'Pia', role: 'emperor' },
  { email: 'role7@talk.example', name: 'Pia', role: 7 },
  { email: 'name7@talk.example', name: 7, role: 'member' },
  { email: 'noname@talk.example', role: 'member' },
  [OMAR],
  'null',
  '{"email":',
]

/** Has the whole conversation and gives every answer in words that are the same for every honest server. */
export async function converse(change: V1Change): Promise<string[]> {
  const v1 = speakV1({ change })
  const lines: string[] = []
  const say = async (request: Ask) => {
    const { status, headers, text, body } = await v1.ask(request)
    lines.push(
      `${request.method ?? 'GET'} ${request.path ?? ''}: ${status} ${JSON.stringify(headers)} ${text}`,
    )
    return body
  }
  const [self, reader] = v1.users()
  const [foreign] = v1.foreignUsers()
  const lists = async () => {
    for (const query of [
      'limit=100',
      'status=pending&limit=100',
      'status=inactive&limit=100',
      'status=active&limit=100',
      'page=2',
    ]) {
      await say({ path: `?${query}` })
    }
  }

  await strangers(v1, say)
  for (const query of QUERIES) await say({ path: `?${query}` })
  for (const user of v1.users().slice(0, 6)) await say({ path: `/${user.id}` })
  for (const id of ['usr_nobody', '4711', foreign?.id]) {
    await say({ path: `/${id}` })
    await say({ method: 'DELETE', path: `/${id}` })
    await say({ method: 'DELETE', path: `/${id}`, as: 'restricted' })
  }

  const nina = `/${(await say({ method: 'POST', body: NINA })).id}`
  const omar = `/${(await say({ method: 'POST', body: OMAR })).id}`
  await say({ method: 'POST', body: { ...OMAR, email: 'Mixed.Case@talk.example' } })
  const third = await say({
    method: 'POST',
    body: { ...OMAR, email: 'third@talk.example', id: 'usr_3', status: 'active' },
  })
  await say({ method: 'POST', body: { email: 'norole@talk.example', name: 'No Role' }, as: 'restricted' })
  for (const path of [nina, omar, nina, omar, `/${third.id}`]) await say({ path })
  await lists()
  await say({ method: 'POST', body: { email: OMAR.email, name: 'Other Name', role: 'admin' } })
  await say({ path: omar })
  await say({ method: 'POST', body: { ...OMAR, email: OMAR.email.toUpperCase() } })
  await say({ method: 'POST', body: { ...OMAR, role: 'emperor' } })
  await say({ path: omar })
  await lists()

  for (const body of BAD_BODIES) await say({ method: 'POST', body })
  await say({ method: 'POST', headers: { 'content-type': 'application/json' } })
  await say({ method: 'POST' })
  const untyped = { ...OMAR, email: 'untyped@talk.example' }
  for (const type of ['', 'text/plain', 'application/xml']) {
    await say({ method: 'POST', body: untyped, headers: { 'content-type': type } })
  }
  await lists()

  for (const path of [omar, nina]) {
    await say({ method: 'DELETE', path, as: 'restricted' })
    await say({ path })
  }
  for (const path of [nina, omar, `/${third.id}`]) {
    for (const method of ['DELETE', 'GET', 'GET', 'DELETE']) await say({ method, path })
  }
  await lists()
  await say({ method: 'POST', body: NINA })
  await oddly(v1, say)
  await say({ method: 'DELETE', path: `/${self?.id}` })
  await say({ method: 'DELETE', path: `/${reader?.id}` })
  return plain(lines)
}

/** Everything that callers without a valid token may try. */
async function strangers(v1: Speaking, say: (request: Ask) => Promise<unknown>): Promise<void> {
  const token = v1.environment.ACCESS_TOKEN
  const victim = `/${v1.users().at(-1)?.id}`
  const body = { ...OMAR, email: 'stranger@talk.example' }
  for (const authorization of ['', 'Bearer nobody', `Basic ${token}`, token]) {
    const headers: Record<string, string> = authorization ? { authorization } : {}
    await say({ as: 'nobody', headers })
    await say({ as: 'nobody', headers, path: victim })
    await say({ as: 'nobody', headers, method: 'POST', body })
    await say({ as: 'nobody', headers, method: 'DELETE', path: victim })
  }
}

/** What is promised in no form but the plain one: blanks, letter case, and a body where none is called for. */
async function oddly(v1: Speaking, say: (request: Ask) => Promise<Record<string, unknown>>): Promise<void> {
  const token = v1.environment.ACCESS_TOKEN
  await say({ as: 'nobody', headers: { authorization: `bearer ${token}` } })
  const spaced = { ...OMAR, email: 'spaced@talk.example', name: 'Omar  B.  McHaddad' }
  const { id } = await say({ method: 'POST', body: spaced })
  await say({ method: 'POST', body: { ...spaced, email: ' spaced@talk.example ' } })
  await say({ path: `/${String(id).toUpperCase()}` })
  await say({ method: 'DELETE', path: `/${id}`, body: { reason: 'left' } })
}

/** Writes random ids and present times in words that do not change. */
function plain(lines: string[]): string[] {
  const names = new Map<string, string>()
  return lines.map((line) =>
    line
      .replace(/usr_[0-9a-f]{16}/gi, (id) => {
        if (!names.has(id)) names.set(id, `usr#${names.size}`)
        return names.get(id) ?? ''
      })
      .replace(/\d{4}-\d\d-\d\dT[\d:]+Z/g, (time) => (isRecent(time) ? 'now' : time)),
  )
}

function isRecent(time: string): boolean {
  return Math.abs(Date.now() - Date.parse(time)) < 3_600_000
}
