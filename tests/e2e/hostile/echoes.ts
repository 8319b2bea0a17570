/** Targets that repeat the credentials they were sent, each in places of its own. */
import { CREDENTIALS, spellingsOf } from './credentials.ts'
import type { Spoil, Spoiled } from './spoiled-target.ts'

const ALL = Object.values(CREDENTIALS).flatMap(spellingsOf)
const ONE_OF_EACH = Object.values(CREDENTIALS).join(' ')

/** The spelling for the answer number `count`, moved along so that every cut falls into one some time. */
function spelling(count: number): string {
  return 'x'.repeat((count * 7) % 90) + ALL[count % ALL.length]
}

/** Characters that no header value can carry. */
const inHeader = (text: string): string => text.replace(/[^\x20-\x7e\xa0-\xff]/g, '?').trim()
/** Credentials that the name of a header can carry. */
const NAMES = Object.values(CREDENTIALS).filter((credential) => /^[\w.-]+$/.test(credential))

/** Answers stay right, and carry credentials in headers and additional members. */
const beside: Spoil = (answer, _request, count) => {
  const headers: Spoiled['headers'] = [
    ...answer.headers,
    ['x-echo', inHeader(spelling(count))],
    ['set-cookie', inHeader(`session=${spelling(count + 1)}`)],
    ['location', inHeader(`/v3/users?key=${spelling(count + 2)}`)],
    [`x-${NAMES[count % NAMES.length]}`, 'in a name'],
  ]
  const json = parsed(answer)
  if (json === undefined) return { ...answer, headers }
  json.debug = { seen: ALL[count % ALL.length], [ALL[(count + 3) % ALL.length] ?? '']: ALL }
  return { ...answer, headers, body: Buffer.from(JSON.stringify(json)) }
}

/** Every text of a body becomes a credential, ids and addresses of created users among them. */
const instead: Spoil = (answer, _request, count) => {
  const json = parsed(answer)
  if (json === undefined) return answer
  let place = count
  const replaced = JSON.stringify(json, (_key, value) =>
    typeof value === 'string' ? spelling(place++) : value,
  )
  return { ...answer, body: Buffer.from(replaced) }
}

/** Lists gain a user whose every member is a credential; refusals have one as code, message and details. */
const among: Spoil = (answer, _request, count) => {
  const json = parsed(answer)
  const data = json?.data as { users?: unknown[] } | unknown[] | undefined
  const list = Array.isArray(data) ? data : data?.users
  const user = Object.fromEntries(
    ['id', 'email', 'name', 'role', 'status', 'created_at', 'updated_at', 'last_login_at', 'invited_at'].map(
      (name, index) => [name, spelling(count + index)],
    ),
  )
  list?.push(user, user)
  if (json !== undefined && answer.status >= 400) {
    const said = {
      code: spelling(count),
      message: spelling(count + 1),
      details: { [spelling(count + 2)]: [ONE_OF_EACH] },
    }
    json.error = typeof json.error === 'string' ? spelling(count) : said
    json.message = ONE_OF_EACH
    json.meta = { request_id: spelling(count), timestamp: ONE_OF_EACH }
  }
  return json === undefined ? answer : { ...answer, body: Buffer.from(JSON.stringify(json)) }
}

/** Statuses, media types and bodies are wrong, and credentials stand in all of them. */
const nonsense: Spoil = (answer, { method }, count) => {
  if (method === 'GET' && count % 3 !== 0) return answer
  const text = `${' '.repeat(count)}${ONE_OF_EACH} `
  return {
    status: [200, 302, 418, 500][count % 4] ?? 200,
    headers: [
      ['content-type', inHeader(`${'t'.repeat(count % 30)}/${ALL[count % ALL.length]}`)],
      ['location', inHeader(spelling(count))],
    ],
    // Longer than what evidence keeps, so that the cut falls into a credential.
    body: Buffer.from(count % 2 === 0 ? text.repeat(60) : JSON.stringify(text.repeat(60))),
  }
}

/** Nothing can be judged: the first answer is a redirect whose every part is a credential. */
const redirect: Spoil = (_answer, _request, count) => ({
  status: 302,
  headers: [
    ['content-type', inHeader(`${'y'.repeat(count * 11)}${CREDENTIALS.API_KEY}`)],
    ['location', inHeader(ONE_OF_EACH)],
  ],
  body: Buffer.from(ONE_OF_EACH),
})

/** Nothing can be read: the name of the encoding is a credential. */
const encoding: Spoil = (answer, _request, count) => ({
  ...answer,
  headers: [
    ...answer.headers,
    ['content-encoding', inHeader(`${'z'.repeat(20)}${Object.values(CREDENTIALS)[count % 5]}`)],
  ],
})

/** Removed users stay, under an address and an id that hold a credential: the run must report what it left. */
const leaving: Spoil = (answer, { method, path }, count) => {
  if (method === 'DELETE') return { ...answer, status: 500, body: Buffer.from(ONE_OF_EACH) }
  const json = parsed(answer)
  if (json === undefined) return answer
  const text = JSON.stringify(json, (key, value) => {
    if (key === 'email' && /^uac/.test(String(value))) return `${value}${spelling(count)}`
    return key === 'name' && path.length > 0 && typeof value === 'string'
      ? `${value} ${spelling(count)}`
      : value
  })
  return { ...answer, body: Buffer.from(text) }
}

export const ECHOES: Record<string, Spoil> = {
  beside,
  instead,
  among,
  nonsense,
  redirect,
  encoding,
  leaving,
}

function parsed({ body }: Spoiled): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(body.toString())
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : undefined
  } catch {
    return undefined
  }
}
