/** The proof that checks can fail: what each fault and each honest variant of the reference came to. */
import type { Contract, Requirement, Safety, Verdict } from '../../model/contract.ts'
import type { Kind } from '../../reference/faults/index.ts'
import { type Claims, claimsOf } from './claims.ts'

/** What a fault says about itself, as far as the proof needs it. */
export interface FaultClaim {
  name: string
  contract: Contract
  /** Requirements that it violates. */
  requirement: readonly string[]
  says: string
  /** What a run needs to meet it; of forms alone. */
  kind?: Kind
  /** Set where the only sign of it is the answer that contradicts a credential: it is told, and charged to nobody. */
  told?: true
}

/** What a variant says about itself, as far as the proof needs it. */
export interface VariantClaim {
  name: string
  contract: Contract | 'both'
  says: string
}

/** A fault after its run. */
export interface FaultProof extends FaultClaim {
  /** Those of its requirements that caught it. */
  caughtBy: string[]
  /** Those of its requirements that are left open because of it, where it can only be told. */
  toldBy: string[]
  /** Requirements that failed beside the expected ones. */
  alsoAccused: string[]
  /** Set where only a run with `INVITATIONS=many` was tried against it, because the usual one let it through. */
  inPlenty?: true
}

/** A variant after its run. */
export interface VariantProof extends VariantClaim {
  /** Requirements that failed: each one is a false alarm. */
  accused: string[]
  warned: string[]
  /** Requirements that could not be judged. */
  unsettled: string[]
}

/** Somebody whom a run harmed or forgot, as the reference's book tells. */
export interface Harm {
  /** Name of the fault or variant. */
  name: string
  safety: Safety
  says: string
}

/** The whole proof. */
export interface Proof {
  summary: { passed: number; failed: number; durationMs: number }
  faults: FaultProof[]
  variants: VariantProof[]
  /** Observable requirements that no fault makes fail. */
  unproven: string[]
  /** Claims that do not come true, and accusations of other operations that nobody claims; every one fails the proof. */
  claims: Claims
  /** Whom runs harmed or forgot; every entry fails the proof. */
  harm: Harm[]
  /** How many runs the books of which were looked at. */
  books: number
  /** How deep the runs went; absent: their usual course. */
  thorough?: string
}

type Verdicts = ReadonlyMap<string, { verdict: Verdict }>

/**
 * Holds a fault against the verdicts of its run. A must has to fail; a should cannot do more than warn.
 * @param levels level of every requirement by id; an id that is missing there catches nothing
 */
export function proveFault(
  fault: FaultClaim,
  verdicts: Verdicts,
  levels: ReadonlyMap<string, Requirement['level']>,
): FaultProof {
  const expected = (id: string): Verdict => (levels.get(id) === 'should' ? 'warning' : 'failed')
  const caughtBy = fault.requirement.filter((id) => verdicts.get(id)?.verdict === expected(id))
  const alsoAccused = idsWith(verdicts, 'failed').filter((id) => !fault.requirement.includes(id))
  const open = fault.requirement.filter((id) => verdicts.get(id)?.verdict === 'inconclusive')
  const toldBy = fault.told === true ? open : []
  const { name, contract, requirement, says, kind } = fault
  return { name, contract, requirement, says, ...(kind && { kind }), caughtBy, toldBy, alsoAccused }
}

/** Holds a variant against the verdicts of its run. */
export function proveVariant({ name, contract, says }: VariantClaim, verdicts: Verdicts): VariantProof {
  return {
    name,
    contract,
    says,
    accused: idsWith(verdicts, 'failed'),
    warned: idsWith(verdicts, 'warning'),
    unsettled: [...idsWith(verdicts, 'inconclusive'), ...idsWith(verdicts, 'untested')],
  }
}

/** Puts the proof together. */
export function concludeProof(
  faults: FaultProof[],
  variants: VariantProof[],
  catalogue: Requirement[],
  durationMs: number,
  { harm, books, thorough }: Pick<Proof, 'harm' | 'books' | 'thorough'>,
): Proof {
  const proven = new Set(faults.flatMap((fault) => fault.caughtBy))
  const observable = catalogue.filter((requirement) => requirement.unobservable === undefined)
  const unproven = observable.map(({ id }) => id).filter((id) => !proven.has(id))
  const claims = claimsOf(faults)
  const wrong = wrongFaults(faults, claims).length
  const falseAlarms = variants.filter((variant) => variant.accused.length > 0).length
  const harmful = new Set(harm.map(({ name, safety }) => `${name} ${safety}`)).size
  const total = faults.length + variants.length + observable.length + books
  const failed = wrong + falseAlarms + unproven.length + harmful
  const summary = { passed: total - failed, failed, durationMs }
  const depth = thorough === undefined ? {} : { thorough }
  return { summary, faults, variants, unproven, claims, harm, books, ...depth }
}

/** The faults that let the proof fail: those that were missed, and those that are not charged with what they do. */
export function wrongFaults(faults: readonly FaultProof[], { hollow, undue }: Claims): FaultProof[] {
  const mischarged = new Set([...hollow, ...undue].map(({ fault }) => fault))
  return faults.filter((fault) => isMissed(fault) || mischarged.has(fault.name))
}

/**
 * Whether a run fails because of a fault. Of a fault its own requirement has to; a form is caught by whichever does,
 * because a run that fails is what a form is tried for.
 */
export function isCaught({ kind, caughtBy, alsoAccused }: FaultProof): boolean {
  return caughtBy.length > 0 || (kind !== undefined && alsoAccused.length > 0)
}

/** Whether a fault was neither caught nor, where that is all that can be done, told of. */
export function isMissed(fault: FaultProof): boolean {
  return !isCaught(fault) && fault.toldBy.length === 0
}

function idsWith(verdicts: Verdicts, verdict: Verdict): string[] {
  return [...verdicts].filter(([, result]) => result.verdict === verdict).map(([id]) => id)
}
