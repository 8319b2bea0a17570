/**
 * What the variables of v3 are, seen without a change to anybody: by reads, and where SAFETY allows more, by one
 * simulated removal of an id that nobody has for each key, which only an admin may ask for.
 */

import { preflightV3 } from '../../contracts/v3/client/preflight.ts'
import { idOf, usersOf, type V3User } from '../../contracts/v3/client/user.ts'
import {
  contradicted,
  examined,
  missing,
  proven,
  statusText,
  unlessForbidden,
  unproven,
} from '../../language/examination.ts'
import { type Answer, refusesCaller } from '../../model/answer.ts'
import type { Examined, ExaminedContract } from '../../model/examination.ts'
import { isSameId } from '../../model/user.ts'
import { examineSelf } from './examination-self.ts'
import type { V3Context } from './language.ts'

const SWAPPED = 'Check that the keys are not swapped with one another.'

/** Examines every variable of the contract. */
export async function examineV3(context: V3Context): Promise<ExaminedContract> {
  const problem = await preflightV3(context)
  if (problem !== undefined) return { problem, variables: [] }
  const listed = usersOf(await context.invitations.baseline()) ?? []
  const found = await Promise.all([
    examined('API_KEY', () => admin(context, listed)),
    ...keys(context, listed),
    ...examineSelf(context, listed),
    ...profiles(context),
  ])
  return { variables: found }
}

async function admin(context: V3Context, listed: readonly V3User[]): Promise<Examined> {
  const seen = `is known to the target and shown ${listed.length} users`
  const answer = await removalBy(context, 'admin')
  if (answer === undefined) {
    return unproven(
      'API_KEY',
      `${seen}; whether it may do what an admin may, reading does not show`,
      'Let SAFETY=disposable ask for a simulated removal of an id that nobody has.',
    )
  }
  if (refusesCaller(answer)) {
    return contradicted(
      'API_KEY',
      `${seen}, but may not do what an admin may (${statusText(answer)})`,
      `Take the key of an account with the admin role. ${SWAPPED}`,
    )
  }
  return proven('API_KEY', `${seen}, and may do what an admin may (${statusText(answer)} for nobody's id)`)
}

function keys(context: V3Context, listed: readonly V3User[]): Promise<Examined>[] {
  const [developer, restricted, billing] = [
    'DEVELOPER_API_KEY',
    'RESTRICTED_API_KEY',
    'BILLING_API_KEY',
  ] as const
  return [
    context.isSet(developer)
      ? examined(developer, () => keyOf(context, 'developer', listed))
      : Promise.resolve(
          missing(
            developer,
            'Make an API key for an account that has the developer role in the organization.',
          ),
        ),
    context.isSet(restricted)
      ? examined(restricted, () => keyOf(context, 'restricted', listed))
      : Promise.resolve(
          missing(
            restricted,
            'Make an API key for an account, and take its role in the organization away afterwards.',
          ),
        ),
    context.isSet(billing)
      ? examined(billing, () => billingKey(context, listed))
      : Promise.resolve(
          missing(billing, 'Make an API key for an account that has the billing role in the organization.'),
        ),
  ]
}

async function keyOf(
  context: V3Context,
  who: 'developer' | 'restricted',
  listed: readonly V3User[],
): Promise<Examined> {
  const variable = who === 'developer' ? 'DEVELOPER_API_KEY' : 'RESTRICTED_API_KEY'
  const list = await context[who].list({ purpose: 'may this key read the list?' })
  const first = idOf(listed[0])
  const purpose = 'read a user who is listed for API_KEY'
  const get = first === undefined ? undefined : await context[who].get(first, { purpose })
  const reads = get === undefined ? [list] : [list, get]
  const told = statusText(...reads)
  const removal = await removalBy(context, who)
  const all = removal === undefined ? reads : [...reads, removal]
  if (all.every(({ status }) => status === 401)) {
    return contradicted(
      variable,
      `is answered like a key that nobody was given (${told})`,
      'Check that it is right, unexpired and meant for this BASE_URL.',
    )
  }
  if (isOfOthers(list, get, listed)) {
    return contradicted(
      variable,
      'is shown other people than API_KEY, and does not find those whom API_KEY is shown',
      'Take a key of the same organization.',
    )
  }
  const reading = reads.filter(({ status }) => status === 200)
  if (who === 'restricted' && reading.length === reads.length) {
    return contradicted(
      variable,
      `may read as an account with a role may (${told})`,
      `Take the key of an account without any role in the organization. ${SWAPPED}`,
    )
  }
  if (who === 'developer' && reading.length === 0) {
    return contradicted(
      variable,
      `may read neither the list nor a user (${told})`,
      `Take the key of an account with the developer role. ${SWAPPED}`,
    )
  }
  if (who === 'restricted') return proven(variable, `is known to the target, and refused (${told})`)
  if (removal !== undefined && refusesCaller(removal)) {
    return proven(variable, `may read, and is refused what only admins may (${statusText(removal)})`)
  }
  return unproven(
    variable,
    removal === undefined
      ? `may read (${told}); whether it may do more, reading does not show`
      : `may read, and was not refused what only admins may (${statusText(removal)} for nobody's id): either the target misses its gate there, or this is not the key of a developer`,
    removal === undefined
      ? 'Let SAFETY=disposable ask for a simulated removal of an id that nobody has.'
      : `Check the role of the account. ${SWAPPED}`,
  )
}

async function billingKey(context: V3Context, listed: readonly V3User[]): Promise<Examined> {
  const variable = 'BILLING_API_KEY'
  const list = await context.billing.list()
  const removal = await removalBy(context, 'billing')
  if ([list, removal ?? list].every(({ status }) => status === 401)) {
    return contradicted(
      variable,
      `is answered like a key that nobody was given (${statusText(list)})`,
      'Check that it is right, unexpired and meant for this BASE_URL.',
    )
  }
  if (listed.length > 0 && (await context.billing.isElsewhere())) {
    return contradicted(
      variable,
      'is shown other people than API_KEY',
      'Take a key of the same organization.',
    )
  }
  if (removal === undefined) {
    return unproven(
      variable,
      `is known to the target (${statusText(list)}); whether it may do more than read, reading does not show`,
      'Let SAFETY=disposable ask for a simulated removal of an id that nobody has.',
    )
  }
  if (refusesCaller(removal)) {
    return proven(
      variable,
      `is known to the target, and refused what only admins may (${statusText(removal)})`,
    )
  }
  return unproven(
    variable,
    `was not refused what only admins may (${statusText(removal)} for nobody's id): either the target misses its gate there, or this is not the key of an account for billing`,
    `Check the role of the account. ${SWAPPED}`,
  )
}

/** Asks for a simulated removal of an id that nobody has; undefined where SAFETY lets nothing be asked for but reads. */
async function removalBy(
  context: V3Context,
  who: 'admin' | 'developer' | 'restricted' | 'billing',
): Promise<Answer | undefined> {
  const purpose = 'may this key do what admins may? Simulated, for an id that nobody has'
  return unlessForbidden(() => context.callers[who].remove(context.unknownId, { sandbox: true }, { purpose }))
}

function profiles(context: V3Context): Promise<Examined>[] {
  const { invitations, callers, isSet } = context
  const own = async (): Promise<Examined> => {
    const list = await invitations.profileBaseline()
    if (list.status === 200) {
      return proven('PROFILE_ID', `is served to API_KEY, with ${usersOf(list)?.length ?? 0} users`)
    }
    const swapped = isSet('FOREIGN_PROFILE_ID') && (await callers.listOfForeignProfile()).status === 200
    return contradicted(
      'PROFILE_ID',
      `is refused (${statusText(list)})${swapped ? ', and FOREIGN_PROFILE_ID is served: the two look swapped' : ''}`,
      "Take the UUID of a child profile of this organization, in the target's own spelling.",
    )
  }
  const foreign = async (): Promise<Examined> => {
    const list = await callers.listOfForeignProfile()
    if (list.status !== 200) return proven('FOREIGN_PROFILE_ID', `is refused (${statusText(list)})`)
    return contradicted(
      'FOREIGN_PROFILE_ID',
      'is served to API_KEY: either it belongs to the same organization, or the target lets strangers in',
      'Take the UUID of a profile that belongs to another organization, and check that it is not swapped with PROFILE_ID.',
    )
  }
  const foreigner = async (): Promise<Examined> => {
    const { status } = await context.foreigner.read()
    const isOurs = await context.foreigner.isListed()
    if (status !== 200 && !isOurs)
      return proven('FOREIGN_USER_ID', `names nobody whom API_KEY is shown (status ${status})`)
    return contradicted(
      'FOREIGN_USER_ID',
      isOurs
        ? 'names somebody whom API_KEY is shown in a list'
        : 'is shown to API_KEY: either it is somebody of this organization, or the target lets strangers in',
      'Take the id of a user of another organization.',
    )
  }
  return [
    isSet('FOREIGN_USER_ID')
      ? examined('FOREIGN_USER_ID', foreigner)
      : Promise.resolve(
          missing('FOREIGN_USER_ID', 'Copy the id of a user of another organization whom you may name.'),
        ),
    isSet('PROFILE_ID')
      ? examined('PROFILE_ID', own)
      : Promise.resolve(missing('PROFILE_ID', 'Make a child profile in the organization and copy its UUID.')),
    isSet('FOREIGN_PROFILE_ID')
      ? examined('FOREIGN_PROFILE_ID', foreign)
      : Promise.resolve(
          missing(
            'FOREIGN_PROFILE_ID',
            'Copy the UUID of a profile of another organization that you may use.',
          ),
        ),
  ]
}

/** Whether somebody is shown a list of other people alone, and does not find one of those of API_KEY. */
function isOfOthers(list: Answer, get: Answer | undefined, listed: readonly V3User[]): boolean {
  const shown = usersOf(list) ?? []
  if (shown.length === 0 || get === undefined || ![403, 404].includes(get.status)) return false
  return shown.every((user) => !listed.some(({ id }) => isSameId(id, idOf(user))))
}
