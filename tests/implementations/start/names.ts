/** Limits of a vendor's own on the data that it takes, which no document names. */
import { isOn } from './switches.ts'

/** What the name of a person has to match. */
export function namePattern(): string {
  if (isOn('ascii-names')) return '^[ -~]+$'
  if (isOn('letters-names')) return "^[\\p{L}\\p{M} .'-]+$"
  return '.'
}

/** How long a name may be, in characters. */
export const LONGEST_NAME = isOn('short-names') ? 40 : 200

/** The name as it is kept. */
export function normalisedName(name: string): string {
  if (!isOn('normalised-names')) return name
  const words = name.normalize('NFKC').trim().split(/\s+/)
  return words.map((word) => word.charAt(0).toUpperCase() + word.slice(1).toLowerCase()).join(' ')
}

/** Whether letters to this address can arrive, as far as its domain tells. */
export function isDeliverable(email: string): boolean {
  return !isOn('no-example-domain') || !/@(?:[^@]+\.)?example(?:\.(?:com|net|org))?$/i.test(email)
}
