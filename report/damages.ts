/** What happened to people whom the run did not create, in words that every output shares. */
import type { Damage } from '../model/report.ts'

/** Heading of the first section of every output, where somebody was touched. */
export const DAMAGES_HEADING = 'Restore this: the target removed or changed people although it must refuse'

/** Who was touched, and how. */
export function damageText({ effect, email, name, role, scope, id, simulated, exchange }: Damage): string {
  const who = name === undefined ? email : `${email} (${name})`
  const asked = simulated ? 'although only a simulated removal was asked for' : 'asked for in earnest'
  return `${effect}: ${who}, ${role} of ${scope === 'organization' ? 'the organization' : scope}, id ${id}; ${asked}, in exchange ${exchange}`
}

/** What is to be done about it, and what the run itself has done. */
export function restoreText({ restore, mended }: Damage): string {
  return mended === undefined ? restore : `${restore} Mended by the run: ${mended}.`
}
