/** What a strict proof tells further: claims that do not come true, and accusations that nobody claims. */
import type { FaultProof } from './proof.ts'

/** A fault and one requirement. */
export interface Pair {
  fault: string
  requirement: string
}

/** Both lists; they let no proof fail. */
export interface Strictness {
  /** Requirements that a fault claims to violate and that do not fail under it. */
  hollow: Pair[]
  /** Requirements of another operation that fail under a fault without being claimed. */
  undue: Pair[]
}

/** Reads the lists from the faults of a proof. */
export function strictly(faults: readonly FaultProof[]): Strictness {
  const pairs = (of: (fault: FaultProof) => readonly string[]): Pair[] =>
    faults.flatMap((fault) => of(fault).map((requirement) => ({ fault: fault.name, requirement })))
  return {
    hollow: pairs(({ requirement, caughtBy }) => requirement.filter((id) => !caughtBy.includes(id))),
    undue: pairs(({ requirement: [own = ''], alsoAccused }) =>
      alsoAccused.filter((id) => operationOf(id) !== operationOf(own)),
    ),
  }
}

/** Both lists as text, each under its count. */
export function strictText({ hollow, undue }: Strictness): string {
  const lines = [
    `${hollow.length} claims that do not come true`,
    ...hollow.map(({ fault, requirement }) => `HOLLOW    ${fault.padEnd(52)} ${requirement}`),
    `${undue.length} accusations of other operations that nobody claims`,
    ...undue.map(({ fault, requirement }) => `UNDUE     ${fault.padEnd(52)} ${requirement}`),
  ]
  return `${lines.join('\n')}\n`
}

/** Both lists as Markdown. */
export function strictMarkdown({ hollow, undue }: Strictness): string {
  const items = (pairs: readonly Pair[]): string[] =>
    pairs.map(({ fault, requirement }) => `- \`${fault}\`: \`${requirement}\``)
  return [
    `## Claims that do not come true (${hollow.length})`,
    '',
    ...items(hollow),
    '',
    `## Accusations of other operations that nobody claims (${undue.length})`,
    '',
    ...items(undue),
    '',
  ].join('\n')
}

function operationOf(id: string): string {
  return id.split('.').slice(0, 2).join('.')
}
