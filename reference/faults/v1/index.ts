/** The faults of the v1 contract: a folder per operation, files as in suites/v1. */
import type { V1Fault } from '../types.ts'
import { createAccessFaults } from './create/access.ts'
import { createAnswersFaults } from './create/answers.ts'
import { createDuplicatesFaults } from './create/duplicates.ts'
import { createUserFaults } from './create/user.ts'
import { createValidationFaults } from './create/validation.ts'
import { createValidationCrashesFaults } from './create/validation-crashes.ts'
import { createValidationEffectsFaults } from './create/validation-effects.ts'
import { createValidationTakenFaults } from './create/validation-taken.ts'
import { deleteAccessFaults } from './delete/access.ts'
import { deleteAnswersFaults } from './delete/answers.ts'
import { deleteRemovalFaults } from './delete/removal.ts'
import { getAccessFaults } from './get/access.ts'
import { getAnswersFaults } from './get/answers.ts'
import { getUserFaults } from './get/user.ts'
import { listAccessFaults } from './list/access.ts'
import { listAnswersFaults } from './list/answers.ts'
import { listAnswersEntriesFaults } from './list/answers-entries.ts'
import { listAnswersFilterFaults } from './list/answers-filter.ts'
import { listAnswersMetaFaults } from './list/answers-meta.ts'
import { listFilterFaults } from './list/filter.ts'
import { listLimitsFaults } from './list/limits.ts'
import { listLimitsRefusedFaults } from './list/limits-refused.ts'
import { listPagesFaults } from './list/pages.ts'
import { listPagesEndsFaults } from './list/pages-ends.ts'
import { listUsersFaults } from './list/users.ts'

export const V1_FAULTS: readonly V1Fault[] = [
  ...listAccessFaults,
  ...listAnswersFilterFaults,
  ...listFilterFaults,
  ...listPagesFaults,
  ...listLimitsRefusedFaults,
  ...listUsersFaults,
  ...listLimitsFaults,
  ...listAnswersFaults,
  ...listAnswersMetaFaults,
  ...listPagesEndsFaults,
  ...listAnswersEntriesFaults,
  ...createAccessFaults,
  ...createValidationCrashesFaults,
  ...createValidationEffectsFaults,
  ...createValidationTakenFaults,
  ...createAnswersFaults,
  ...createUserFaults,
  ...createDuplicatesFaults,
  ...createValidationFaults,
  ...getAccessFaults,
  ...getUserFaults,
  ...getAnswersFaults,
  ...deleteAccessFaults,
  ...deleteRemovalFaults,
  ...deleteAnswersFaults,
]
