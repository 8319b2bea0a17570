/** How many of the forms were caught, by what a run needs to meet them. */
import type { Kind } from '../../reference/faults/index.ts'
import { isCaught, type Proof } from './proof.ts'

const KINDS: readonly Kind[] = ['plain', 'sequence', 'rare']

/**
 * One line per kind that is among the faults; none where there are no forms. The first figure is that of a target that
 * announces no scarcity of invitations, the other that of one which announces ten a minute, as the public service does.
 */
export function ratesByKind({ faults, thorough }: Pick<Proof, 'faults' | 'thorough'>): string[] {
  const depth = thorough === undefined ? '' : ` with THOROUGH=${thorough}`
  return KINDS.flatMap((kind) => {
    const ofKind = faults.filter((fault) => fault.kind === kind)
    if (ofKind.length === 0) return []
    const all = ofKind.filter(isCaught)
    const scarce = all.filter(({ inPlenty }) => !inPlenty)
    const percent = (caught: readonly unknown[]): string => ((100 * caught.length) / ofKind.length).toFixed(1)
    const where = `; ${scarce.length} (${percent(scarce)} %) where ten invitations a minute are announced`
    return [`${kind}: ${all.length} of ${ofKind.length} forms caught${depth} (${percent(all)} %)${where}`]
  })
}
