/**
 * Which headers of the public tier the answers of a run carry. A target that never sends one does not offer it; where
 * some answers have it, it is missed on the others.
 */
import { deviate, hasDeviated, judgedOperation } from '../../../language/scope.ts'
import { type Answer, succeeded } from '../../../model/answer.ts'
import { type Finding, should } from '../../../model/finding.ts'
import { NotOffered } from '../../../model/outcome.ts'

/** So many answers that lack a header are told. */
const MOST_LACKING = 3

/** What the answers of one run have shown. */
export class PublicHeaders {
  readonly #seen = new Set<string>()
  readonly #lacking = new Map<string, string[]>()

  /** Notes whether an answer carries a header that it should. @returns its value; undefined where it has none */
  note(answer: Answer, name: string): string | undefined {
    const value = answer.headers[name.toLowerCase()]
    if (value) {
      this.#seen.add(name)
      return value
    }
    const key = `${answer.exchange.operation} ${name}`
    this.#lacking.set(key, [...(this.#lacking.get(key) ?? []), answer.exchange.id])
    return undefined
  }

  /**
   * Judges for the operation at hand where these headers are missing; to be called when every answer was seen.
   * @throws NotOffered where no answer of the whole run has one of them, and nothing else is wrong
   */
  judgeAbsence(...names: string[]): void {
    const lacking = names.map((name) => ({
      name,
      exchanges: this.#lacking.get(`${judgedOperation()} ${name}`) ?? [],
    }))
    for (const { name, exchanges } of lacking) {
      if (!this.#seen.has(name)) continue
      for (const exchange of exchanges.slice(0, MOST_LACKING))
        deviate({ ...should(`header ${name}`, 'none'), exchange })
    }
    const absent = lacking.filter(({ name, exchanges }) => exchanges.length > 0 && !this.#seen.has(name))
    if (absent.length === 0 || hasDeviated()) return
    throw new NotOffered(`no answer of the run has ${absent.map(({ name }) => name).join(' or ')}`)
  }
}

/** X-Sandbox on the answers to simulations that succeed; whether refused ones have it is not said. */
export const sandboxHeader =
  (headers: PublicHeaders) =>
  (answer: Answer): Finding[] | undefined => {
    if (!succeeded(answer) || !answer.exchange.request.body?.includes('"sandbox":true')) return undefined
    const value = headers.note(answer, 'X-Sandbox')
    return value === undefined || value === 'true'
      ? []
      : [should('header X-Sandbox: true', { quoted: value })]
  }

/** X-Profile-Id on the answers that a header of the request has moved to a profile. */
export const profileHeader =
  (headers: PublicHeaders) =>
  (answer: Answer): Finding[] | undefined => {
    const profile = answer.exchange.request.headers['x-profile-id']
    if (!succeeded(answer) || profile === undefined) return undefined
    const value = headers.note(answer, 'X-Profile-Id')
    if (value === undefined || value.toLowerCase() === profile.toLowerCase()) return []
    return [should(`header X-Profile-Id: ${profile}`, { quoted: value })]
  }
