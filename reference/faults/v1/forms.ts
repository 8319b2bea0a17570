/** The forms of the v1 contract: beside the faults of the same theme, in files that end in -forms. */
import type { V1Form } from '../types.ts'
import { createAccessForms } from './create/access-forms.ts'
import { createAnswersDuplicatesForms } from './create/answers-duplicates-forms.ts'
import { createAnswersForms } from './create/answers-forms.ts'
import { createDuplicatesForms } from './create/duplicates-forms.ts'
import { createUserForms } from './create/user-forms.ts'
import { createUserSecondLifeForms } from './create/user-second-life-forms.ts'
import { createValidationForms } from './create/validation-forms.ts'
import { createValidationNothingForms } from './create/validation-nothing-forms.ts'
import { deleteAccessForms } from './delete/access-forms.ts'
import { deleteAccessRefusedForms } from './delete/access-refused-forms.ts'
import { deleteAnswersSecondLifeForms } from './delete/answers-second-life-forms.ts'
import { deleteRemovalForms } from './delete/removal-forms.ts'
import { deleteRemovalOddIdsForms } from './delete/removal-odd-ids-forms.ts'
import { deleteRemovalOthersForms } from './delete/removal-others-forms.ts'
import { deleteRemovalSecondLifeForms } from './delete/removal-second-life-forms.ts'
import { deleteRemovalTargetsForms } from './delete/removal-targets-forms.ts'
import { getAccessForms } from './get/access-forms.ts'
import { getAnswersForms } from './get/answers-forms.ts'
import { getUserForms } from './get/user-forms.ts'
import { getUserKeptForms } from './get/user-kept-forms.ts'
import { getUserMissingForms } from './get/user-missing-forms.ts'
import { getUserOddIdsForms } from './get/user-odd-ids-forms.ts'
import { listAccessForms } from './list/access-forms.ts'
import { listAnswersForms } from './list/answers-forms.ts'
import { listAnswersLimitsForms } from './list/answers-limits-forms.ts'
import { listFilterForms } from './list/filter-forms.ts'
import { listFilterFurtherForms } from './list/filter-further-forms.ts'
import { listLimitsForms } from './list/limits-forms.ts'
import { listLimitsFurtherForms } from './list/limits-further-forms.ts'
import { listPagesForms } from './list/pages-forms.ts'
import { listPagesFurtherForms } from './list/pages-further-forms.ts'
import { listPagesRepeatedForms } from './list/pages-repeated-forms.ts'
import { listUsersForms } from './list/users-forms.ts'

export const V1_FORMS: readonly V1Form[] = [
  ...listAccessForms,
  ...listAnswersForms,
  ...listAnswersLimitsForms,
  ...listFilterForms,
  ...listFilterFurtherForms,
  ...listLimitsForms,
  ...listLimitsFurtherForms,
  ...listPagesForms,
  ...listPagesFurtherForms,
  ...listPagesRepeatedForms,
  ...listUsersForms,
  ...createAccessForms,
  ...createAnswersForms,
  ...createAnswersDuplicatesForms,
  ...createDuplicatesForms,
  ...createUserForms,
  ...createValidationForms,
  ...createValidationNothingForms,
  ...createUserSecondLifeForms,
  ...getAccessForms,
  ...getAnswersForms,
  ...getUserOddIdsForms,
  ...getUserForms,
  ...getUserKeptForms,
  ...getUserMissingForms,
  ...deleteAccessForms,
  ...deleteRemovalOddIdsForms,
  ...deleteAccessRefusedForms,
  ...deleteAnswersSecondLifeForms,
  ...deleteRemovalSecondLifeForms,
  ...deleteRemovalForms,
  ...deleteRemovalOthersForms,
  ...deleteRemovalTargetsForms,
]
