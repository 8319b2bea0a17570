/** The forms of the v3 contract: beside the faults of the same theme, in files that end in -forms. */
import type { V3Form } from '../types.ts'
import { getAccessForms } from './get/access-forms.ts'
import { getAnswersForms } from './get/answers-forms.ts'
import { getScopeForms } from './get/scope-forms.ts'
import { getUserForms } from './get/user-forms.ts'
import { getUserMissingForms } from './get/user-missing-forms.ts'
import { inviteAccessForms } from './invite/access-forms.ts'
import { inviteAnswersForms } from './invite/answers-forms.ts'
import { inviteDuplicatesForms } from './invite/duplicates-forms.ts'
import { inviteInvitationAgainForms } from './invite/invitation-again-forms.ts'
import { inviteInvitationForms } from './invite/invitation-forms.ts'
import { inviteInvitationRepeatedForms } from './invite/invitation-repeated-forms.ts'
import { inviteSandboxForms } from './invite/sandbox-forms.ts'
import { inviteScopeForms } from './invite/scope-forms.ts'
import { inviteValidationEffectsForms } from './invite/validation-effects-forms.ts'
import { inviteValidationForms } from './invite/validation-forms.ts'
import { listAccessForms } from './list/access-forms.ts'
import { listAnswersForms } from './list/answers-forms.ts'
import { listScopeForms } from './list/scope-forms.ts'
import { listUsersForms } from './list/users-forms.ts'
import { listUsersRepeatedForms } from './list/users-repeated-forms.ts'
import { removeAccessForms } from './remove/access-forms.ts'
import { removeAnswersForms } from './remove/answers-forms.ts'
import { removeGuardsForms } from './remove/guards-forms.ts'
import { removeRemovalForms } from './remove/removal-forms.ts'
import { removeRemovalOthersForms } from './remove/removal-others-forms.ts'
import { removeRemovalReturnedForms } from './remove/removal-returned-forms.ts'
import { removeRemovalTargetsForms } from './remove/removal-targets-forms.ts'
import { removeSandboxForms } from './remove/sandbox-forms.ts'
import { removeSandboxRepeatedForms } from './remove/sandbox-repeated-forms.ts'
import { removeScopeForms } from './remove/scope-forms.ts'
import { updateAccessForms } from './update/access-forms.ts'
import { updateSandboxForms } from './update/sandbox-forms.ts'
import { updateScopeForms } from './update/scope-forms.ts'
import { updateValidationForms } from './update/validation-forms.ts'

export const V3_FORMS: readonly V3Form[] = [
  ...listAccessForms,
  ...listAnswersForms,
  ...listScopeForms,
  ...listUsersForms,
  ...listUsersRepeatedForms,
  ...getAccessForms,
  ...getAnswersForms,
  ...getScopeForms,
  ...getUserForms,
  ...getUserMissingForms,
  ...inviteAccessForms,
  ...inviteAnswersForms,
  ...inviteDuplicatesForms,
  ...inviteInvitationAgainForms,
  ...inviteInvitationForms,
  ...inviteInvitationRepeatedForms,
  ...inviteSandboxForms,
  ...inviteScopeForms,
  ...inviteValidationEffectsForms,
  ...inviteValidationForms,
  ...removeAccessForms,
  ...removeAnswersForms,
  ...removeGuardsForms,
  ...removeRemovalForms,
  ...removeRemovalOthersForms,
  ...removeRemovalReturnedForms,
  ...removeRemovalTargetsForms,
  ...removeSandboxForms,
  ...removeSandboxRepeatedForms,
  ...removeScopeForms,
  ...updateAccessForms,
  ...updateSandboxForms,
  ...updateScopeForms,
  ...updateValidationForms,
]
