/** The faults of the v3 contract: a folder per operation, files as in suites/v3. */
import type { V3Fault } from '../types.ts'
import { getAccessFaults } from './get/access.ts'
import { getAnswersFaults } from './get/answers.ts'
import { getAnswersErrorsFaults } from './get/answers-errors.ts'
import { getAnswersUsersFaults } from './get/answers-users.ts'
import { getScopeFaults } from './get/scope.ts'
import { getUserFaults } from './get/user.ts'
import { getUserMissingFaults } from './get/user-missing.ts'
import { inviteAccessFaults } from './invite/access.ts'
import { inviteAnswersFaults } from './invite/answers.ts'
import { inviteAnswersErrorsFaults } from './invite/answers-errors.ts'
import { inviteAnswersUsersFaults } from './invite/answers-users.ts'
import { inviteDuplicatesFaults } from './invite/duplicates.ts'
import { inviteInvitationFaults } from './invite/invitation.ts'
import { inviteReplayFaults } from './invite/replay.ts'
import { inviteSandboxFaults } from './invite/sandbox.ts'
import { inviteScopeFaults } from './invite/scope.ts'
import { inviteValidationFaults } from './invite/validation.ts'
import { inviteValidationTextFaults } from './invite/validation-text.ts'
import { listAccessFaults } from './list/access.ts'
import { listAnswersFaults } from './list/answers.ts'
import { listAnswersErrorsFaults } from './list/answers-errors.ts'
import { listAnswersUsersFaults } from './list/answers-users.ts'
import { listLimitsFaults } from './list/limits.ts'
import { listScopeFaults } from './list/scope.ts'
import { listUsersFaults } from './list/users.ts'
import { meAccessFaults } from './me/access.ts'
import { meAccountFaults } from './me/account.ts'
import { meAnswersFaults } from './me/answers.ts'
import { removeAccessFaults } from './remove/access.ts'
import { removeAnswersFaults } from './remove/answers.ts'
import { removeAnswersErrorsFaults } from './remove/answers-errors.ts'
import { removeGuardsFaults } from './remove/guards.ts'
import { removeRemovalFaults } from './remove/removal.ts'
import { removeRemovalAnswersFaults } from './remove/removal-answers.ts'
import { removeRemovalTargetsFaults } from './remove/removal-targets.ts'
import { removeSandboxFaults } from './remove/sandbox.ts'
import { removeScopeFaults } from './remove/scope.ts'
import { updateAccessFaults } from './update/access.ts'
import { updateAnswersFaults } from './update/answers.ts'
import { updateChangeFaults } from './update/change.ts'
import { updateGuardsFaults } from './update/guards.ts'
import { updateReplayFaults } from './update/replay.ts'
import { updateSandboxFaults } from './update/sandbox.ts'
import { updateScopeFaults } from './update/scope.ts'
import { updateValidationFaults } from './update/validation.ts'

export const V3_FAULTS: readonly V3Fault[] = [
  ...listAnswersFaults,
  ...listAnswersErrorsFaults,
  ...listAccessFaults,
  ...listScopeFaults,
  ...listUsersFaults,
  ...listAnswersUsersFaults,
  ...getAnswersFaults,
  ...getAnswersErrorsFaults,
  ...getAccessFaults,
  ...getScopeFaults,
  ...getUserFaults,
  ...getAnswersUsersFaults,
  ...getUserMissingFaults,
  ...inviteAnswersFaults,
  ...inviteAnswersErrorsFaults,
  ...inviteAccessFaults,
  ...inviteValidationFaults,
  ...inviteSandboxFaults,
  ...inviteInvitationFaults,
  ...inviteAnswersUsersFaults,
  ...inviteValidationTextFaults,
  ...inviteDuplicatesFaults,
  ...inviteScopeFaults,
  ...inviteReplayFaults,
  ...removeAnswersFaults,
  ...removeAnswersErrorsFaults,
  ...removeAccessFaults,
  ...removeSandboxFaults,
  ...removeRemovalFaults,
  ...removeRemovalAnswersFaults,
  ...removeGuardsFaults,
  ...removeRemovalTargetsFaults,
  ...removeScopeFaults,
  ...listLimitsFaults,
  ...updateChangeFaults,
  ...updateValidationFaults,
  ...updateAccessFaults,
  ...updateGuardsFaults,
  ...updateSandboxFaults,
  ...updateScopeFaults,
  ...updateReplayFaults,
  ...updateAnswersFaults,
  ...meAccountFaults,
  ...meAccessFaults,
  ...meAnswersFaults,
]
