/** Has a credential anew by its command when it worked before and is refused, and sends the new one in its stead. */
import { type CredentialCommand, credentialAgain } from '../config/commands.ts'
import type { Secret } from '../secrets/mask.ts'

/** A credential that can be had anew. */
export interface Renewable extends CredentialCommand {
  /** The credential with which the run began: what requests are written with. */
  value: string
}

/** So many runs of a command that bring nothing new are enough. */
const MOST_FRUITLESS = 3

interface State {
  renewable: Renewable
  current: string
  /** Whether the current credential was ever answered with anything but 401. */
  isProven: boolean
  fruitless: number
  running?: Promise<void>
}

export class Renewals {
  readonly #states: State[]
  readonly #learn: (secret: Secret) => void
  readonly #again: (command: CredentialCommand) => Promise<string | undefined>

  /**
   * @param learn is told each new credential before anything is sent with it
   * @param again runs a command
   */
  constructor(
    renewables: readonly Renewable[],
    learn: (secret: Secret) => void,
    again: (command: CredentialCommand) => Promise<string | undefined> = credentialAgain,
  ) {
    this.#states = renewables.map((renewable) => ({
      renewable,
      current: renewable.value,
      isProven: false,
      fruitless: 0,
    }))
    this.#learn = learn
    this.#again = again
  }

  /** Headers as they are to be sent now. */
  current(headers: Readonly<Record<string, string>>): Record<string, string> {
    const sent = { ...headers }
    for (const { renewable, current } of this.#states) {
      if (current === renewable.value) continue
      for (const [name, value] of Object.entries(headers)) {
        if (value === renewable.value || value.endsWith(` ${renewable.value}`)) {
          sent[name] = value.slice(0, value.length - renewable.value.length) + current
        }
      }
    }
    return sent
  }

  /** An answer to a request that was written with `headers` and sent as `sent`. */
  answered(
    headers: Readonly<Record<string, string>>,
    sent: Readonly<Record<string, string>>,
    status: number,
  ): void {
    const state = this.#stateOf(headers)
    if (state && status !== 401 && sent[state.renewable.header] === this.#carried(state))
      state.isProven = true
  }

  /**
   * A request was answered with 401.
   * @returns whether there is another credential now, so that it is worth being sent again
   */
  async refused(
    headers: Readonly<Record<string, string>>,
    sent: Readonly<Record<string, string>>,
  ): Promise<boolean> {
    const state = this.#stateOf(headers)
    if (state === undefined) return false
    if (sent[state.renewable.header] === this.#carried(state)) {
      if (!state.isProven || state.fruitless >= MOST_FRUITLESS) return false
      state.running ??= this.#renew(state).finally(() => {
        delete state.running
      })
      await state.running
    }
    return sent[state.renewable.header] !== this.#carried(state)
  }

  async #renew(state: State): Promise<void> {
    const fresh = await this.#again(state.renewable)
    if (fresh === undefined || fresh === state.current) {
      state.fruitless++
      return
    }
    this.#learn({ placeholder: `$${state.renewable.variable}`, value: fresh })
    state.current = fresh
    state.isProven = false
  }

  #carried({ renewable, current }: State): string {
    return renewable.prefix + current
  }

  /** The credential that a request is written with, in the place where it belongs. */
  #stateOf(headers: Readonly<Record<string, string>>): State | undefined {
    return this.#states.find(({ renewable: { header, prefix, value } }) => headers[header] === prefix + value)
  }
}
