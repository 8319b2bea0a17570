/**
 * What checks of v3 rely on and do not judge: the keys, each with the role that its variable says, and the profiles.
 * Each is held against an observation of its own. What contradicts a declaration is a question to the configuration
 * first; it is charged to the target only where something else than the contradicted answer proves the declaration.
 */

import { byEmail, idOf, usersOf } from '../../contracts/v3/client/user.ts'
import type { Instrument, InstrumentState, Lapse } from '../../language/instrument.ts'
import { type Answer, refusesCaller, succeeded } from '../../model/answer.ts'
import { instrument, type V3Context } from './language.ts'

const PROVEN: InstrumentState = { state: 'proven' }

/** Whoever may change something: the key of an admin. */
const admin = instrument({
  name: 'the admin',
  variable: 'API_KEY',
  async control({ invitations, removals, mayChange, standing }) {
    if (!mayChange()) return PROVEN
    // A read is open to lesser roles: who is refused one may have been removed by what the run has tried.
    const lapse: Lapse = async ({ caller, method, status }) => {
      if (caller !== 'admin' || (status !== 403 && status !== 404)) return undefined
      const profile = await standing.profile()
      return profile === undefined && method !== 'GET' && status === 403 ? standing.admin() : profile
    }
    const { answer } = await invitations.first()
    if (!refusesCaller(answer)) return { state: 'proven', lapse }
    const unknown = await removals.unknown()
    if (!refusesCaller(unknown)) return { state: 'proven', lapse }
    return contradicted(
      `is refused whatever needs the admin role (${answer.status} on POST /v3/users, ${unknown.status} on DELETE): is it the key of an admin, and not swapped with another one?`,
    )
  },
})

/** Somebody who may read and no more. */
const developer = instrument({
  name: 'the developer',
  variable: 'DEVELOPER_API_KEY',
  async control(context) {
    const reads = await readsBy(context, 'developer')
    const known = await isKnown(context, 'developer', reads)
    if (!known) return contradicted(UNKNOWN)
    if (await isElsewhere(context, reads)) return contradicted(ELSEWHERE)
    const role = await listedRole(context)
    if (role !== undefined && role !== 'developer') {
      return contradicted(
        `is said to be the key of DEVELOPER_EMAIL, who is ${role}: take the key of a developer`,
      )
    }
    if (reads.some(succeededOn)) {
      const lapse: Lapse = async ({ caller, method, status }) => {
        if (caller !== 'developer') return undefined
        const gone = method === 'GET' && status === 403 ? await context.standing.reader() : undefined
        const isSign = role !== undefined || (method !== 'GET' && status !== 403)
        return gone === undefined && isSign ? context.standing.developer() : gone
      }
      return { state: 'proven', lapse, doubt: () => doubtOf(context, 'developer', role !== undefined) }
    }
    return contradicted(
      `may read neither the list nor a user (${statuses(reads)}): is it the key of an account with the developer role?`,
    )
  },
})

/** Somebody whom the target knows, and who has no role. */
const restricted = instrument({
  name: 'the caller without a role',
  variable: 'RESTRICTED_API_KEY',
  async control(context) {
    const reads = await readsBy(context, 'restricted')
    const known = await isKnown(context, 'restricted', reads)
    if (!known) return contradicted(UNKNOWN)
    if (await isElsewhere(context, reads)) return contradicted(ELSEWHERE)
    if (!reads.every(succeededOn) || reads.length === 0) return PROVEN
    if (!context.mayChange()) return contradicted(HAS_A_ROLE)
    const removal = await context.harmless.refusal('restricted')
    // Who may do everything is the graver error to miss: that is for the requirements to say.
    if (refusesCaller(removal)) return contradicted(HAS_A_ROLE)
    return { state: 'proven', doubt: () => doubtOf(context, 'restricted') }
  },
})

/** Somebody with the billing role, who may change nothing; whether they may read is open. */
const billing = instrument({
  name: 'the caller for billing',
  variable: 'BILLING_API_KEY',
  async control(context) {
    const { billing: asked, harmless } = context
    const list = await asked.list()
    if (await asked.isElsewhere()) return contradicted(ELSEWHERE)
    if (!context.mayChange()) return list.status === 401 ? contradicted(UNKNOWN) : PROVEN
    const [removal, invitation] = await Promise.all([harmless.refusal('billing'), asked.invitation()])
    const answers = [removal, ...(invitation ? [invitation.answer] : [])]
    if ([list, ...answers].every(({ status }) => status === 401)) return contradicted(UNKNOWN)
    // The list does not tell an admin's key from this one, and nothing else is said of the account.
    return answers.some(refusesCaller) ? PROVEN : contradicted(UNREFUSED)
  },
})

/** A child profile of the organization. */
const profile = instrument({
  name: 'the profile',
  variable: 'PROFILE_ID',
  async control({ invitations, mayChange, callers }) {
    const list = await invitations.profileBaseline()
    if (!isNotFound(list)) return PROVEN
    const invited = mayChange() ? (await invitations.intoProfile()).answer : undefined
    if (invited !== undefined && !isNotFound(invited)) return PROVEN
    const swapped = callers.has('foreignProfileId') && (await isServed(callers))
    return contradicted(
      swapped
        ? `is refused (${list.status}), and FOREIGN_PROFILE_ID is served: the two look swapped`
        : `names no profile that the target shows to API_KEY (${list.status} on GET /v3/users): is it the UUID of a child profile of this organization, in the target's own spelling?`,
    )
  },
})

/**
 * A profile of somebody else. Served by everything that it is asked of, it is as well one of this organization; one
 * operation that refuses it proves that it is not, and the one that serves it is at fault.
 */
const foreignProfile = instrument({
  name: 'the foreign profile',
  variable: 'FOREIGN_PROFILE_ID',
  async control(context) {
    const { invitations, refusedReads, callers } = context
    const list = await callers.listOfForeignProfile()
    if (!succeededOn(list)) return PROVEN
    if (callers.has('profileId') && isNotFound(await invitations.profileBaseline())) {
      return contradicted('is served, and PROFILE_ID is refused: the two look swapped')
    }
    // Where any profile is served, it does not matter whose this one is.
    const unknown = await refusedReads.lists(['unknown profile', 'profile of zeros'])
    if (unknown.some(succeededOn)) return PROVEN
    const invitation = await invitedAbroad(context)
    if (invitation !== undefined && isNotFound(invitation)) return PROVEN
    return contradicted(servedAbroad(list, invitation))
  },
})

/** Somebody of another organization. */
const foreigner = instrument({
  name: 'somebody of another organization',
  variable: 'FOREIGN_USER_ID',
  async control({ foreigner: asked }) {
    if (await asked.isListed())
      return contradicted(
        'names somebody whom API_KEY is shown in a list: take the id of a user of another organization',
      )
    if (await asked.isAddress())
      return contradicted(
        'is an address, and no id that API_KEY is shown is one: take the id of a user of another organization',
      )
    // Whom the list leaves out may be one of this organization all the same.
    return { state: 'proven', doubt: async () => NOT_FOREIGN }
  },
})

/** The instrument behind each variable; whoever changes something needs an admin. */
export const V3_INSTRUMENTS = {
  'SAFETY=disposable': admin,
  DEVELOPER_API_KEY: developer,
  RESTRICTED_API_KEY: restricted,
  BILLING_API_KEY: billing,
  PROFILE_ID: profile,
  FOREIGN_PROFILE_ID: foreignProfile,
  FOREIGN_USER_ID: foreigner,
} as const satisfies Record<string, Instrument<V3Context>>

const UNKNOWN =
  'is answered like a key that nobody was given (401): check that it is right, unexpired and meant for this BASE_URL'
const ELSEWHERE =
  'is shown other people than API_KEY, and does not find those whom API_KEY is shown: is it a key of another organization?'
const UNREFUSED =
  'may do what only an admin may: either the target has no gate for billing, or it is the key of an admin. Check the role of the account'
const NOT_FOREIGN =
  'either the target does not keep organizations apart, or FOREIGN_USER_ID is the id of somebody of this organization whom the list leaves out'
const HAS_A_ROLE =
  'may read the list and a user, as an account with a role may: is it the key of an account without any role in the organization?'

/**
 * Both readings where a key is refused neither a removal nor an invitation; undefined where it is refused one of them,
 * which only a key of the lower role is.
 */
async function doubtOf(
  context: V3Context,
  who: 'developer' | 'restricted',
  isListed = false,
): Promise<string | undefined> {
  const { harmless, intruders } = context
  const [removal, invitation] = await Promise.all([
    harmless.refusal(who),
    who === 'restricted'
      ? intruders.byRestricted()
      : intruders.byNonAdmin().then(({ simulated, real }) => real ?? simulated),
  ])
  if (refusesCaller(removal) || (invitation !== undefined && refusesCaller(invitation.answer)))
    return undefined
  const telling = isListed
    ? 'that DEVELOPER_EMAIL is listed as developer does not tell whose key it is'
    : 'DEVELOPER_EMAIL would tell'
  return who === 'developer'
    ? `either the target has no gate for developers, or DEVELOPER_API_KEY is the key of an admin (it may do what only an admin may; ${telling})`
    : 'either the target has no gate for callers without a role, or RESTRICTED_API_KEY is the key of an admin (it may do what only an admin may)'
}

/** The role of DEVELOPER_EMAIL in words, as the list shows it; undefined where the configuration names no address. */
async function listedRole({ callers, invitations }: V3Context): Promise<string | undefined> {
  const { developerEmail } = callers
  if (developerEmail === undefined) return undefined
  const users = usersOf(await invitations.baseline())
  if (users === undefined) return undefined
  const [entry] = byEmail(users, developerEmail)
  if (entry === undefined) return 'not listed'
  return entry.role === 'developer' ? 'developer' : `listed as ${String(entry.role)}`
}

/** The reads that the checks of this caller ask for anyway. */
async function readsBy(context: V3Context, who: 'developer' | 'restricted'): Promise<Answer[]> {
  const list = who === 'developer' ? context.invitations.listedByDeveloper() : context.listedByRestricted()
  const answers = await Promise.allSettled([list, context.someUserBy(who)])
  const seen = answers.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []))
  const failed = answers.find((one) => one.status === 'rejected')
  if (seen.length === 0 && failed !== undefined) throw failed.reason
  return seen
}

/** A key that is answered otherwise than unknown ones anywhere is known to the target. */
async function isKnown(
  context: V3Context,
  who: 'developer' | 'restricted',
  reads: readonly Answer[],
): Promise<boolean> {
  if (reads.some(({ status }) => status !== 401)) return true
  if (!context.mayChange()) return false
  const removal = await context.harmless.refusal(who === 'developer' ? 'developer, simulated' : 'restricted')
  return removal.status !== 401
}

/** Whether somebody is shown a list of other people alone, and does not find those of API_KEY. */
async function isElsewhere({ invitations }: V3Context, reads: readonly Answer[]): Promise<boolean> {
  const list = reads.find(({ exchange }) => exchange.operation === 'GET /v3/users')
  const get = reads.find(({ exchange }) => exchange.operation !== 'GET /v3/users')
  const shown = (list && usersOf(list)) ?? []
  if (shown.length === 0 || get === undefined || ![403, 404].includes(get.status)) return false
  const known = new Set((usersOf(await invitations.baseline()) ?? []).map((user) => idOf(user)))
  return known.size > 0 && shown.every((user) => !known.has(idOf(user)))
}

/** The answer to an invitation under the foreign profile; undefined where none tells anything of the profile. */
async function invitedAbroad({
  invitations,
  refusedInvitations,
  mayChange,
}: V3Context): Promise<Answer | undefined> {
  if (!mayChange()) return undefined
  const [sound, abroad] = await Promise.all([
    invitations.first(),
    refusedInvitations.answer('foreign profile').catch(() => undefined),
  ])
  return succeeded(sound.answer) ? abroad : undefined
}

/** Both readings of a foreign profile that nothing refuses. */
function servedAbroad(list: Answer, invitation: Answer | undefined): string {
  const seen = [list, ...(invitation ? [invitation] : [])]
  return `is served to API_KEY (${statuses(seen)}), and nothing tells whose it is: either it is a profile of this organization, or the target lets strangers in. Check that it is the UUID of a profile of another organization`
}

async function isServed(callers: V3Context['callers']): Promise<boolean> {
  const answer = await callers.listOfForeignProfile()
  return answer.status === 200
}

function isNotFound({ status }: Answer): boolean {
  return status === 400 || status === 403 || status === 404 || status === 422
}

function succeededOn({ status }: Answer): boolean {
  return status === 200
}

function statuses(answers: readonly Answer[]): string {
  return answers.map(({ status, exchange }) => `${status} on ${exchange.operation}`).join(', ')
}

function contradicted(reason: string): InstrumentState {
  return { state: 'contradicted', reason }
}
