/** For tests of the reference: speaks to a v1 handler without a network. */
import type { Call } from '../../kernel.ts'
import { createV1, type V1Options, type V1Reference } from '../index.ts'

/** One request; `body` is sent as JSON unless it is text. */
export interface Ask {
  method?: string
  /** What follows `/api/v1/users`, query included. */
  path?: string
  as?: 'manager' | 'restricted' | 'nobody'
  body?: unknown
  headers?: Record<string, string>
}

/** What came back; `body` is parsed where it is JSON. */
export interface Heard {
  status: number
  headers: Record<string, string>
  text: string
  body: Record<string, unknown>
}

/** An entry of a list. */
export interface Entry {
  id: string
  email: string
  status: string
}

/** A v1 reference to speak with. */
export interface Speaking extends V1Reference {
  ask(request?: Ask): Promise<Heard>
  /** Creates a user and gives what was answered. */
  create(members: Record<string, unknown>, headers?: Record<string, string>): Promise<Heard>
  list(query?: string): Promise<{ data: Entry[]; meta: { page: number; limit: number; total: number } }>
}

/** Starts a reference and speaks to its handler. */
export function speakV1(options: V1Options = {}): Speaking {
  const reference = createV1(options)
  const { ACCESS_TOKEN, RESTRICTED_ACCESS_TOKEN } = reference.environment
  const tokens = { manager: ACCESS_TOKEN, restricted: RESTRICTED_ACCESS_TOKEN }

  async function ask({
    method = 'GET',
    path = '',
    as = 'manager',
    body,
    headers = {},
  }: Ask = {}): Promise<Heard> {
    const [rest = '', query = ''] = path.split('?')
    const text = typeof body === 'string' ? body : JSON.stringify(body)
    const call: Call = {
      method,
      path: `/api/v1/users${rest}`,
      query: new URLSearchParams(query),
      headers: {
        ...(as !== 'nobody' && { authorization: `Bearer ${tokens[as]}` }),
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...headers,
      },
      body: Buffer.from(text ?? ''),
    }
    const reply = await reference.handler(call)
    if (!reply) throw new Error(`Nobody answered ${method} ${call.path}`)
    const answered = reply.body?.toString() ?? ''
    return { status: reply.status, headers: reply.headers ?? {}, text: answered, body: parsed(answered) }
  }

  return {
    ...reference,
    ask,
    create: (body, headers = {}) => ask({ method: 'POST', body, headers }),
    list: async (query = '') =>
      (await ask({ path: `?${query}` })).body as unknown as Awaited<ReturnType<Speaking['list']>>,
  }
}

function parsed(text: string): Record<string, unknown> {
  try {
    return JSON.parse(text)
  } catch {
    return {}
  }
}
