/** Faults of v1 that are alike for every operation: callers who are let in. */
import type { V1Change } from '../../v1/behaviour.ts'
import type { V1Caller, V1Context, V1User } from '../../v1/types.ts'
import type { V1Fault } from '../types.ts'
import { fault } from './fault.ts'

/** Lets in whoever would be refused at one operation, if `admits` says so. */
export function admit(
  operation: V1Context['operation'],
  admits: (header: string | undefined) => boolean,
): V1Change {
  return (behaviour) => ({
    ...behaviour,
    authenticate(header, callers, context) {
      if (context.operation === operation && admits(header)) return somebody(context)
      return behaviour.authenticate(header, callers, context)
    },
  })
}

/** Takes the last word of the header for a token, if `reads` likes the header. */
export function readLoosely(operation: V1Context['operation'], reads: RegExp): V1Change {
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

/** The first user of the organization, with every right. */
export function somebody({ store }: V1Context): V1Caller {
  return { account: store.list()[0] as V1User, mayDelete: true }
}

/** An operation that is open without a token, with any token, with any scheme. */
export function openTo(operation: 'list' | 'create' | 'get' | 'delete'): V1Fault[] {
  return [
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
  ]
}
