/** Parts of the conversation in every form: credentials, simulations, values that have to be refused. */
import type { JsonObject } from '../types.ts'

/** Sends a request; resolves to the id of the user in the answer, or to one that nobody has. */
export type Say = (
  method: string,
  path: string,
  headers: Record<string, string>,
  body?: string,
) => Promise<string>

/** Credentials that resemble the real one, or are none; each three times. */
export async function credentials(
  real: string,
  say: Say,
  id: string,
  guest: () => JsonObject,
): Promise<void> {
  const other = real.endsWith('0') ? '1' : '0'
  const sent: Record<string, string>[] = [
    {},
    ...['', 'null', `${real}0`, real.slice(0, -1), real.slice(0, -1) + other, 'nobody'].map((key) => ({
      'x-api-key': key,
    })),
    ...['Bearer', 'Bearer null'].map((authorization) => ({ authorization })),
  ]
  for (const headers of sent) {
    for (let n = 0; n < 3; n++) {
      await say('GET', '', headers)
      await say('GET', `/${id}`, headers)
      await say('POST', '', headers, JSON.stringify(guest()))
      await say('POST', '', headers, '{}')
      await say('DELETE', `/${id}`, headers)
      await say('DELETE', `/${crypto.randomUUID()}`, headers)
    }
  }
}

/** Simulated invitations and removals after one another, and what comes of them. */
export async function sandboxes(
  invite: (body: JsonObject, headers: Record<string, string>) => Promise<string>,
  guest: (more?: JsonObject) => JsonObject,
  headers: Record<string, string>,
  say: Say,
  look: (id?: string) => Promise<void>,
): Promise<void> {
  for (let n = 0; n < 4; n++) {
    const body = guest()
    for (let times = 0; times < 2; times++) {
      await say(
        'GET',
        `/${await say('POST', '', headers, JSON.stringify({ ...body, sandbox: true }))}`,
        headers,
      )
    }
    await look()
    await invite(guest({ role: 'billing' }), headers)
    const id = await invite(body, headers)
    await invite({ ...body, sandbox: true, role: 'billing' }, headers)
    await invite(body, headers)
    await invite(guest({ role: 'billing', sandbox: true }), headers)
    for (let times = 0; times < 2; times++) await say('DELETE', `/${id}`, headers, '{"sandbox":true}')
    await look(id)
    await invite(guest({ email: `${String(body.email).split('@')[0]}@other.example` }), headers)
    await invite(guest({ email: String(body.email).replace('@', '+one@') }), headers)
    await say('DELETE', `/${id}`, headers)
    await invite(body, headers)
  }
}

/** Values that have to be refused, one at a time, in earnest and simulated. */
export async function invalid(
  say: Say,
  headers: Record<string, string>,
  own: string,
  developer: string,
): Promise<void> {
  const good = { email: 'fine@guests.example', name: 'Fine', role: 'developer' }
  const bad: JsonObject[] = [
    ...[null, '', 7, {}, ['a@b.example'], 'a@b@c.example', 'a b@c.example', 'a@', '@b.example'].map(
      (email) => ({ ...good, email }),
    ),
    ...[null, '', {}, ['x'], undefined].map((name) => ({ ...good, name })),
    ...['', 'member', 7, ['admin'], 'owner', 'Owner', 'OWNER', 'emperor'].map((role) => ({ ...good, role })),
  ]
  for (const body of bad) {
    for (const sandbox of [true, false]) await say('POST', '', headers, JSON.stringify({ ...body, sandbox }))
    await say('POST', '', { ...headers, 'x-profile-id': crypto.randomUUID() }, JSON.stringify(body))
    await say('POST', '', { 'content-type': 'application/json' }, JSON.stringify(body))
    await say('GET', '', headers)
  }
  for (const text of ['{"email": ', '[]', '"text"', 'null', '', '7']) {
    await say('POST', '', headers, text)
    await say('POST', '', { ...headers, 'x-profile-id': own }, text)
    await say('POST', '', { ...headers, 'x-api-key': developer }, text)
  }
}
