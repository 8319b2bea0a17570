/** From which other requirements the violation of one may follow, so that only the other is charged. */

/**
 * Id of a requirement, or one under a condition: `given` names one that has to hold, `lacking` one that must be judged
 * and not hold. Two operations that show the same can be told apart so by what a third one shows.
 */
export type Cause = string | { of: string; given?: string; lacking?: string }

/** What declarations say of causes. */
export interface Causality {
  /** The causes that they name, by the id of what may follow from them. */
  causes: ReadonlyMap<string, readonly Cause[]>
  /** Requirements that are wishes: those are violated where they warn, others only where they fail. */
  wishes: ReadonlySet<string>
}

/** What a requirement came to: by itself, or after it was seen to follow from another one. */
export interface Settled {
  verdict: string
  reason?: string
  /** Id of the requirement from which it follows. */
  follows?: string
}

/** Ids of everything that may say whether a requirement follows from another one. */
export function behind(id: string, causes: Causality['causes'], known = new Set<string>()): Set<string> {
  for (const cause of causes.get(id) ?? []) {
    const ids = typeof cause === 'string' ? [cause] : [cause.of, cause.given, cause.lacking]
    for (const other of ids) {
      if (other === undefined || known.has(other)) continue
      known.add(other)
      behind(other, causes, known)
    }
  }
  return known
}

/**
 * The requirement from which the violation of another one follows: the first of its causes that is violated, where it is
 * not the other way round. Of those that follow from each other the one whose id comes first stays charged.
 * @param judged whatever is known; what is not in it says nothing
 */
export function causeOf(
  id: string,
  causality: Causality,
  judged: ReadonlyMap<string, Settled>,
): string | undefined {
  return violatedCauses(id, causality, judged).find(
    (cause) => cause < id || !leadsTo(cause, id, causality, judged),
  )
}

/** Those that failed, each held against its causes: whatever follows from one is inconclusive and names it. */
export function withCauses<T extends Settled & { deviations: unknown[] }>(
  judged: ReadonlyMap<string, T>,
  causality: Causality,
): Map<string, T> {
  return new Map(
    [...judged].map(([id, found]) => {
      const cause = found.verdict === 'failed' ? causeOf(id, causality, judged) : undefined
      return [id, cause === undefined ? found : following(found, cause, judged.get(cause)?.reason)]
    }),
  )
}

/** The same requirement once it is seen to follow from another one. */
export function following<T extends Settled & { deviations: unknown[] }>(
  found: T,
  cause: string,
  reason = 'that is violated',
): T {
  const told = `it follows from ${cause}: ${reason}`
  return { ...found, verdict: 'inconclusive', reason: told, deviations: [], follows: cause }
}

function violatedCauses(
  id: string,
  { causes, wishes }: Causality,
  judged: ReadonlyMap<string, Settled>,
): string[] {
  const holds = (other: string): boolean => judged.get(other)?.verdict === 'passed'
  return (causes.get(id) ?? []).flatMap((cause) => {
    const { of, given = undefined, lacking = undefined } = typeof cause === 'string' ? { of: cause } : cause
    if (given !== undefined && !holds(given)) return []
    if (lacking !== undefined && (!judged.has(lacking) || holds(lacking))) return []
    const found = judged.get(of)
    return found !== undefined && isViolated(found, wishes.has(of)) ? [of] : []
  })
}

/** Whether a violation follows from another one, over however many between them. */
function leadsTo(
  from: string,
  id: string,
  causality: Causality,
  judged: ReadonlyMap<string, Settled>,
  seen = new Set<string>(),
): boolean {
  seen.add(from)
  return violatedCauses(from, causality, judged).some(
    (cause) => cause === id || (!seen.has(cause) && leadsTo(cause, id, causality, judged, seen)),
  )
}

/** What follows from another violation is one by itself; what is merely odd excuses nothing. */
function isViolated({ verdict, follows }: Settled, isWish: boolean): boolean {
  return verdict === 'failed' || (isWish && verdict === 'warning') || follows !== undefined
}
