/** Words for how somebody is shown otherwise than before. */

/** Members whose values name nobody: they are told, others are named alone. */
const TOLD = new Set(['role', 'status'])

/** @param members those that differ, e.g. `role "developer", not "billing"; another name` for role and name */
export function differenceText(
  before: Readonly<Record<string, unknown>>,
  after: Readonly<Record<string, unknown>>,
  members: readonly string[],
): string {
  return members
    .map((member) =>
      TOLD.has(member)
        ? `${member} ${valueText(after[member])}, not ${valueText(before[member])}`
        : `another ${member}`,
    )
    .join('; ')
}

function valueText(value: unknown): string {
  return value === undefined ? 'missing' : JSON.stringify(value).slice(0, 40)
}
