/** Hides secrets in what Vitest keeps of a run, and what it may write to files that are not ours: blobs first of all. */
import type { SerializedError, TestModule } from 'vitest/node'
import type { Mask } from '../../helpers/secrets/mask.ts'

/**
 * Masks every text, in place, in what tests hand over and in what was thrown. The worker has masked what it hands
 * over; this is the net below, as it is for the files of a report.
 */
export function hideSecrets(
  modules: readonly TestModule[],
  errors: readonly SerializedError[],
  mask: Mask,
): void {
  const tests = modules.flatMap((module) => [...module.children.allTests()])
  const kept = [
    errors,
    ...modules.flatMap((module) => [module.meta(), module.errors()]),
    ...tests.flatMap((test) => [test.meta(), test.result()]),
  ]
  // Far quicker than to mask every text, and hardly ever without reason.
  if (mask.containsSecret(textOf(kept))) hide(kept, mask, new Set())
}

/** As it would be written; what is thrown may refer to itself. */
function textOf(value: unknown): string {
  const met = new Set<unknown>()
  const once = (_: string, member: unknown): unknown => {
    if (typeof member === 'bigint') return String(member)
    if (typeof member !== 'object' || member === null) return member
    if (met.has(member)) return undefined
    met.add(member)
    return member
  }
  return JSON.stringify(value, once) ?? ''
}

function hide(value: unknown, mask: Mask, met: Set<unknown>): void {
  if (typeof value !== 'object' || value === null || met.has(value)) return
  met.add(value)
  for (const [name, member] of Object.entries(value)) {
    if (typeof member === 'string') Reflect.set(value, name, mask(member))
    else hide(member, mask, met)
  }
}
