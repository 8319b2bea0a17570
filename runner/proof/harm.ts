/**
 * Whom a run of the proof has harmed or forgotten, by the reference's own book. One person may be removed or changed:
 * somebody whom the last rungs of the ladder ask for, on a target that breaks this very promise; the run then tells
 * of it, and asks for nobody else.
 */
import type { Safety } from '../../model/contract.ts'
import type { Damage, Leftover } from '../../model/report.ts'
import type { BookPage, Loss, Person } from '../../reference/book.ts'

/** What a run handed over, as far as harm shows in it. */
export interface Told {
  book?: BookPage
  damages: readonly Damage[]
  leftovers: readonly Leftover[]
}

/** What is wrong, one line each; empty where nobody was harmed and nobody forgotten. */
export function harmIn({ book, damages, leftovers }: Told, safety: Safety): string[] {
  if (book === undefined) return ['no book was kept']
  // Calls that are answered at the same time all see the one loss between their before and after.
  const aimed = [
    ...new Map(
      book.losses
        .filter((loss) => loss.aimed)
        .map((loss) => [`${loss.effect} ${loss.person.scope} ${loss.person.id}`, loss]),
    ).values(),
  ]
  return [
    ...aimed
      .filter((loss) => !isTold(loss, damages, safety))
      .map((loss) => `${lossText(loss)} and was not told`),
    ...(aimed.length > 1
      ? [`${aimed.length} people after one another: ${aimed.map(lossText).join('; ')}`]
      : []),
    ...book.created
      .filter((person) => !isNamed(person, leftovers) && !isMended(person, damages))
      .map(({ email, scope }) => `${email} (${scope}) was created, is still there and is not named`),
  ]
}

function isTold(
  { person, effect, method, simulated }: Loss,
  damages: readonly Damage[],
  safety: Safety,
): boolean {
  const mayBe = ['DELETE', 'PATCH'].includes(method) && (simulated || safety === 'full')
  return (
    mayBe &&
    damages.some(
      (damage) => damage.id === person.id && damage.effect === effect && damage.simulated === simulated,
    )
  )
}

function isNamed({ email, id }: Person, leftovers: readonly Leftover[]): boolean {
  return leftovers.some(
    (left) => left.email.toLowerCase() === email.toLowerCase() || (left.id !== undefined && left.id === id),
  )
}

/** Who was invited again after a damage is nobody of the run's. */
function isMended({ email }: Person, damages: readonly Damage[]): boolean {
  return damages.some((damage) => damage.email === email && damage.mended !== undefined)
}

function lossText({ person, effect, method, simulated }: Loss): string {
  return `${person.email} (${person.role}, ${person.scope}) was ${effect} by a ${simulated ? 'simulated ' : ''}${method}`
}
