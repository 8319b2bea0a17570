/** What the list shows of the account that is said to own API_KEY. */

import { userOf, type V3User } from '../../contracts/v3/client/user.ts'
import { contradicted, examined, missing, proven, statusText, unproven } from '../../language/examination.ts'
import type { Examined } from '../../model/examination.ts'
import { byEmail, isSameId } from '../../model/user.ts'
import type { V3Context } from './language.ts'

/** Examines SELF_USER_ID and SELF_EMAIL against the list. */
export function examineSelf(context: V3Context, listed: readonly V3User[]): Promise<Examined>[] {
  const { isSet } = context
  const unset = async (): Promise<Examined> => missing('SELF_USER_ID', await suggestion(context, listed))
  return [
    isSet('SELF_USER_ID') ? examined('SELF_USER_ID', () => ownId(context, listed)) : unset(),
    isSet('SELF_EMAIL')
      ? Promise.resolve(ownAddress(context, listed))
      : Promise.resolve(
          missing(
            'SELF_EMAIL',
            'Set the e-mail address of the account that owns API_KEY, as the list shows it.',
          ),
        ),
  ]
}

async function ownId(context: V3Context, listed: readonly V3User[]): Promise<Examined> {
  const { owner } = context.callers
  const address = owner.email
  if (owner.isUnlisted) {
    const entry = address === undefined ? undefined : byEmail(listed, address)[0]
    if (entry === undefined)
      return proven('SELF_USER_ID', 'says none, and the list shows no entry for the owner')
    return contradicted(
      'SELF_USER_ID',
      `says none, but the list shows SELF_EMAIL, with the id ${String(entry.id)}`,
      'Set that id, or the right address.',
    )
  }
  const id = context.selfId
  const get = await context.admin.get(id, { purpose: 'who is SELF_USER_ID?' })
  const entry = listed.find((user) => isSameId(user.id, id)) ?? userOf(get)
  if (entry === undefined) {
    return contradicted(
      'SELF_USER_ID',
      `names nobody whom the target shows (${statusText(get)})`,
      await suggestion(context, listed),
    )
  }
  const role = `${String(entry.role)}, ${String(entry.status)}`
  if (address === undefined) {
    return unproven(
      'SELF_USER_ID',
      `names somebody who is listed (${role}); that this is who owns API_KEY, nothing shows`,
      'Set SELF_EMAIL to the address of the account that owns API_KEY.',
    )
  }
  if (String(entry.email).toLowerCase() !== address) {
    return contradicted(
      'SELF_USER_ID',
      `is listed with another address than SELF_EMAIL (${role})`,
      await suggestion(context, listed),
    )
  }
  if (entry.role !== 'admin' || entry.status !== 'active') {
    return contradicted(
      'SELF_USER_ID',
      `is listed as ${role}; who owns API_KEY has to be an active admin`,
      'Name the account that owns API_KEY.',
    )
  }
  return proven('SELF_USER_ID', 'is listed with the address of SELF_EMAIL, as an active admin')
}

function ownAddress({ callers }: V3Context, listed: readonly V3User[]): Examined {
  const { email = '', isUnlisted } = callers.owner
  const entries = byEmail(listed, email)
  const [entry] = entries
  if (entry === undefined) {
    if (isUnlisted) return proven('SELF_EMAIL', 'is not listed, as SELF_USER_ID=none says')
    return contradicted(
      'SELF_EMAIL',
      'is not listed',
      'Copy the address as the list shows it; where the owner has no entry, set SELF_USER_ID=none.',
    )
  }
  const role = `${String(entry.role)}, ${String(entry.status)}`
  if (entry.role === 'admin' && entry.status === 'active') {
    return proven('SELF_EMAIL', `is listed (${role})`)
  }
  return contradicted(
    'SELF_EMAIL',
    `is listed as ${role}; who owns API_KEY has to be an active admin`,
    'Set the address of the account that owns API_KEY.',
  )
}

/** Which id to set, as far as the list tells, and `GET /v3/me` where it may be asked. */
async function suggestion({ callers, account }: V3Context, listed: readonly V3User[]): Promise<string> {
  const { email } = callers.owner
  const own = email === undefined ? undefined : byEmail(listed, email)[0]
  if (own !== undefined) return `Set SELF_USER_ID=${String(own.id)}, which the list shows for SELF_EMAIL.`
  const { users } = await account.owners(listed)
  const [named] = users
  if (users.length === 1 && named !== undefined) {
    return `Set SELF_USER_ID=${String(named.id)}, the listed user whom GET /v3/me names for API_KEY, if that is who owns it: the address shown there is one to reach, and proves nobody.`
  }
  const admins = listed.filter(({ role, status }) => role === 'admin' && status === 'active')
  const [only] = admins
  if (admins.length === 1 && only !== undefined) {
    return `Set SELF_USER_ID=${String(only.id)}, the only active admin in the list, if that is who owns API_KEY; none where the owner has no entry.`
  }
  return 'Set SELF_EMAIL to the address of the account that owns API_KEY: the doctor then names its id. Where the owner has no entry, set SELF_USER_ID=none.'
}
