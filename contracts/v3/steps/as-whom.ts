/** Rows of a table of refusals that take a variable of the configuration. */
import type { VariableName } from '../../../helpers/config/variables.ts'

/** The causes whose variable is set. */
export function asWhom<const Cause extends string>(
  isSet: (variable: VariableName) => boolean,
  causes: Partial<Record<VariableName, Cause>>,
): Cause[] {
  const rows = Object.entries(causes) as [VariableName, Cause][]
  return rows.flatMap(([variable, cause]) => (isSet(variable) ? [cause] : []))
}
