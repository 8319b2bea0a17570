/**
 * Bounds what is in flight. A lane is what shares a limit of the target's; every request is also in the lane of all.
 * A lane of which the target complains is closed for as long as it asks, then lets in one request to try it, and
 * widens again with every answer without complaint.
 */

interface Lane {
  inFlight: number
  /** Most in flight at once: one after a complaint, then twice as many with each calm answer up to `sound`. */
  limit: number
  /** Half of what was in flight at most when the target last complained; beyond it the lane widens slowly. */
  sound: number
  /** Answers without complaint since the limit changed. */
  calm: number
  /** Milliseconds since the epoch. */
  closedUntil: number
  /** Answers without complaint so far. */
  successes: number
}

/** How a place is asked for. */
export interface Entry {
  /** Requests of one lane share a limit of the target's. */
  lane: string
  /** Nobody waits for the answer: whatever others wait for goes first. */
  patient?: boolean
  /** The request was there before and was refused: it goes before those that come for the first time. */
  again?: boolean
  /** Lets nobody else be in flight at the same time. */
  alone?: boolean
  /** Nobody waits any more once it aborts. */
  signal?: AbortSignal
}

interface Waiter {
  lane: Lane
  alone: boolean
  enter: () => void
}

/** Limits of a limiter. */
export interface LimiterOptions {
  /** How many requests may be in flight at once. */
  most: number
  /** How many may leave in a minute; absent: no limit. */
  perMinute?: number
}

/** Milliseconds between two requests once they are spread: at first, at most, and what counts as none. */
const FIRST_PACE_MS = 20
const LONGEST_PACE_MS = 4_000
const SHORTEST_PACE_MS = 8
/** By how much a complaint makes the pace longer. */
const PACE_GROWTH = 1.5
/**
 * What is left of the pace after an answer without complaint: nearly all of it at first, because a limit is near, and
 * less with each further one, because a complaint may have had its reason in an hour that is over.
 */
const PACE_DECAY = { first: 0.995, less: 0.0005, least: 0.9 }
/**
 * So many complaints one after another, with no answer between them, are an hour in which nothing is answered: what
 * they added to the pace is taken back by half with each answer.
 */
const OUTAGE = 4
/**
 * Where so many complaints come after no more answers than as many before, though requests came slower all the while,
 * they have nothing to do with the rate. Fewer answers between two may be all that a limit lets through after a pause;
 * near a limit there are more.
 */
const COMPARED = 4
const FEWEST_ANSWERS = 5
const MOST_ANSWERS = 30
/** What counts as no more: some come between by chance. */
const BY_CHANCE = 1.15
/** By how much slower requests have to come meanwhile. */
const SLOWER = 3
/** A target that names no longer pause, in milliseconds, limits by rate, and not by a window that has to pass. */
const LONGEST_PAUSE_OF_A_RATE_MS = 2_000

export class Limiter {
  readonly #most: number
  /** Milliseconds between two requests. */
  readonly #spacingMs: number
  #nextAt = 0
  /** Milliseconds between two requests, as the target has taught. */
  #paceMs = 0
  /** Answers without complaint since the last complaint. */
  #calm = 0
  /**
   * The latest complaints without an answer between them, each after the pause that the one before asked for, and the
   * pace that is gone back to after many of them.
   */
  #row = { complaints: 0, paceMs: FIRST_PACE_MS, until: 0 }
  /** The same before each of the latest complaints that came although requests were spread, and how far. */
  #spread: { calm: number; paceMs: number }[] = []
  /** Whether complaints turned out to have nothing to do with the rate. */
  #isFutile = false
  /** Complaints so far; those of requests that were in flight together are one. */
  #complaints = 0
  readonly #all: Lane
  readonly #lanes = new Map<string, Lane>()
  #urgent: Waiter[] = []
  #patient: Waiter[] = []
  #alone = false
  #timer: NodeJS.Timeout | undefined

  constructor({ most, perMinute }: LimiterOptions) {
    this.#most = most
    this.#spacingMs = perMinute === undefined ? 0 : 60_000 / perMinute
    this.#all = newLane(most)
  }

  /** Waits for a place in flight and for the end of pauses; returns how to give the place back. */
  enter({ lane: name, patient = false, again = false, alone = false, signal }: Entry): Promise<() => void> {
    const lane = this.#lane(name)
    return new Promise((resolve) => {
      const waiter: Waiter = {
        lane,
        alone,
        enter: () => {
          signal?.removeEventListener('abort', giveUp)
          this.#all.inFlight++
          lane.inFlight++
          if (alone) this.#alone = true
          this.#nextAt = Math.max(this.#nextAt, Date.now()) + Math.max(this.#spacingMs, this.#paceMs)
          resolve(() => {
            this.#all.inFlight--
            lane.inFlight--
            if (alone) this.#alone = false
            this.#admit()
          })
        },
      }
      const giveUp = (): void => {
        this.#urgent = this.#urgent.filter((other) => other !== waiter)
        this.#patient = this.#patient.filter((other) => other !== waiter)
        waiter.enter()
        this.#admit()
      }
      if (signal?.aborted) return waiter.enter()
      signal?.addEventListener('abort', giveUp)
      const queue = patient ? this.#patient : this.#urgent
      if (again) queue.unshift(waiter)
      else queue.push(waiter)
      this.#admit()
    })
  }

  /**
   * The target asked for a pause of `ms` milliseconds: closes the lane that long, or all lanes where none is named,
   * and tries it with one request afterwards. Where it does not say itself how long (`isGuess`) and refuses single
   * requests, or asks for short pauses again and again, requests are spread in time: waiting alone would let as few
   * through in each pause as a limit admits at once.
   */
  complain(name: string | undefined, ms: number, isGuess = false): void {
    const lane = name === undefined ? this.#all : this.#lane(name)
    // Those that were in flight together complain together.
    if (lane.closedUntil <= Date.now()) {
      lane.sound = Math.max(1, Math.floor(lane.limit / 2))
      this.#complaints++
      const isRecovering = this.#isRecovering
      const isRate = isGuess ? lane.limit <= 2 : this.#complaints > 1 && ms <= LONGEST_PAUSE_OF_A_RATE_MS
      if (this.#paceMs > 0) this.#compare()
      if (isRate && !this.#isFutile) {
        this.#paceMs = Math.min(LONGEST_PACE_MS, Math.max(FIRST_PACE_MS, this.#paceMs * PACE_GROWTH))
      }
      this.#lengthenRow(ms, isRecovering)
    }
    this.#calm = 0
    lane.limit = 1
    lane.calm = 0
    lane.closedUntil = Math.max(lane.closedUntil, Date.now() + ms)
    this.#admit()
  }

  /** Answers without complaint so far: those of a lane, or of all of them. */
  successes(name?: string): number {
    return (name === undefined ? this.#all : this.#lane(name)).successes
  }

  /** The target answered without complaint. */
  calm(name: string): void {
    if (this.#isRecovering) this.#paceMs = Math.max(this.#row.paceMs, this.#paceMs / 2)
    else this.#paceMs *= Math.max(PACE_DECAY.least, PACE_DECAY.first - PACE_DECAY.less * this.#calm)
    this.#calm++
    if (this.#paceMs < SHORTEST_PACE_MS) this.#paceMs = 0
    for (const lane of [this.#all, this.#lane(name)]) {
      lane.successes++
      this.#widen(lane)
    }
    this.#admit()
  }

  /** @param isRecovering whether the complaint came on the way back from an outage */
  #lengthenRow(ms: number, isRecovering: boolean): void {
    // On the way back it says that the pace to go back to lies between.
    if (isRecovering && this.#calm > 0) this.#row.paceMs = Math.sqrt(this.#row.paceMs * this.#paceMs)
    else if (this.#calm > 0) this.#row = { complaints: 0, paceMs: this.#paceMs, until: 0 }
    if (this.#row.until > Date.now()) return
    this.#row.complaints++
    this.#row.until = Date.now() + ms
  }

  /** Whether the pace is still what an outage has made of it. */
  get #isRecovering(): boolean {
    return this.#row.complaints >= OUTAGE && this.#paceMs > this.#row.paceMs
  }

  /** Looks whether spreading requests puts complaints off. */
  #compare(): void {
    this.#spread = [...this.#spread, { calm: this.#calm, paceMs: this.#paceMs }].slice(-2 * COMPARED)
    const [oldest] = this.#spread
    if (oldest === undefined || this.#spread.length < 2 * COMPARED) return
    // At a limit the pace goes up and down; where nothing comes of it, it goes up alone.
    if (this.#paceMs < oldest.paceMs * SLOWER) return
    const answers = (from: number, to?: number): number =>
      this.#spread.slice(from, to).reduce((all, { calm }) => all + calm, 0)
    const before = answers(0, COMPARED)
    const now = answers(COMPARED)
    const isBetween = now >= FEWEST_ANSWERS * COMPARED && now <= MOST_ANSWERS * COMPARED
    if (!isBetween || now > before * BY_CHANCE) return
    this.#isFutile = true
    this.#paceMs = 0
  }

  #widen(lane: Lane): void {
    if (lane.limit >= this.#most) return
    if (lane.limit < lane.sound) {
      lane.limit = Math.min(lane.sound, lane.limit * 2)
      return
    }
    if (++lane.calm < lane.limit) return
    lane.limit++
    lane.calm = 0
  }

  #lane(name: string): Lane {
    const lane = this.#lanes.get(name) ?? newLane(this.#most)
    this.#lanes.set(name, lane)
    return lane
  }

  /** Lets in as many as there are places for, in their order, but for those whose lane is closed or full. */
  #admit(): void {
    const now = Date.now()
    const wantsAlone = [...this.#urgent, ...this.#patient].some(({ alone }) => alone)
    const isFree = ({ closedUntil, inFlight, limit }: Lane): boolean => closedUntil <= now && inFlight < limit
    const admitted = (waiter: Waiter): boolean => {
      if (this.#alone || this.#nextAt > now || waiter.alone !== wantsAlone) return false
      if (waiter.alone && this.#all.inFlight > 0) return false
      if (!isFree(this.#all) || !isFree(waiter.lane)) return false
      waiter.enter()
      return true
    }
    this.#urgent = this.#urgent.filter((waiter) => !admitted(waiter))
    this.#patient = this.#patient.filter((waiter) => !admitted(waiter))
    this.#arm(now)
  }

  /** Comes back when the first pause ends for which somebody waits. */
  #arm(now: number): void {
    clearTimeout(this.#timer)
    const waiting = [...this.#urgent, ...this.#patient]
    if (waiting.length === 0) return
    const ends = [this.#nextAt, this.#all.closedUntil, ...waiting.map(({ lane }) => lane.closedUntil)]
    const next = Math.min(...ends.filter((end) => end > now))
    if (next !== Number.POSITIVE_INFINITY)
      this.#timer = setTimeout(() => this.#admit(), Math.ceil(next - now))
  }
}

function newLane(most: number): Lane {
  return { inFlight: 0, limit: most, sound: most, calm: 0, closedUntil: 0, successes: 0 }
}

/** Resolves after `ms` milliseconds, or as soon as `signal` aborts. */
export function delay(ms: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal?.aborted) return resolve()
    const end = (): void => {
      clearTimeout(timer)
      signal?.removeEventListener('abort', end)
      resolve()
    }
    const timer = setTimeout(end, ms)
    signal?.addEventListener('abort', end)
  })
}
