/** What a report keeps of a run beside its traffic, so that its verdicts can be judged again without the target. */

/** How a credential is written, as far as checks make a difference: see helpers/secrets/credential-form.ts. */
export type CredentialForm = 'usual' | 'short' | 'padded' | 'signed'

/** One run; a merged report has one of them for each shard. */
export interface Recording {
  /** With what the ids of its exchanges begin, where several runs were merged. */
  prefix?: string
  /** Tag of the run. */
  run: string
  baseUrl: string
  shard?: { index: number; count: number }
  /**
   * Settings that decide what is asked for and how it is judged, by their variables. Ids and addresses stand there as
   * the traffic shows them, so that nobody is named whom it does not name.
   */
  settings: Record<string, string>
  /** The credentials that the run had, each with its form and never with its value. */
  credentials: Record<string, CredentialForm>
}

/** What the traffic of a recorded run lacks of what its checks ask for. */
export interface Unrecorded {
  /** Requests that are not there, in words. */
  missing: string[]
  /** Ids of exchanges of which the body is cut. */
  cut: string[]
}
