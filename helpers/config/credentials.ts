/** Reads keys, tokens and the ids that go with them. */
import { hidden, shown } from './problem.ts'
import { complain, exact, type Reading, text } from './reading.ts'
import type { VariableName } from './variables.ts'

/** The variables that hold credentials, each contract's indispensable one first. */
export const CREDENTIALS = {
  v3: ['API_KEY', 'DEVELOPER_API_KEY', 'RESTRICTED_API_KEY', 'BILLING_API_KEY'],
  v1: ['ACCESS_TOKEN', 'RESTRICTED_ACCESS_TOKEN'],
} as const satisfies Record<string, readonly VariableName[]>

const UUID = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i

/** Characters up to which a refused id is shown. */
const LONGEST_SHOWN_ID = 12

/** A key or token, checked for everything that would keep a header from carrying it. */
export function readCredential(reading: Reading, name: VariableName): string | undefined {
  const value = exact(reading, name)
  if (value === undefined) return undefined
  const flaw = credentialFlaw(value)
  if (flaw !== undefined)
    complain(reading, name, 'one line of plain characters, exactly as it was issued', flaw)
  return value
}

/** What keeps a header from carrying a credential, and what helps; undefined where nothing does. */
export function credentialFlaw(value: string): string | undefined {
  if (/^\s|\s$/.test(value)) {
    return 'It begins or ends with a blank or a line break, as text copied from a page or a file often does. Take that out.'
  }
  if (/[\r\n\u2028\u2029]/.test(value))
    return 'It contains a line break, which no header can carry. Put it on one line.'
  if (/\p{Cc}/u.test(value))
    return 'It contains a control character, which no header can carry. Copy it again.'
  if (/[^\u0020-\u00ff]/.test(value)) {
    return 'It contains a character beyond Latin-1, which no header can carry. Look for typographic quotes, dashes or dots.'
  }
  if (/^(["'`]).*\1$/.test(value))
    return 'It stands in quotation marks that are part of the value. Take them out.'
  if (/^bearer\s/i.test(value))
    return 'It begins with the word Bearer, which the suite adds itself. Take the word out.'
  return undefined
}

/** Two callers with one credential are one caller: every comparison between them would be meaningless. */
export function refuseRepeated(reading: Reading, names: readonly VariableName[]): void {
  names.forEach((name, index) => {
    const value = exact(reading, name)
    const twin = names.slice(0, index).find((earlier) => exact(reading, earlier) === value)
    if (value === undefined || twin === undefined) return
    reading.problems.push({
      variable: name,
      read: `the same value as ${twin}`,
      expected: `a value of its own`,
      fix: `Give ${name} what its description asks for, or leave it unset.`,
    })
  })
}

/** A profile id. */
export function readUuid(reading: Reading, name: VariableName): string | undefined {
  const value = text(reading, name)
  if (value !== undefined && !UUID.test(value)) {
    const expected = 'a UUID, such as 7f3c1c52-5b0e-4a43-9d0c-2f1d6f0b8a11'
    refuseId(
      reading,
      name,
      value,
      expected,
      'Copy the id of the profile without braces or prefix, or unset it.',
    )
  }
  return value
}

/** A user id; the documents give it no form, so only what cannot be one path segment is refused. */
export function readUserId(reading: Reading, name: VariableName): string | undefined {
  const value = exact(reading, name)
  if (value !== undefined && (/[\s/\\\p{Cc}]/u.test(value) || /^\.{1,2}$/.test(value))) {
    const expected = 'one user id, without slashes, blanks or control characters'
    refuseId(reading, name, value, expected, 'Copy the id that GET /v3/users shows for the account.')
  }
  return value
}

function refuseId(
  reading: Reading,
  variable: VariableName,
  value: string,
  expected: string,
  fix: string,
): void {
  // An id and a key are easily exchanged. What is long enough to be a key is not repeated.
  const read = value.length <= LONGEST_SHOWN_ID ? shown(reading.mask(value)) : hidden(value)
  reading.problems.push({ variable, read, expected, fix })
}

/** The names of the variables that stand behind the members of a contract's configuration, e.g. `API_KEY`. */
export function variablesOf(configured: object): Set<string> {
  const set = Object.entries(configured).filter(([, value]) => value !== undefined)
  return new Set(set.map(([name]) => name.replace(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase()))
}
