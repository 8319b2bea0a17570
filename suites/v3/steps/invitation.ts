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
