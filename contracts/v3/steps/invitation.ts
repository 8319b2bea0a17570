/** Invitations of the run, and who comes of them. */

import type { Answer } from '../../../model/answer.ts'

/** An invitation that was asked for, and what came back. */
export interface Invitation {
  email: string
  name: string
  role: string
  profileId?: string
  answer: Answer
  /** The refusal of the same invitation in another documented role. */
  refusedRole?: Answer
  /** The key for replays under which it was sent. */
  key?: string
  /** Whether the request named its character set. */
  charset?: boolean
  /** What the same invitation came to under a key for replays, where it was not made. */
  refusedKey?: Answer
}

/** What a second invitation asked for beside the address, and what came back. */
export interface Renewal {
  name: string
  role: string
  answer: Answer
}

/** A user of the run that the target shows. */
export interface Subject {
  id: string
  email: string
  profileId?: string
}
