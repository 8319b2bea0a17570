/** Faults of v1: callers who are let in, or turned away in the wrong manner. */
import type { V1Change } from '../v1/behaviour.ts'
import { membersOf } from '../v1/body.ts'
import type { V1Caller, V1Context, V1User } from '../v1/types.ts'
import type { V1Fault } from './types.ts'
import { aside, crash, editAnswer, fault } from './v1-edits.ts'

const OPERATIONS = ['list', 'create', 'get', 'delete'] as const

/** Lets in whoever would be refused at one operation, if `admits` says so. */
function admit(operation: V1Context['operation'], admits: (header: string | undefined) => boolean): V1Change {
  return (behaviour) => ({
    ...behaviour,
    authenticate(header, callers, context) {
      if (context.operation === operation && admits(header)) return somebody(context)
      return behaviour.authenticate(header, callers, context)
    },
  })
}

/** Takes the last word of the header for a token, if `reads` likes the header. */
function readLoosely(operation: V1Context['operation'], reads: RegExp): V1Change {
  return (behaviour) => ({
    ...behaviour,
    authenticate(header = '', callers, context) {
      const token =
        context.operation === operation && reads.test(header) ? header.split(' ').at(-1) : undefined
      const caller = token === undefined ? undefined : callers(token)
      return caller ?? behaviour.authenticate(header, callers, context)
    },
  })
}

function somebody({ store }: V1Context): V1Caller {
  return { account: store.list()[0] as V1User, mayDelete: true }
}

const open: V1Fault[] = OPERATIONS.flatMap((operation) => [
  fault(
    `v1-${operation}-without-token`,
    `v1.${operation}.missing-token-refused`,
    `A ${operation} call without an Authorization header is served.`,
    admit(operation, (header) => !header),
  ),
  fault(
    `v1-${operation}-with-unknown-token`,
    `v1.${operation}.unknown-token-refused`,
    `For ${operation} any bearer token will do, also one that was never issued.`,
    admit(operation, (header) => /^Bearer ./i.test(header ?? '')),
  ),
  fault(
    `v1-${operation}-with-any-scheme`,
    `v1.${operation}.wrong-scheme-refused`,
    `For ${operation} a scheme other than Bearer is accepted in front of a valid token.`,
    readLoosely(operation, /^(?!Bearer)\S+ /i),
  ),
])

/** Every fault of authentication. */
export const V1_AUTHENTICATION_FAULTS: V1Fault[] = [
  ...open,
  fault(
    'v1-list-with-any-credentials-but-bearer',
    'v1.list.wrong-scheme-refused',
    'Only bearer tokens are looked at; every other kind of credentials passes unread.',
    admit('list', (header) => !!header && !/^Bearer /i.test(header)),
  ),
  fault(
    'v1-get-with-bare-token',
    'v1.get.wrong-scheme-refused',
    'A valid token without any scheme is accepted.',
    readLoosely('get', /^[^ ]+$/),
  ),
  fault(
    'v1-list-unauthorized-empty',
    'v1.list.missing-token-refused',
    'A caller without a token gets 200 and an empty list.',
    editAnswer('list', 401, () => ({
      status: 200,
      body: { data: [], meta: { page: 1, limit: 20, total: 0 } },
    })),
  ),
  fault(
    'v1-list-unauthorized-crash',
    'v1.list.unknown-token-refused',
    'A token that was never issued leads to 500.',
    editAnswer('list', 401, (answer, { call }) => (call.headers.authorization ? crash(answer) : answer)),
  ),
  fault(
    'v1-create-unauthorized-crash',
    'v1.create.missing-token-refused',
    'A creation without a token leads to 500.',
    editAnswer('create', 401, (answer, { call }) => (call.headers.authorization ? answer : crash(answer))),
  ),
  fault(
    'v1-delete-unauthorized-crash',
    'v1.delete.wrong-scheme-refused',
    'A removal with another scheme leads to 500.',
    editAnswer('delete', 401, (answer, { call }) =>
      /^(?!Bearer )./i.test(call.headers.authorization ?? '') ? crash(answer) : answer,
    ),
  ),
  fault(
    'v1-create-unauthorized-but-created',
    ['v1.create.missing-token-refused', 'v1.create.unknown-token-refused'],
    'A creation without a valid token answers 401, yet the user is there.',
    (behaviour) =>
      aside('create', 401, (context) => {
        const { email, name } = membersOf(context.call)
        if (typeof email !== 'string' || context.store.byEmail(email)) return
        const draft = { email, name: typeof name === 'string' ? name : null, role: 'member' }
        context.store.add(behaviour.buildUser(draft, {}, context))
      })(behaviour),
  ),
  fault(
    'v1-delete-unauthorized-but-deleted',
    ['v1.delete.missing-token-refused', 'v1.delete.unknown-token-refused'],
    'A removal without a valid token answers 401, yet the user is gone.',
    aside('delete', 401, ({ store, id }) => {
      const user = store.byId(id)
      if (user) store.remove(user)
    }),
  ),
]
