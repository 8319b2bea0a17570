/**
 * Whether accounts still have the role that they had when the run began. Asked for only once something is violated:
 * somebody else may change a role while a run goes on, and what is refused or served then is no violation.
 */
import type { Memo } from '../../../language/memo.ts'
import { type Answer, refusesCaller, succeeded } from '../../../model/answer.ts'
import { byEmail, usersOf } from '../client/user.ts'
import type { V3Callers } from './callers.ts'
import type { Invitations } from './invitations.ts'
import type { Promotion } from './promotion.ts'
import type { Removals } from './removals.ts'

/** What somebody whose rights are gone is refused this often in a row, though it was not before. */
const REPETITIONS = 2

export class Standing {
  readonly #callers: V3Callers
  readonly #invitations: Invitations
  readonly #removals: Removals
  readonly #promotion: Promotion
  readonly #once: Memo

  constructor(
    callers: V3Callers,
    invitations: Invitations,
    removals: Removals,
    promotion: Promotion,
    once: Memo,
  ) {
    this.#promotion = promotion
    this.#callers = callers
    this.#invitations = invitations
    this.#removals = removals
    this.#once = once
  }

  /** How the owner of API_KEY is seen to have lost the admin role in the middle of the run; undefined where it is not. */
  admin(): Promise<string | undefined> {
    return this.#once.do('v3 standing of the admin', async () => {
      const { email } = this.#callers.owner
      const [before, now] = email === undefined ? [] : await this.#roles(email)
      if (before === 'admin' && now !== undefined && now !== 'admin') {
        return `is the key of SELF_EMAIL, who was admin when the run began and is listed as ${now} now: ${CHANGED}`
      }
      // A key may lose its rights, and its account keep the role.
      const what = await this.#refusedNow()
      return what && `is refused (403) what it was not refused before, ${what}: ${CHANGED}`
    })
  }

  /** How the owner of DEVELOPER_API_KEY is seen to have got another role in the middle of the run; undefined where not. */
  developer(): Promise<string | undefined> {
    return this.#once.do('v3 standing of the developer', async () => {
      const { developerEmail } = this.#callers
      if (developerEmail === undefined) return this.#promoted()
      const [before, now] = await this.#roles(developerEmail)
      return before !== 'developer' || now === undefined || now === 'developer'
        ? undefined
        : `is the key of DEVELOPER_EMAIL, who was developer when the run began and is listed as ${now} now: ${CHANGED}`
    })
  }

  /** How DEVELOPER_API_KEY is seen to be shown nothing any more; undefined where it is still shown the list. */
  reader(): Promise<string | undefined> {
    return this.#once.do('v3 standing of the reader', async () => {
      if (!succeeded(await this.#invitations.listedByDeveloper())) return undefined
      const purpose = 'is the developer still shown the list?'
      return (await this.#isEvery(refusesCaller, () => this.#callers.developer.list({ purpose })))
        ? `is refused (403) what it was shown before, the list: ${CHANGED}`
        : undefined
    })
  }

  /** How PROFILE_ID is seen to name no profile any more; undefined where its list is still shown. */
  profile(): Promise<string | undefined> {
    return this.#once.do('v3 standing of the profile', async () => {
      if (!this.#callers.has('profileId') || !succeeded(await this.#invitations.profileBaseline()))
        return undefined
      const { admin, profileId } = this.#callers
      const purpose = 'is the profile still there?'
      if (!(await this.#isEvery(isNotFound, () => admin.list({ purpose, profileId })))) return undefined
      // Whoever has lost the organization as well may have been removed by what the run has tried.
      const isMember = succeeded(await admin.list({ purpose: 'is the organization still shown?' }))
      return isMember
        ? `is not shown the profile PROFILE_ID any more, whose list it was shown before: ${CHANGED}`
        : undefined
    })
  }

  /** Whether whatever is asked for is answered so time and again. */
  async #isEvery(test: (answer: Answer) => boolean, ask: () => Promise<Answer>): Promise<boolean> {
    for (let asked = 0; asked < REPETITIONS; asked++) if (!test(await ask())) return false
    return true
  }

  async #promoted(): Promise<string | undefined> {
    const served = await this.#promotion.ofDeveloper()
    return served === undefined
      ? undefined
      : `is served what it was refused before (${served.join(', ')}), and nothing is refused to it any more: its account seems to have become an admin (DEVELOPER_EMAIL would tell). ${CHANGED[0]?.toUpperCase()}${CHANGED.slice(1)}`
  }

  /** The role of an address when the run began, and now; undefined where no list shows it. */
  async #roles(email: string): Promise<(string | undefined)[]> {
    const now = await this.#once.do('v3 list for the standing', () =>
      this.#callers.admin.list({ purpose: 'does everybody still have the role of the beginning?' }),
    )
    return [await this.#invitations.baseline(), now].map((list) => {
      const [entry] = byEmail(usersOf(list) ?? [], email)
      return typeof entry?.role === 'string' ? entry.role : undefined
    })
  }

  /** What was not forbidden before and is now: to remove an unknown id, or to invite where no removal came before that. */
  async #refusedNow(): Promise<string | undefined> {
    let asked = 0
    if (!refusesCaller(await this.#removals.unknown())) {
      const isRefused = await this.#isEvery(refusesCaller, () => this.#removals.unknownAgain(asked++))
      return isRefused ? 'the removal of an unknown id' : undefined
    }
    if (!succeeded((await this.#invitations.first()).answer)) return undefined
    const isRefused = await this.#isEvery(refusesCaller, () => this.#invitedAgain(asked++))
    return isRefused ? 'an invitation' : undefined
  }

  async #invitedAgain(time: number): Promise<Answer> {
    const purpose = `simulated: may the admin still invite? (${time + 1})`
    const { admin } = this.#callers
    const slug = `standing-${time}`
    return (await this.#invitations.ask(admin, slug, 'developer', { sandbox: true }, purpose)).answer
  }
}

const CHANGED =
  'somebody changed that during the run, so run it again with accounts that nobody else works on'

/** How a target says that it shows no such profile to whoever asks. */
function isNotFound({ status }: Answer): boolean {
  return status === 403 || status === 404
}
