/** Who is in a story of v3, as far as its answers say. */
import type { Watched } from '../../../language/deep/teller.ts'
import type { Answer } from '../../../model/answer.ts'
import type { V3User } from '../client/user.ts'

/** Somebody whom the story has invited, with success. */
export interface Person extends Watched {
  id: string
  email: string
  name: string
  role: string
  profileId?: string
  /** Whether a removal was answered as done. */
  isGone: boolean
  /** How the target first showed them; members that are not to change. */
  shown?: V3User | undefined
}

/** The people of one story, and addresses that nobody is to have. */
export class People {
  readonly all: Person[] = []
  /** Addresses that were asked for in vain, or simulated, by the requirement that says that nobody comes of it. */
  readonly nobody = new Map<string, string>()
  /** Addresses that were simulated, in the order in which they were. */
  readonly simulated: { email: string; profileId?: string }[] = []
  /** What the latest removal was of, which must have left everybody else alone. */
  latestRemoval: Answer | undefined

  /** Somebody by number, as the story counts. */
  at(number: number): Person | undefined {
    return this.all.length === 0 ? undefined : this.all[number % this.all.length]
  }

  there(profileId: string | undefined): Person[] {
    return this.all.filter((person) => !person.isGone && person.profileId === profileId)
  }

  gone(profileId: string | undefined): Person[] {
    return this.all.filter((person) => person.isGone && person.profileId === profileId)
  }
}
