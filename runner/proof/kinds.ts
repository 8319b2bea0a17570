/** How many of the forms were caught, by what a run needs to meet them. */
import type { Kind } from '../../reference/faults/index.ts'
import { isCaught, type Proof } from './proof.ts'

const KINDS: readonly Kind[] = ['plain', 'sequence', 'rare']

/** One line per kind that is among the faults; none where there are no forms. */
export function ratesByKind({ faults, thorough }: Pick<Proof, 'faults' | 'thorough'>): string[] {
  const depth = thorough === undefined ? '' : ` with THOROUGH=${thorough}`
  return KINDS.flatMap((kind) => {
    const ofKind = faults.filter((fault) => fault.kind === kind)
    if (ofKind.length === 0) return []
    const caught = ofKind.filter(isCaught).length
    const percent = ((100 * caught) / ofKind.length).toFixed(1)
    return [`${kind}: ${caught} of ${ofKind.length} forms caught${depth} (${percent} %)`]
  })
}
