/** The embedded reference implementation of both contracts: honest, faulty or in an honest variant. */
import { Book, type BookPage, type Person } from './book.ts'
import { changesOf } from './changes.ts'
import { type Ask, askDirectly } from './direct.ts'
import type { Call, Handler } from './kernel.ts'
import { type ServerOptions, startServer } from './server.ts'
import { createV1, type V1User } from './v1/index.ts'
import { createV3, type V3User } from './v3/index.ts'
import type { V3Keys } from './v3/world.ts'

/** The log of requests keeps this many of the latest. */
const LOG_LIMIT = 10_000

/** Names a reference that is asked directly; nothing listens there. */
const DIRECT_URL = 'http://localhost'

export type { BookPage, Loss, Person } from './book.ts'

/** What a reference does, and where it listens. */
export interface ReferenceOptions extends ServerOptions {
  /** Names of faults to commit, all at once. */
  faults?: string[]
  /** Name of the honest variant to take; its server options give way to those given here. */
  variant?: string
  /** Whether the documented rate limits of v3 are enforced. */
  limits?: boolean
  /** Whether a book is kept of what calls do to whom; it costs time where there are many users. */
  book?: boolean
  /**
   * Whether it is asked directly, in the same thread and without a port, which takes half the time. Where a variant
   * is about the server itself it listens all the same.
   */
  direct?: boolean
  /** How many users each contract has beside the seeded ones. */
  users?: { v3?: number; v1?: number }
}

/** A running reference implementation. */
export interface Reference {
  /** Base URL, path prefix included. */
  url: string
  /** The configuration under which every requirement can be judged. Keys are new for every start. */
  environment: Record<string, string>
  /** The latest requests, for tests. */
  requests: Pick<Call, 'method' | 'path' | 'headers'>[]
  v3: { keys: V3Keys; emails(): string[]; users(): V3User[] }
  v1: { emails(): string[]; users(): V1User[] }
  /** What calls did to whom; undefined where no book is kept. */
  book(): BookPage | undefined
  /** Set where it is asked directly. */
  ask?: Ask
  close(): Promise<void>
}

/** Starts both contracts on one port. Throws when a fault or variant is unknown or the port is taken. */
export async function startReference(options: ReferenceOptions = {}): Promise<Reference> {
  const { faults = [], variant, limits = false, users = {}, book: kept = false, direct, ...server } = options
  const changes = await changesOf(faults, variant)
  const v3 = createV3({ users: users.v3 ?? 0, limits, change: changes.v3 })
  const v1 = createV1({ users: users.v1 ?? 0, change: changes.v1 })
  const requests: Reference['requests'] = []
  const log: Handler = ({ method, path, headers }) => {
    if (requests.length >= LOG_LIMIT) requests.shift()
    requests.push({ method, path, headers })
    return undefined
  }
  const book = kept ? new Book(() => [...peopleOf(v3.scopes()), ...peopleOf(v1.scopes())]) : undefined
  const handlers = [v3.handler, v1.handler].map((handler) => book?.keptFor(handler) ?? handler)
  const isDirect = direct && changes.server === undefined
  const { url, ...running } = isDirect
    ? { url: DIRECT_URL, ask: askDirectly([log, ...handlers]), close: async () => undefined }
    : await startServer([log, ...handlers], { ...changes.server, ...server })
  const emailsOf = (list: { email: string }[]) => list.map((user) => user.email)
  return {
    url,
    environment: { BASE_URL: url, ...v3.environment, ...v1.environment },
    requests,
    v3: { keys: v3.keys, users: v3.users, emails: () => emailsOf(v3.users()) },
    v1: { users: v1.users, emails: () => emailsOf(v1.users()) },
    book: () => book?.page(),
    ...running,
  }
}

function peopleOf(scopes: Record<string, readonly Omit<Person, 'scope'>[]>): Person[] {
  return Object.entries(scopes).flatMap(([scope, users]) =>
    users.map(({ id, email, name, role, status }) => ({ scope, id, email, name, role, status })),
  )
}
