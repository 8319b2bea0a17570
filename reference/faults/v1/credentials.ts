/** Forms of v1 that are alike for every operation: tokens that resemble a good one or are none, and pass. */
import { everyNth } from '../../frequency.ts'
import type { V1Callers, V1Change } from '../../v1/behaviour.ts'
import type { V1Caller } from '../../v1/types.ts'
import type { V1Form } from '../types.ts'
import { admit, somebody } from './callers.ts'
import { form } from './fault.ts'

type Operation = 'list' | 'create' | 'get' | 'delete'

/** Letters of which tokens are made. */
const LETTERS = [...'0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ']

const tokenOf = (header: string | undefined) => /^Bearer +(\S+)$/i.exec(header ?? '')?.[1]

/** Takes a token for one of those that `meant` makes of it. */
function mistaking(operation: Operation, meant: (token: string) => string[]): V1Change {
  return (behaviour) => ({
    ...behaviour,
    authenticate(header, callers, context) {
      const token = tokenOf(header)
      const strange = context.operation === operation && token !== undefined && !callers(token)
      const caller = strange ? firstOf(meant(token), callers) : undefined
      return caller ?? behaviour.authenticate(header, callers, context)
    },
  })
}

function firstOf(tokens: string[], callers: V1Callers): V1Caller | undefined {
  for (const token of tokens) {
    const caller = callers(token)
    if (caller) return caller
  }
  return undefined
}

const changed = (token: string): string[] =>
  [...token].flatMap((_, index) =>
    LETTERS.map((letter) => token.slice(0, index) + letter + token.slice(index + 1)),
  )

const lastInOtherCase = (token: string): string[] => {
  const last = token.slice(-1)
  return [token.slice(0, -1) + last.toUpperCase(), token.slice(0, -1) + last.toLowerCase()]
}

/** Admits every third of those who are strangers in a way. */
const everyThird =
  (operation: Operation, strange: (header: string | undefined, callers: V1Callers) => boolean): V1Change =>
  (behaviour) => {
    const third = everyNth(3)
    return {
      ...behaviour,
      authenticate(header, callers, context) {
        const passes = context.operation === operation && strange(header, callers) && third()
        return passes ? somebody(context) : behaviour.authenticate(header, callers, context)
      },
    }
  }

/** Takes for a token what stands in a header at a place where none may. */
export function misreading(operation: Operation, reads: RegExp): V1Change {
  return (behaviour) => ({
    ...behaviour,
    authenticate(header, callers, context) {
      const token = context.operation === operation ? reads.exec(header ?? '')?.[1] : undefined
      const caller = token === undefined ? undefined : callers(token)
      return caller ?? behaviour.authenticate(header, callers, context)
    },
  })
}

/** Headers that are misread: in which way, and where the token is taken from. */
const MISREAD = [
  ['with-bearer-twice', 'unknown', 'the word Bearer may stand twice', /^Bearer Bearer (\S+)$/i],
  ['without-blank', 'scheme', 'the token may follow Bearer without a blank', /^Bearer(\S+)$/i],
  ['with-longer-scheme', 'scheme', 'the scheme may begin with Bearer and go on', /^Bearer\S+ (\S+)$/i],
] as const

/** Those of one operation that are rarer, and tried where requests are plenty. */
function oddHeadersOf(operation: Operation): V1Form[] {
  const violated = {
    unknown: `v1.${operation}.unknown-token-refused`,
    scheme: `v1.${operation}.wrong-scheme-refused`,
  } as const
  return [
    form.plain(
      `v1-${operation}-with-unknown-token-in-small-scheme`,
      violated.unknown,
      `For ${operation} any token will do under the scheme in small letters.`,
      admit(operation, (header) => /^bearer \S/.test(header ?? '')),
    ),
    form.plain(
      `v1-${operation}-with-longer-weak-token`,
      violated.unknown,
      `For ${operation} the token of a caller who may not remove users passes with one character more.`,
      (behaviour) => ({
        ...behaviour,
        authenticate(header, callers, context) {
          const shorter = context.operation === operation ? tokenOf(header)?.slice(0, -1) : undefined
          const caller = shorter === undefined ? undefined : callers(shorter)
          return caller?.mayDelete === false
            ? somebody(context)
            : behaviour.authenticate(header, callers, context)
        },
      }),
    ),
    ...MISREAD.map(([end, kind, says, reads]) =>
      form.plain(
        `v1-${operation}-${end}`,
        violated[kind],
        `For ${operation} ${says}.`,
        misreading(operation, reads),
      ),
    ),
  ]
}

/** Those of one operation. */
export function credentialsOf(operation: Operation): V1Form[] {
  const name = (end: string) => `v1-${operation}-${end}`
  const missing = `v1.${operation}.missing-token-refused` as const
  const unknown = `v1.${operation}.unknown-token-refused` as const
  return [
    ...oddHeadersOf(operation),
    form.plain(
      name('with-empty-bearer'),
      missing,
      `For ${operation} the word Bearer with nothing behind it is accepted.`,
      admit(operation, (header) => /^Bearer *$/i.test(header ?? '-')),
    ),
    form.plain(
      name('with-null-token'),
      unknown,
      `For ${operation} the words null and undefined pass for a token.`,
      admit(operation, (header) => /^Bearer +(null|undefined)$/i.test(header ?? '')),
    ),
    form.plain(
      name('with-longer-token'),
      unknown,
      `For ${operation} a token with one character more passes for the known one.`,
      mistaking(operation, (token) => [token.slice(0, -1)]),
    ),
    form.plain(
      name('with-shorter-token'),
      unknown,
      `For ${operation} a token without its last character passes for the known one.`,
      mistaking(operation, (token) => LETTERS.map((letter) => token + letter)),
    ),
    form.plain(
      name('with-changed-token'),
      unknown,
      `For ${operation} a token with one character changed passes for the known one.`,
      mistaking(operation, changed),
    ),
    form.plain(
      name('with-token-in-other-case'),
      unknown,
      `For ${operation} a token whose last letter is written in the other case passes for the known one.`,
      mistaking(operation, lastInOtherCase),
    ),
    form.rare(
      name('every-third-unknown-token'),
      unknown,
      `For ${operation} every third unknown token is accepted.`,
      everyThird(operation, (header, callers) => {
        const token = tokenOf(header)
        return token !== undefined && !callers(token)
      }),
    ),
    form.rare(
      name('every-third-missing-token'),
      missing,
      `Every third ${operation} call without a token is served.`,
      everyThird(operation, (header) => !header),
    ),
  ]
}
