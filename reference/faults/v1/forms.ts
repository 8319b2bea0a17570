/** The forms of the v1 contract: beside the faults of the same theme, in files that end in -forms. */
import type { V1Form } from '../types.ts'
import { createAccessForms } from './create/access-forms.ts'
import { createAnswersForms } from './create/answers-forms.ts'
import { createDuplicatesForms } from './create/duplicates-forms.ts'
import { createSecondLifeForms } from './create/second-life-forms.ts'
import { createUserForms } from './create/user-forms.ts'
import { createValidationForms } from './create/validation-forms.ts'
import { createValidationNothingForms } from './create/validation-nothing-forms.ts'
import { deleteAccessForms } from './delete/access-forms.ts'
import { deleteOddIdsForms } from './delete/odd-ids-forms.ts'
import { deleteRefusedForms } from './delete/refused-forms.ts'
import { deleteRemovalForms } from './delete/removal-forms.ts'
import { deleteRemovalOthersForms } from './delete/removal-others-forms.ts'
import { deleteRemovalTargetsForms } from './delete/removal-targets-forms.ts'
import { deleteSecondLifeForms } from './delete/second-life-forms.ts'
import { getAccessForms } from './get/access-forms.ts'
import { getAnswersForms } from './get/answers-forms.ts'
import { getOddIdsForms } from './get/odd-ids-forms.ts'
import { getUserForms } from './get/user-forms.ts'
import { getUserKeptForms } from './get/user-kept-forms.ts'
import { getUserMissingForms } from './get/user-missing-forms.ts'
import { listAccessForms } from './list/access-forms.ts'
import { listAnswersForms } from './list/answers-forms.ts'
import { listAnswersLimitsForms } from './list/answers-limits-forms.ts'
import { listFilterForms } from './list/filter-forms.ts'
import { listLimitsForms } from './list/limits-forms.ts'
import { listLimitsFurtherForms } from './list/limits-further-forms.ts'
import { listPagesForms } from './list/pages-forms.ts'
import { listPagesRepeatedForms } from './list/pages-repeated-forms.ts'
import { listUsersForms } from './list/users-forms.ts'

export const V1_FORMS: readonly V1Form[] = [
  ...listAccessForms,
  ...listAnswersForms,
  ...listAnswersLimitsForms,
  ...listFilterForms,
  ...listLimitsForms,
  ...listLimitsFurtherForms,
  ...listPagesForms,
  ...listPagesRepeatedForms,
  ...listUsersForms,
  ...createAccessForms,
  ...createAnswersForms,
  ...createDuplicatesForms,
  ...createUserForms,
  ...createValidationForms,
  ...createValidationNothingForms,
  ...createSecondLifeForms,
  ...getAccessForms,
  ...getAnswersForms,
  ...getOddIdsForms,
  ...getUserForms,
  ...getUserKeptForms,
  ...getUserMissingForms,
  ...deleteAccessForms,
  ...deleteOddIdsForms,
  ...deleteRefusedForms,
  ...deleteSecondLifeForms,
  ...deleteRemovalForms,
  ...deleteRemovalOthersForms,
  ...deleteRemovalTargetsForms,
]
