/** What is learnt of a target while it has not answered anything yet: where it cannot be spoken to, nothing is tried twice. */
import type { FailureKind } from '../../model/exchange.ts'
import { type ProxyConfig, proxyFor } from '../config/proxy.ts'
import type { Deadline } from './deadline.ts'
import { type DiagnosisOptions, diagnose } from './diagnosis.ts'
import { WayClosed } from './failure.ts'

/** Failures that show what is wrong with the whole way to the target. */
const TELLING: ReadonlySet<FailureKind> = new Set(['reset', 'protocol', 'tls'])
/** How long each look at such a target may take, in milliseconds. */
const LONGEST_LOOK_MS = 1_500

export class FirstContact {
  readonly #options: Omit<DiagnosisOptions, 'timeoutMs'> & { proxy?: ProxyConfig; deadline: Deadline }
  #isMade = false
  #diagnosis: Promise<string | undefined> | undefined

  constructor(options: Omit<DiagnosisOptions, 'timeoutMs'> & { proxy?: ProxyConfig; deadline: Deadline }) {
    this.#options = options
  }

  /** An answer came, of whatever kind. */
  made(): void {
    this.#isMade = true
  }

  /**
   * A request got no answer. Ends the run where none did, for a reason that can be found.
   * @throws WayClosed then
   */
  async failed(kind: FailureKind, message: string): Promise<void> {
    if (this.#isMade || !TELLING.has(kind)) return
    const { baseUrl, proxy = {}, certificates, deadline } = this.#options
    if (proxyFor(baseUrl, proxy) === undefined) {
      this.#diagnosis ??= diagnose({
        baseUrl,
        timeoutMs: LONGEST_LOOK_MS,
        ...(certificates === undefined ? {} : { certificates }),
      })
    }
    // A certificate that is not trusted stays so.
    const why = (await this.#diagnosis) ?? (kind === 'tls' ? message : undefined)
    if (why === undefined || this.#isMade) return
    deadline.end(why)
    throw new WayClosed(kind, why)
  }
}
