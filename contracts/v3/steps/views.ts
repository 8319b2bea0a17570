/** What others than the admin are shown, and the admin in other words: read side by side with what the admin sees. */
import type { Guard } from '../../../helpers/safety/guard.ts'
import type { Memo } from '../../../language/memo.ts'
import { type Answer, succeeded } from '../../../model/answer.ts'
import { byId, idOf, usersOf, type V3User } from '../client/user.ts'
import type { V3Callers } from './callers.ts'
import type { Harmless } from './harmless.ts'
import type { Invitations } from './invitations.ts'
import type { ProfileSpelling } from './profile-spelling.ts'
import type { Removals } from './removals.ts'
import { effectOn } from './sight.ts'
import type { Users } from './users.ts'

export class Views {
  readonly #callers: V3Callers
  readonly #guard: Guard
  readonly #invitations: Invitations
  readonly #users: Users
  readonly #harmless: Harmless
  readonly #removals: Removals
  readonly #spelling: ProfileSpelling
  readonly #once: Memo

  constructor(
    callers: V3Callers,
    guard: Guard,
    invitations: Invitations,
    users: Users,
    harmless: Harmless,
    removals: Removals,
    spelling: ProfileSpelling,
    once: Memo,
  ) {
    this.#callers = callers
    this.#guard = guard
    this.#invitations = invitations
    this.#users = users
    this.#harmless = harmless
    this.#removals = removals
    this.#spelling = spelling
    this.#once = once
  }

  /** The list as a developer sees it, between two lists that the admin is shown. */
  async ofDeveloper(): Promise<{ before: Answer; developer: Answer; after: Answer }> {
    const before = await this.#invitations.listed()
    const developer = await this.#invitations.listedByDeveloper()
    const { second } = await this.#harmless.readTwice()
    return { before, developer, after: second.list }
  }

  /**
   * Where the developer is shown somebody whom no admin is: a pointer into that list. People come and go, so that it
   * has to show again.
   */
  beyond(): Promise<string | undefined> {
    return this.#once.do('v3 list by developer, beyond', async () => {
      const { before, developer, after } = await this.ofDeveloper()
      const suspects = beyondOf(developer, before, after).filter(
        ({ email, name }) => !this.#guard.carriesTag(email) && !this.#guard.carriesTag(name),
      )
      const [first] = suspects
      if (first === undefined) return undefined
      const { admin, developer: caller } = this.#callers
      const earlier = await admin.list({ purpose: 'list again, for whom a developer is shown' })
      const again = await caller.list({ purpose: 'list again, as developer' })
      const later = await admin.list({ purpose: 'list once more, for whom a developer is shown' })
      const still = new Set(beyondOf(again, earlier, later).map((user) => idOf(user)))
      if (!still.has(idOf(first))) return undefined
      return `/data/users/${(usersOf(developer) ?? []).indexOf(first)}`
    })
  }

  /** The developer's list once somebody was removed, and whom it must lack; undefined where nobody is seen to be gone. */
  afterRemoval(): Promise<{ answer: Answer; removed: string | undefined }> {
    return this.#once.do('v3 list by developer after removal', async () => {
      const { subject, answer: removal, after } = await this.#removals.real()
      const read = () => this.#callers.developer.list({ purpose: 'list after the removal, as developer' })
      const answer = await this.#invitations.untilUnlisted(subject.id, read)
      const isGone = succeeded(removal) && usersOf(after.list) !== undefined && !after.entry
      return { answer, removed: isGone ? subject.id : undefined }
    })
  }

  /** The profile's list under its id in another letter case, and as a developer is shown it. */
  ofProfile(): Promise<Answer[]> {
    return this.#once.do('v3 lists of the profile', async () => {
      await this.#users.secondBefore()
      const { profileId } = this.#callers
      const options = { purpose: 'list in the profile as developer', profileId }
      const developer = this.#callers.has('developerApiKey')
        ? this.#callers.developer.list(options)
        : undefined
      return given(await Promise.all([this.#spelling.list(), developer]))
    })
  }

  /**
   * The profile's list as a developer is shown it, until it shows the user who was invited into it, as it must before
   * that user is removed.
   * @param first what was read already
   * @returns undefined where the user may have been removed meanwhile
   */
  async untilShown(first: Answer): Promise<Answer | undefined> {
    const { subject } = await this.#users.secondBefore()
    if (byId(usersOf(first) ?? [], subject.id).length > 0) return first
    const { profileId, developer } = this.#callers
    const options = { purpose: 'is a developer shown the user of the profile by now?', profileId }
    const list = await this.#invitations.untilListed([subject.email], () => developer.list(options))
    if (byId(usersOf(list) ?? [], subject.id).length > 0) return list
    // A simulation that removes is for the simulation to answer for.
    const simulated = await this.#harmless.simulatedInProfile().catch(() => undefined)
    if (simulated === undefined || effectOn(simulated.before, simulated.after) === 'some') return undefined
    const removal = await this.#removals.secondReal().catch(() => undefined)
    const isBefore = removal !== undefined && list.receivedAt < Date.parse(removal.answer.exchange.startedAt)
    return isBefore ? list : undefined
  }

  /** A user of the organization sought in the profile in these ways; none where the profile has the user, too. */
  inProfile(): Promise<Answer[]> {
    return this.#once.do('v3 reads in the profile', async () => {
      const { subject } = await this.#users.before()
      const members = usersOf(await this.#users.secondListed()) ?? []
      if (byId(members, subject.id).length > 0) return []
      const { other } = this.#spelling
      const ask = (who: 'admin' | 'developer', profileId: string, how: string) =>
        this.#callers[who].get(subject.id, { purpose: `read in the profile ${how}`, profileId })
      const developer = this.#callers.has('developerApiKey')
        ? ask('developer', this.#callers.profileId, 'as developer')
        : undefined
      const admin = other === undefined ? undefined : ask('admin', other, 'in another letter case')
      return given(await Promise.all([admin, developer]))
    })
  }
}

/** Those that were asked for. */
function given(answers: readonly (Answer | undefined)[]): Answer[] {
  return answers.filter((answer) => answer !== undefined)
}

/** Those of a list whom neither of two others shows. */
function beyondOf(list: Answer, ...others: Answer[]): V3User[] {
  const known = new Set(others.flatMap((other) => (usersOf(other) ?? []).map((user) => idOf(user))))
  return (usersOf(list) ?? []).filter((user) => !known.has(idOf(user)))
}
