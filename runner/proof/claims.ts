/** Whether faults are charged with what they do, and with nothing else: claims that fail and accusations that nobody claims. */

/** What a fault claims, and what came true. */
interface Charged {
  name: string
  /** Set for forms alone. */
  kind?: string
  requirement: readonly string[]
  caughtBy: readonly string[]
  alsoAccused: readonly string[]
}

/** A fault and one requirement. */
export interface Pair {
  fault: string
  requirement: string
}

/** What is wrong between faults and verdicts; every pair fails the proof. */
export interface Claims {
  /** Requirements that a fault claims to violate and that do not fail under it. */
  hollow: Pair[]
  /** Requirements of another operation that fail under a fault without being claimed. */
  undue: Pair[]
}

/**
 * Holds the claims of faults against their verdicts. Forms are left out, which need not be caught; so is what can only
 * be told, and what was missed altogether is told of as that.
 */
export function claimsOf(faults: readonly Charged[]): Claims {
  const held = faults.filter(({ kind, caughtBy }) => kind === undefined && caughtBy.length > 0)
  const pairs = (of: (fault: Charged) => readonly string[]): Pair[] =>
    held.flatMap((fault) => of(fault).map((requirement) => ({ fault: fault.name, requirement })))
  return {
    hollow: pairs(({ requirement, caughtBy }) => requirement.filter((id) => !caughtBy.includes(id))),
    undue: pairs(({ requirement: [own = ''], alsoAccused }) =>
      alsoAccused.filter((id) => operationOf(id) !== operationOf(own)),
    ),
  }
}

/** One line per pair. */
export function claimLines({ hollow, undue }: Claims): string[] {
  return [
    ...hollow.map(
      ({ fault, requirement }) => `HOLLOW    ${fault.padEnd(52)} claims ${requirement}, which holds under it`,
    ),
    ...undue.map(
      ({ fault, requirement }) =>
        `UNDUE     ${fault.padEnd(52)} accuses ${requirement}, which it does not claim`,
    ),
  ]
}

function operationOf(id: string): string {
  return id.split('.').slice(0, 2).join('.')
}
