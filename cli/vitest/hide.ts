/** Hides secrets in what Vitest keeps of a run, and what it may write to files that are not ours: blobs first of all. */
import type { SerializedError, TestModule } from 'vitest/node'

/** Masks every text, in place, in what tests hand over and in what was thrown. Whatever refers to itself is met once. */
export function hideSecrets(
  modules: readonly TestModule[],
  errors: readonly SerializedError[],
  mask: (text: string) => string,
): void {
  const met = new Set<unknown>()
  hide(errors, mask, met)
  for (const module of modules) {
    hide(module.meta(), mask, met)
    hide(module.errors(), mask, met)
    for (const test of module.children.allTests()) {
      hide(test.meta(), mask, met)
      hide(test.result(), mask, met)
    }
  }
}

function hide(value: unknown, mask: (text: string) => string, met: Set<unknown>): void {
  if (typeof value !== 'object' || value === null || met.has(value)) return
  met.add(value)
  for (const [name, member] of Object.entries(value)) {
    if (typeof member === 'string') Reflect.set(value, name, mask(member))
    else hide(member, mask, met)
  }
}
