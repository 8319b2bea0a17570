/** The mask of a run: hides credentials wherever they stand, unless that would hide ordinary words. */
import { createMask, type Mask, type Secret } from './mask.ts'
import { isOrdinary } from './ordinary.ts'

/** A mask that knows where credentials were sent. */
export interface RunMask extends Mask {
  /** The same for a header that was sent: there, every credential is known, however ordinary. */
  sent(value: string): string
}

/** A mask for credentials; those that cannot be told from text are hidden in headers that were sent, and nowhere else. */
export function maskOf(secrets: readonly Secret[]): RunMask {
  const ordinary = secrets.filter(({ value }) => value !== '' && isOrdinary(value))
  const mask = createMask(secrets.filter((secret) => !ordinary.includes(secret)))
  const sent = (header: string): string => {
    const found = ordinary.find(({ value }) => header === value || header.endsWith(` ${value}`))
    return found === undefined
      ? mask(header)
      : mask(header.slice(0, header.length - found.value.length)) + found.placeholder
  }
  return Object.assign((text: string) => mask(text), { containsSecret: mask.containsSecret, sent })
}

/** A variable that holds a credential: near misses and headers, whose values are often words, are none. */
const CREDENTIAL = /^\$(?!EXTRA_)\w+$/

/** What a person has to know about credentials that cannot be told from text; a sentence for each. */
export function ordinaryNotices(secrets: readonly Secret[]): string[] {
  return secrets
    .filter(({ placeholder, value }) => CREDENTIAL.test(placeholder) && value !== '' && isOrdinary(value))
    .map(
      ({ placeholder }) =>
        `${placeholder.slice(1)} is too short or too ordinary to be told from text: it is hidden where it is sent, but not where the target repeats it. Use a credential that nobody would write by chance.`,
    )
}
