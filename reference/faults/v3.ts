/** The faults of the v3 contract. */
import type { V3Fault } from './types.ts'
import { getAnswerFaults } from './v3-answers-get.ts'
import { inviteAnswerFaults } from './v3-answers-invite.ts'
import { listAnswerFaults } from './v3-answers-list.ts'
import { removeAnswerFaults } from './v3-answers-remove.ts'
import { getFaults } from './v3-get.ts'
import { getAccessFaults } from './v3-get-access.ts'
import { getShapeFaults } from './v3-get-shape.ts'
import { inviteFaults } from './v3-invite.ts'
import { inviteAccessFaults } from './v3-invite-access.ts'
import { inviteSandboxFaults } from './v3-invite-sandbox.ts'
import { inviteShapeFaults } from './v3-invite-shape.ts'
import { inviteValidationFaults } from './v3-invite-validation.ts'
import { listFaults } from './v3-list.ts'
import { listAccessFaults } from './v3-list-access.ts'
import { removeFaults } from './v3-remove.ts'
import { removeAccessFaults } from './v3-remove-access.ts'
import { removeGuardFaults } from './v3-remove-guards.ts'
import { removeTargetFaults } from './v3-remove-target.ts'

export const V3_FAULTS: readonly V3Fault[] = [
  ...listFaults,
  ...listAccessFaults,
  ...getShapeFaults,
  ...getFaults,
  ...getAccessFaults,
  ...inviteShapeFaults,
  ...inviteFaults,
  ...inviteValidationFaults,
  ...inviteAccessFaults,
  ...inviteSandboxFaults,
  ...removeFaults,
  ...removeTargetFaults,
  ...removeAccessFaults,
  ...removeGuardFaults,
  ...listAnswerFaults,
  ...getAnswerFaults,
  ...inviteAnswerFaults,
  ...removeAnswerFaults,
]
