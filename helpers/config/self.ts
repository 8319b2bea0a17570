/** Reads who owns `API_KEY`: the id, the address that proves it, and the confirmation of a person. */
import { readUserId } from './credentials.ts'
import { complain, type Reading, text } from './reading.ts'
import type { VariableName } from './variables.ts'

/** Declares that the account that owns the key has no entry of its own. */
const NO_ENTRY = 'none'

/** What the configuration says about the account that owns the key. */
export interface Self {
  selfUserId?: string
  selfUnlisted?: true
  selfEmail?: string
  selfConfirmed?: string
}

/** The account that owns the key; addresses in lower case, because letter case does not tell them apart. */
export function readSelf(reading: Reading): Self {
  const id = readUserId(reading, 'SELF_USER_ID')
  const isUnlisted = id?.toLowerCase() === NO_ENTRY
  const email = readAddress(reading, 'SELF_EMAIL')
  const confirmed = readAddress(reading, 'SELF_CONFIRMED')
  if (confirmed !== undefined && confirmed !== email) {
    const fix = 'Repeat the address of SELF_EMAIL, or leave SELF_CONFIRMED unset.'
    complain(reading, 'SELF_CONFIRMED', 'the address in SELF_EMAIL', fix)
  }
  return {
    ...(id === undefined || isUnlisted ? {} : { selfUserId: id }),
    ...(isUnlisted ? { selfUnlisted: true as const } : {}),
    ...(email === undefined ? {} : { selfEmail: email }),
    ...(confirmed === undefined ? {} : { selfConfirmed: confirmed }),
  }
}

/** Somebody of another organization: there is no word for nobody. */
export function readForeignUserId(reading: Reading): string | undefined {
  const id = readUserId(reading, 'FOREIGN_USER_ID')
  if (id?.toLowerCase() !== NO_ENTRY) return id
  const fix = 'Leave FOREIGN_USER_ID unset where nobody is known.'
  complain(reading, 'FOREIGN_USER_ID', 'the id of a user of another organization', fix)
  return undefined
}

/** An e-mail address, in lower case. */
export function readAddress(reading: Reading, name: VariableName): string | undefined {
  const value = text(reading, name)
  if (value === undefined) return undefined
  if (!/^[^\s@]+@[^\s@]+$/.test(value)) {
    complain(
      reading,
      name,
      'one e-mail address',
      'Copy the address that GET /v3/users shows for the account.',
    )
  }
  return value.toLowerCase()
}
