/** The column of the matrix in which a requirement stands. */

import type { RequirementResult } from '../../model/report.ts'
import type { Theme } from '../../model/themes.ts'

/** Reports of earlier versions do not say it; what they hold is shown with the shapes. */
export function themeOf({ about }: Pick<RequirementResult, 'about'>): Theme {
  return about ?? 'shape'
}
