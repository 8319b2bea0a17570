/** Leads a call through the policies: route, authenticate, do, answer. */
import { type Handler, json, type Reply } from '../kernel.ts'
import type { V1Behaviour, V1Callers } from './behaviour.ts'
import { notFound } from './honest.ts'
import {
  Refused,
  type V1Answer,
  type V1Context,
  type V1Operation,
  type V1Store,
  type V1User,
} from './types.ts'

const COLLECTION = '/api/v1/users'

/** What a handler works on. */
export interface V1World {
  behaviour: V1Behaviour
  callers: V1Callers
  store: V1Store
  foreign: V1Store
}

/** Answers calls under `/api/v1/users`; other paths are not its own. */
export function createHandler({ behaviour, callers, store, foreign }: V1World): Handler {
  const calls = new Map<V1Operation, number>()
  return (call) => {
    const id = idOf(call.path)
    if (id === undefined) return undefined
    const operation = operationOf(call.method, id)
    const callNumber = (calls.get(operation) ?? 0) + 1
    calls.set(operation, callNumber)
    const context: V1Context = { operation, call, id, callNumber, store, foreign }
    return toReply(behaviour.answer(attempt(behaviour, callers, context), context))
  }
}

/** The id in the path, empty for the collection itself; undefined for a path of somebody else. */
function idOf(path: string): string | undefined {
  if (path === COLLECTION) return ''
  const segment = /^\/api\/v1\/users\/([^/]+)$/.exec(path)?.[1]
  if (segment === undefined) return undefined
  try {
    return decodeURIComponent(segment)
  } catch {
    return segment
  }
}

function operationOf(method: string, id: string): V1Operation {
  if (method === 'GET') return id ? 'get' : 'list'
  if (method === 'POST' && !id) return 'create'
  if (method === 'DELETE' && id) return 'delete'
  return 'unknown'
}

function attempt(behaviour: V1Behaviour, callers: V1Callers, context: V1Context): V1Answer {
  try {
    behaviour.meanwhile(context)
    context.caller = behaviour.authenticate(context.call.headers.authorization, callers, context)
    return OPERATIONS[context.operation](behaviour, context)
  } catch (refused) {
    if (!(refused instanceof Refused)) throw refused
    const { status, word, message, headers } = refused
    return { status, headers, body: { error: word, message } }
  }
}

const OPERATIONS: Record<V1Operation, (behaviour: V1Behaviour, context: V1Context) => V1Answer> = {
  list(behaviour, context) {
    const parameters = context.call.query
    behaviour.checkQuery(parameters)
    const status = behaviour.parseStatus(parameters.getAll('status'))
    const asked = {
      page: behaviour.parsePage(parameters.getAll('page')),
      limit: behaviour.parseLimit(parameters.getAll('limit')),
      ...(status === undefined ? {} : { status }),
    }
    const users = behaviour.select(asked, context)
    const query = behaviour.settle(asked, users.length)
    const shown = behaviour.window(users, query, context)
    const total = behaviour.countTotal(users, shown, query, context)
    const data = shown.map((user) => behaviour.renderUser(user, 'list', context))
    return { status: 200, body: { data, meta: behaviour.metaOf(query, total, shown) } }
  },
  create(behaviour, context) {
    const { headers, body } = context.call
    behaviour.acceptContentType(headers['content-type'])
    const members = behaviour.readMembers(behaviour.parseBody(body))
    const draft = {
      email: behaviour.readEmail(members),
      name: behaviour.readName(members),
      role: behaviour.readRole(members),
    }
    const existing = behaviour.duplicateOf(draft, context)
    if (existing) {
      context.user = behaviour.onDuplicate(existing, draft, context)
    } else {
      context.user = behaviour.buildUser(draft, members, context)
      behaviour.keep(context.user, context)
    }
    return { status: 201, body: behaviour.renderUser(context.user, 'create', context) }
  },
  get(behaviour, context) {
    const user = found(behaviour, context)
    if (!user) throw notFound()
    return { status: 200, body: behaviour.renderUser(user, 'get', context) }
  },
  delete(behaviour, context) {
    const user = found(behaviour, context)
    if (context.caller) behaviour.mayDelete(context.caller, user)
    if (!user) throw notFound()
    behaviour.remove(user, context)
    return { status: 204 }
  },
  unknown(_behaviour, { id }) {
    const allow = id ? 'GET, DELETE' : 'GET, POST'
    throw new Refused(405, 'method_not_allowed', `This path offers ${allow}`, { allow })
  },
}

function found(behaviour: V1Behaviour, context: V1Context): V1User | undefined {
  const user = behaviour.find(context.id, context)
  if (user) context.user = user
  return user
}

function toReply({ status, headers = {}, body, text }: V1Answer): Reply {
  if (text !== undefined) {
    return { status, headers: { 'content-type': 'application/json; charset=utf-8', ...headers }, body: text }
  }
  return body === undefined ? { status, headers } : json(status, body, headers)
}
