/** Forms of `POST /v3/users` in how it judges a body: each value that is none, and what is done with it. */
import type { Context, V3Change } from '../../../v3/behaviour.ts'
import { withoutBody } from '../../../v3/forms.ts'
import { guard, rewrite, toRefusal } from '../../../v3/mutator.ts'
import type { V3Form } from '../../types.ts'
import { BAD_VALUES, type BadValue } from '../bad-values.ts'
import { formsOf } from '../fault.ts'

const invite = formsOf('invite')

/** Takes the value for another one. */
const taking =
  ({ field, meant, taken }: BadValue): V3Change =>
  (b) => ({
    ...b,
    readInput: (c) => {
      b.readInput(c)
      if (c.operation === 'invite' && field in c.input && meant(c.input[field])) {
        c.input = { ...c.input, [field]: taken }
      }
    },
  })

/** Breaks down where the value is of the wrong type. */
const breaking = ({ field, meant }: BadValue): V3Change =>
  rewrite(
    'invite',
    ({ status }, seen) => status === 400 && field in (seen.input ?? {}) && meant(seen.input?.[field]),
    toRefusal(500, 'INTERNAL_001'),
  )

const parsed = ({ call }: Context): unknown => {
  try {
    return JSON.parse(call.body.toString())
  } catch {
    return undefined
  }
}

/** A body that is no object: what is made of it. */
const takingBody = (meant: (body: unknown, c: Context) => boolean): V3Change =>
  guard('invite', 'readInput', (c, honest) => {
    if (!meant(parsed(c), c)) return honest()
    c.input = { email: 'somebody@guests.example', name: 'Somebody', role: 'developer' }
  })
const breakingBody = (meant: (body: unknown, c: Context) => boolean): V3Change =>
  guard('invite', 'readInput', (c, honest) => {
    if (meant(parsed(c), c)) throw new Error('This is no object.')
    honest()
  })

export const inviteValidationForms: V3Form[] = [
  ...BAD_VALUES.map((bad) =>
    invite.plain(`${bad.name}-taken`, bad.violates, `${bad.says} is taken.`, taking(bad)),
  ),
  ...BAD_VALUES.filter(({ name }) => /object|array|number|null/.test(name)).map((bad) =>
    invite.plain(
      `${bad.name}-500`,
      [bad.violates as 'email-malformed-refused', 'no-server-error'],
      `${bad.says} is answered with 500.`,
      breaking(bad),
    ),
  ),
  ...(
    [
      ['broken-json', 'Broken JSON', (body: unknown, c: Context) => body === undefined && !withoutBody(c)],
      ['array-body', 'A list for a body', (body: unknown) => Array.isArray(body)],
      ['text-body', 'A text for a body', (body: unknown) => typeof body === 'string'],
      ['null-body', 'Null for a body', (body: unknown) => body === null],
      ['no-body', 'No body at all', (_: unknown, c: Context) => withoutBody(c)],
    ] as const
  ).flatMap(([name, says, meant]) => [
    invite.plain(
      `${name}-taken`,
      'email-missing-refused',
      `${says} invites somebody.`,
      takingBody(meant),
      'invalid-body-refused',
    ),
    invite.plain(
      `${name}-500`,
      ['email-missing-refused', 'no-server-error'],
      `${says} is answered with 500.`,
      breakingBody(meant),
      'invalid-body-refused',
    ),
  ]),
]
