/**
 * Instruments: what checks rely on and do not judge, such as a caller with a role, a profile, the id that is said
 * to be oneself, or the list through which they look. A requirement names those that it stands on in its `needs`;
 * the language asks each for its control before the check runs, once for a run, and a requirement whose instrument
 * is not proven is inconclusive, whatever its check would have said.
 */

/** Who was given an answer that violates something, to which method, and its status. */
export interface Sign {
  caller: string
  method: string
  status: number
}

/** Whether an instrument has lapsed, as far as an answer is a sign of it. */
export type Lapse = (sign: Sign) => Promise<string | undefined>

/** What the control of an instrument came to. */
export type InstrumentState =
  | {
      state: 'proven'
      /**
       * What else may explain a violation that rests on it, in a sentence that names the readings; undefined where
       * nothing does. Asked for only once something is violated.
       */
      doubt?: () => Promise<string | undefined>
      /**
       * How it is seen to have stopped being so in the middle of the run, in a sentence; undefined where the answer
       * that violates something is no sign of that, or it is still so. Asked for only once something is violated.
       */
      lapse?: Lapse
    }
  /** `reason` continues a sentence that begins with the variable, e.g. `is answered with 401`. */
  | { state: 'unproven' | 'contradicted'; reason: string }

/** Something that a check relies on. `Context` is what the checks of its contract are handed. */
export interface Instrument<Context> {
  /** For people, e.g. `the readable list`. */
  name: string
  /** The variable that declares it, named where it is not proven; absent: the instrument itself is named. */
  variable?: string
  /**
   * One observation that shows it to be what it was declared to be. What it throws counts like a check's:
   * `Untested` and `Inconclusive` become the verdict of whoever needs the instrument.
   */
  control(context: Context): Promise<InstrumentState>
}

/** The instruments of one run: each is controlled once, for whoever asks first. */
export class Instruments<Context> {
  readonly #context: Context
  readonly #states = new Map<Instrument<Context>, Promise<InstrumentState>>()

  /** @param context handed to every control */
  constructor(context: Context) {
    this.#context = context
  }

  /** What the control came to. @throws whatever the control throws, to everybody who asks */
  stateOf(wanted: Instrument<Context>): Promise<InstrumentState> {
    let state = this.#states.get(wanted)
    if (state === undefined) {
      state = wanted.control(this.#context)
      // A control whose failure nobody awaits must not end the process.
      state.catch(() => undefined)
      this.#states.set(wanted, state)
    }
    return state
  }
}
