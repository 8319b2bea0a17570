/** For tests of the reference: speaks to a v3 server over real HTTP as one kind of caller. */
import { type ServerOptions, startServer } from '../../server.ts'
import { createV3, type V3Options, type V3Reference } from '../index.ts'
import type { JsonObject } from '../types.ts'
import type { V3Keys } from '../world.ts'

/** One request; `body` is sent as JSON unless it is text. */
export interface Ask {
  method?: string
  path?: string
  as?: keyof V3Keys | 'nobody'
  body?: unknown
  headers?: Record<string, string>
}

/** What came back; `body` is parsed where there is one. */
export interface Heard {
  status: number
  headers: Headers
  text: string
  body: { success: boolean; data: JsonObject; error: JsonObject; meta: JsonObject }
}

/** A v3 reference that listens. */
export interface Listening extends V3Reference {
  url: string
  ask(request: Ask): Promise<Heard>
  /** Ids on the list of the organization, or of the profile where one is named. */
  listed(profileId?: string): Promise<string[]>
  close(): Promise<void>
}

export async function startV3(options: V3Options = {}, server: ServerOptions = {}): Promise<Listening> {
  const reference = createV3(options)
  const { url, close } = await startServer([reference.handler], server)
  const ask = async ({ method = 'GET', path = '/v3/users', as = 'admin', body, headers }: Ask) => {
    const key = as === 'nobody' ? {} : { 'x-api-key': reference.keys[as] }
    const type = body === undefined ? {} : { 'content-type': 'application/json' }
    const response = await fetch(url + path, {
      method,
      headers: { ...key, ...type, ...headers },
      ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    })
    const text = await response.text()
    return {
      status: response.status,
      headers: response.headers,
      text,
      body: text ? JSON.parse(text) : undefined,
    }
  }
  const listed = async (profileId?: string) => {
    const headers = profileId === undefined ? {} : { 'x-profile-id': profileId }
    const { body } = await ask({ headers })
    return (body.data.users as { id: string }[]).map((user) => user.id)
  }
  return { ...reference, url, ask, listed, close }
}

/** An invitation that nothing is wrong with. */
export function invitation(name = 'new'): JsonObject {
  return { email: `${name}@guests.example`, name: 'New Guest', role: 'developer' }
}
