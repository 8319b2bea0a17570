/** The creations that a run asks for: sound ones, and one for every way to be wrong. */
import type { CreateRequest } from '../client/requests.ts'

/** What makes a request its own: nobody else has this address or this name. */
export interface Fresh {
  email: string
  name: string
  /** The run's tag. */
  tag: string
  /** A drawn word that means nothing. */
  word: string
}

/** Ways in which a creation by somebody who may create is not as documented. */
export type Flaw = keyof typeof FLAWED | keyof typeof FURTHER_FLAWED

const JSON_TYPE = 'application/json'

const json = (body: unknown, email?: string): CreateRequest => ({
  text: JSON.stringify(body),
  contentType: JSON_TYPE,
  ...(email === undefined ? {} : { email }),
})

/** A request with nothing wrong; `members` come on top of, or instead of, the documented ones. */
export function soundRequest(
  { email, name }: Pick<Fresh, 'email' | 'name'>,
  role: string,
  members: object = {},
): CreateRequest {
  return json({ email, name, role, ...members }, email)
}

/** Longer than any mail system takes: at most 64 characters may stand before the @. */
const LONG = 'x'.repeat(300)

/** Numbers for members that are texts. */
const NUMBERS = { email: 4711, name: 4711, role: 42 } as const

const FLAWED = {
  'email-missing': ({ name }: Fresh) => json({ name, role: 'member' }),
  'email-null': ({ name }: Fresh) => json({ email: null, name, role: 'member' }),
  'email-empty': ({ name }: Fresh) => json({ email: '', name, role: 'member' }),
  'email-malformed': ({ name, tag, word }: Fresh) => {
    const email = `${tag}-${word}`
    return json({ email, name, role: 'member' }, email)
  },
  'email-long': ({ email, name }: Fresh) => {
    const long = email.replace('@', `-${LONG}@`)
    return json({ email: long, name, role: 'member' }, long)
  },
  'email-number': ({ name }: Fresh) => json({ email: NUMBERS.email, name, role: 'member' }),
  'name-number': ({ email }: Fresh) => json({ email, name: NUMBERS.name, role: 'member' }, email),
  'role-number': ({ email, name }: Fresh) => json({ email, name, role: NUMBERS.role }, email),
  'email-object': ({ email, name }: Fresh) =>
    json({ email: { address: email }, name, role: 'member' }, email),
  'email-array': ({ email, name }: Fresh) => json({ email: [email], name, role: 'member' }, email),
  'email-boolean': ({ name }: Fresh) => json({ email: true, name, role: 'member' }),
  'email-nul': ({ email, name }: Fresh) => {
    const address = email.replace('@', '\0x@')
    return json({ email: address, name, role: 'member' }, address)
  },
  'name-object': ({ email, name }: Fresh) => json({ email, name: { full: name }, role: 'member' }, email),
  'name-array': ({ email, name }: Fresh) => json({ email, name: [name], role: 'member' }, email),
  'name-boolean': ({ email }: Fresh) => json({ email, name: true, role: 'member' }, email),
  'role-object': ({ email, name }: Fresh) => json({ email, name, role: { name: 'member' } }, email),
  'role-array': ({ email, name }: Fresh) => json({ email, name, role: ['member'] }, email),
  'role-boolean': ({ email, name }: Fresh) => json({ email, name, role: true }, email),
  'empty-object': () => json({}),
  text: ({ name }: Fresh) => json(name),
  'name-missing': ({ email }: Fresh) => json({ email, role: 'member' }, email),
  'role-unknown': (fresh: Fresh) => soundRequest(fresh, fresh.word),
  'broken-json': (fresh: Fresh) => {
    const { text = '', ...request } = soundRequest(fresh, 'member')
    return { ...request, text: text.slice(0, -1) }
  },
  array: ({ email, name }: Fresh) => json([{ email, name, role: 'member' }], email),
  null: () => json(null),
  'no-body': () => ({ contentType: JSON_TYPE }),
  'text-plain': (fresh: Fresh) => ({ ...soundRequest(fresh, 'member'), contentType: 'text/plain' }),
  'no-content-type': ({ email, name }: Fresh) => ({
    text: JSON.stringify({ email, name, role: 'member' }),
    email,
  }),
} satisfies Record<string, (fresh: Fresh) => CreateRequest>

/** Flaws that are tried where requests are plenty: values that a program may take for none, and JSON in odd places. */
const FURTHER_FLAWED = {
  'email-missing-admin': ({ name }: Fresh) => json({ name, role: 'admin' }),
  'email-false': ({ name }: Fresh) => json({ email: false, name, role: 'member' }),
  'email-zero': ({ name }: Fresh) => json({ email: 0, name, role: 'member' }),
  'email-nothing': ({ name }: Fresh) => json({ email: [], name, role: 'member' }),
  'email-pair': ({ email, name, word }: Fresh) =>
    json({ email: [email, email.replace('@', `-${word}@`)], name, role: 'member' }, email),
  'name-false': ({ email }: Fresh) => json({ email, name: false, role: 'member' }, email),
  'name-nothing': ({ email }: Fresh) => json({ email, name: [], role: 'member' }, email),
  'name-emptiness': ({ email }: Fresh) => json({ email, name: {}, role: 'member' }, email),
  'role-false': ({ email, name }: Fresh) => json({ email, name, role: false }, email),
  'role-nothing': ({ email, name }: Fresh) => json({ email, name, role: [] }, email),
  'words-behind': (fresh: Fresh) => {
    const { text = '', ...request } = soundRequest(fresh, 'member')
    return { ...request, text: `${text}${fresh.word}` }
  },
  'json-in-text': (fresh: Fresh) => {
    const { text = '', ...request } = soundRequest(fresh, 'member')
    return { ...request, text: JSON.stringify(text) }
  },
} satisfies Record<string, (fresh: Fresh) => CreateRequest>

/** Members of the request with values of another type. */
export const WRONG_TYPES = (['email', 'name', 'role'] as const).flatMap((member) =>
  (['number', 'boolean', 'array', 'object'] as const).map((type) => `${member}-${type}` as const),
) satisfies readonly Flaw[]

/** The same where requests are plenty: values that stand for nothing, and two in place of one. */
export const FURTHER_WRONG_TYPES = [
  'email-false',
  'email-zero',
  'email-nothing',
  'email-pair',
  'name-false',
  'name-nothing',
  'name-emptiness',
  'role-false',
  'role-nothing',
] as const satisfies readonly Flaw[]

/** The flaws of every run. */
export const FLAWS = Object.keys(FLAWED) as (keyof typeof FLAWED)[]
/** Those that are tried where requests are plenty. */
export const FURTHER_FLAWS = Object.keys(FURTHER_FLAWED) as (keyof typeof FURTHER_FLAWED)[]

/** A request with one flaw. */
export function flawedRequest(flaw: Flaw, fresh: Fresh): CreateRequest {
  return { ...FLAWED, ...FURTHER_FLAWED }[flaw](fresh)
}
