/** One run against one target: what its parts are, and how its checks are judged in order. */

import { isDeepStrictEqual } from 'node:util'
import { Chance } from '../../helpers/chance/chance.ts'
import { type Config, renewablesOf, secretsOf } from '../../helpers/config/config.ts'
import { recordedConfig } from '../../helpers/config/recorded.ts'
import { agentOf } from '../../helpers/http/agent.ts'
import { Client } from '../../helpers/http/client.ts'
import { setClock } from '../../helpers/http/clock.ts'
import { Deadline } from '../../helpers/http/deadline.ts'
import { NOWHERE, RecordedClient } from '../../helpers/http/recorded/client.ts'
import { RecordedTraffic } from '../../helpers/http/recorded/traffic.ts'
import { Recorder } from '../../helpers/http/recorder.ts'
import type { Transport } from '../../helpers/http/transport.ts'
import { transportOf } from '../../helpers/http/transport-of.ts'
import { Guard } from '../../helpers/safety/guard.ts'
import { openJournal } from '../../helpers/safety/journal/journal.ts'
import { Ledger } from '../../helpers/safety/ledger.ts'
import { growingMask } from '../../helpers/secrets/growing-mask.ts'
import type { Sharing } from '../../helpers/secrets/sharing.ts'
import { shortened } from '../../helpers/secrets/shorten.ts'
import type { BoundCheck } from '../../language/bind.ts'
import type { Phase } from '../../language/declaration.ts'
import { Inspections } from '../../language/inspections.ts'
import { Memo } from '../../language/memo.ts'
import type { LoadedContract, OpenContract } from '../../language/module.ts'
import type { Contract, Requirement } from '../../model/contract.ts'
import type { Exchange } from '../../model/exchange.ts'
import type { Recording, Unrecorded } from '../../model/recording.ts'
import type { Damage, Leftover } from '../../model/report.ts'
import type { BookPage } from '../../reference/book.ts'
import { publisher } from '../activity.ts'
import { CLEAN_UP_MS, GRACE_MS } from '../limits.ts'
import { sharingOf } from '../sharing-of.ts'
import { hearStop } from '../stop.ts'
import type { Target } from '../target.ts'
import { Causes } from './causes.ts'
import { Depth } from './depth.ts'
import { type Judgement, judge } from './judge.ts'
import { Phases } from './phases.ts'
import { selected } from './selection.ts'

/** Longest texts that are kept of what a target said outside of a check, in characters. */
const LONGEST_REASON = 1_000

/** What the tests of a run need of it. */
export type Judging = Pick<
  Run,
  | 'baseUrl'
  | 'leftovers'
  | 'book'
  | 'judge'
  | 'end'
  | 'strays'
  | 'recording'
  | 'unrecorded'
  | 'damages'
  | 'newExchanges'
  | 'revisedExchanges'
  | 'revisedJudgements'
  | 'allExchanges'
  | 'handedOn'
  | 'told'
>

export class Run {
  readonly baseUrl: string
  readonly recorder: Recorder
  readonly leftovers: Leftover[] = []
  /** What the embedded reference has entered in its book; known after the end, where it keeps one. */
  book: BookPage | undefined
  readonly #client: Client
  readonly #deadline: Deadline
  readonly #ledger: Ledger
  readonly #guard: Guard
  readonly #contracts: Map<Contract, OpenContract>
  readonly #phases: Phases
  /** Set where the run goes deep. */
  readonly #depth: Depth | undefined
  readonly #causes = new Causes()
  readonly #mask: (text: string) => string
  readonly #sharing: Sharing | undefined
  /** What was handed on, by what it was made of. */
  readonly #handedExchanges = new Map<Exchange, Exchange>()
  readonly #handedJudgements = new Map<Judgement, Judgement>()
  readonly #preflights = new Map<Contract, Promise<string | undefined>>()
  readonly #close: () => Promise<void>
  readonly #traffic: RecordedTraffic | undefined
  readonly #config: Config & { baseUrl: string }

  /**
   * @param config of the target, complete with its base URL
   * @param close ends the embedded reference, if there is one, and gives its book
   * @param transport the way to the target, where it is none that the configuration names
   */
  constructor(
    target: Target,
    config: Config & { baseUrl: string },
    modules: LoadedContract[],
    close: () => Promise<BookPage | undefined>,
    transport?: Transport,
  ) {
    this.baseUrl = config.baseUrl
    // Where nothing is kept, nothing needs masking, and masking is a fifth of a proof's time.
    const { mask, maskSent, learn } = growingMask(target.keepEvidence ? secretsOf(config) : [])
    this.#mask = target.keepEvidence ? mask : (text) => text
    this.#sharing = target.keepEvidence ? sharingOf(target) : undefined
    this.recorder = new Recorder()
    const watched = target.activity === undefined ? undefined : publisher(target.activity)
    this.#deadline = new Deadline(config.runTimeoutMs)
    const stopListening = hearStop(target.runId, (why) => this.#deadline.end(why))
    const replayed = target.recorded && new RecordedTraffic(target.recorded, config.traceHeader)
    const forget = replayed && setClock(replayed.clock)
    const options = {
      ...config,
      deadline: this.#deadline,
      transport: replayed ? NOWHERE : (transport ?? transportOf(config)),
      recorder: this.recorder,
      mask: this.#mask,
      ...(target.keepEvidence ? { maskSent } : {}),
      learn,
      renewables: renewablesOf(config),
      maxWaitMs: config.maxRetryAfterMs,
      runId: target.runId,
      userAgent: agentOf(config, target.seed),
      ...(watched === undefined ? {} : { onActivity: watched.tell }),
    }
    this.#client = replayed ? new RecordedClient(options, replayed) : new Client(options)
    this.#traffic = replayed
    this.#config = config
    // What is created on the embedded reference ends with it, however the run ends.
    const journal =
      target.keepEvidence && target.embedded === undefined && !replayed
        ? openJournal(config.journalDir, {
            runId: target.runId,
            baseUrl: config.baseUrl,
            tag: target.mark ?? target.runId,
            mask: this.#mask,
          })
        : undefined
    this.#close = async () => {
      journal?.close()
      watched?.close()
      stopListening()
      this.#deadline.close()
      forget?.()
      await this.#client.close()
      this.book = await close()
    }
    this.#guard = new Guard(config.safety, target.mark ?? target.runId, new Chance(target.seed))
    this.#ledger = new Ledger(...(journal === undefined ? [] : [journal]), this.#guard.own)
    const parts = {
      client: this.#client,
      guard: this.#guard,
      ledger: this.#ledger,
      once: new Memo(),
      inspections: new Inspections(this.#mask),
    }
    this.#contracts = new Map(modules.map((module) => [module.contract, module.open(config, parts)]))
    this.#depth = config.thorough && new Depth(this.#contracts, config.thorough)
    this.#phases = new Phases([...this.#contracts.keys()], (contract) => this.#cleanUp(contract))
    for (const module of modules)
      for (const { id, phase } of selected(module, target)) {
        this.#causes.expect(id, module.causes.get(id), module.wishes.has(id))
        this.#phases.expect(phase, module.contract)
        if (phase === 'last') this.#phases.expect('main', module.contract)
        if (phase !== 'closing') this.#depth?.expect(module.contract)
      }
  }

  /** Judges one requirement in its turn. @throws only when no check is declared for it */
  async judge(contract: Contract, requirement: Requirement, phase: Phase): Promise<Judgement> {
    const check = this.#contracts.get(contract)?.bodies.get(requirement.id)
    if (!check) throw new Error(`no check is declared for ${requirement.id}`)
    const judgement = await this.#judgedAlone(contract, requirement, phase, check)
    this.#causes.tell(judgement)
    return this.#causes.charged(judgement)
  }

  /** What a requirement comes to by itself. */
  async #judgedAlone(
    contract: Contract,
    requirement: Requirement,
    phase: Phase,
    check: BoundCheck,
  ): Promise<Judgement> {
    try {
      const blocked = await this.#preflight(contract)
      if (phase === 'last') await this.#prepare(contract, check, blocked)
      if (blocked !== undefined) {
        if (phase === 'main') this.#depth?.ended(contract)
        return unsettled(requirement, blocked)
      }
      await this.#phases.enter(phase)
      const { over } = this.#deadline
      // The clean-up's time is no time for new requests; the closing checks send none.
      if (over !== undefined && phase === 'last') return unsettled(requirement, over)
      const depth = phase === 'main' ? this.#depth : undefined
      const body = depth ? () => depth.around(contract, requirement.id, check.body) : check.body
      return await this.#bounded(judge(requirement, body, this.#mask, check.cells), (why) =>
        unsettled(requirement, why),
      )
    } finally {
      this.#phases.ended(phase, contract)
    }
  }

  /** Takes the harmless steps of a `last` check among the others of the main phase. */
  async #prepare(contract: Contract, check: BoundCheck, blocked: string | undefined): Promise<void> {
    try {
      if (blocked === undefined) await this.#bounded(check.prepare?.() ?? Promise.resolve(), () => undefined)
    } catch {
      // The check asks for the same steps again and meets the same error, then as its verdict.
    } finally {
      this.#depth?.ended(contract)
      this.#phases.ended('main', contract)
    }
  }

  /** Waits for the end of every check and of the clean-up. @returns why not everything could be judged */
  async end(): Promise<string | undefined> {
    await this.#phases.enter('closing')
    await this.#phases.finished()
    const reasons = await Promise.all(this.#preflights.values())
    const told = [...new Set([...reasons, this.#deadline.over].filter((reason) => reason !== undefined))]
    // What cannot be closed is closed with the worker; the verdicts stand.
    await this.#close().catch(() => undefined)
    return told.length > 0 ? told.join('\n') : undefined
  }

  /** The exchanges that have come since the last call, fit to be handed on; none where nothing is kept. */
  newExchanges(): Exchange[] {
    const sharing = this.#sharing
    if (sharing === undefined) return []
    return this.recorder.takeNew().map((one) => {
      const shared = sharing.exchange(one)
      this.#handedExchanges.set(one, shared)
      return shared
    })
  }

  /** Exchanges that were handed over before somebody was met whom they name, once more and without them. */
  revisedExchanges(): Exchange[] {
    const sharing = this.#sharing
    if (sharing === undefined) return []
    return [...this.#handedExchanges].flatMap(([one, before]) => {
      const shared = sharing.exchange(one)
      return shared === before ? [] : [shared]
    })
  }

  /** The same of judgements. */
  revisedJudgements(): Judgement[] {
    const sharing = this.#sharing
    if (sharing === undefined) return []
    return [...this.#handedJudgements].flatMap(([one, before]) => {
      const shared = sharing.verdict(one)
      return isDeepStrictEqual(shared, before) ? [] : [shared]
    })
  }

  /** All of them, likewise. */
  allExchanges(): Exchange[] {
    const sharing = this.#sharing
    return sharing === undefined ? [] : this.recorder.all.map((one) => sharing.exchange(one))
  }

  /** A judgement as it may be handed on, after the exchanges that it quotes. */
  handedOn(judgement: Judgement): Judgement {
    const sharing = this.#sharing
    if (sharing === undefined) return judgement
    const shared = sharing.verdict(judgement)
    this.#handedJudgements.set(judgement, shared)
    return shared
  }

  /** A text outside of exchanges and judgements as it may be handed on. */
  told(text: string): string {
    return this.#sharing?.text(text) ?? text
  }

  /** What it takes to judge this run again; nothing where no evidence is kept. */
  recording(): Recording | undefined {
    const sharing = this.#sharing
    if (sharing === undefined) return undefined
    const { tag, chance } = this.#guard
    const config = { ...this.#config, seed: chance.seed }
    return { run: tag, baseUrl: this.baseUrl, ...recordedConfig(config, (text) => sharing.text(text)) }
  }

  /** What the recorded traffic did not hold, where the run is judged again. */
  unrecorded(): Unrecorded {
    const { missing = [], cut = [] } = this.#traffic ?? {}
    return { missing: [...missing], cut: [...cut] }
  }

  /** Tags of other runs that users of the target carry. */
  strays(): string[] {
    return [...this.#guard.strays]
  }

  /** What happened to people whom the run did not create, secrets masked. */
  damages(): Damage[] {
    const told = (damage: Damage): [string, unknown][] =>
      Object.entries(damage).map(([name, value]) => [
        name,
        typeof value === 'string' ? this.#shown(value) : value,
      ])
    return this.#guard.damages.map((damage) => Object.fromEntries(told(damage)) as unknown as Damage)
  }

  #preflight(contract: Contract): Promise<string | undefined> {
    let preflight = this.#preflights.get(contract)
    const open = this.#contracts.get(contract)
    if (!preflight && open) {
      preflight = this.#bounded(open.preflight(), (why) => why).then(
        (reason) => (reason === undefined ? undefined : this.#shown(reason)),
        (error: unknown) => this.#shown(`the run could not begin: ${String(error)}`),
      )
      this.#preflights.set(contract, preflight)
    }
    return preflight ?? Promise.resolve(undefined)
  }

  async #cleanUp(contract: Contract): Promise<void> {
    if ((await this.#preflight(contract)) !== undefined) return
    if (this.#phases.isOpen('main')) {
      // Others are still judged, and their time is not prolonged by this; what it leaves is tried again.
      const left = await this.#leftBy(contract)
      if (left.length === 0 && this.#deadline.over === undefined) return
      await this.#phases.allEnded('main')
    }
    this.#deadline.grant(CLEAN_UP_MS)
    this.#client.beginCleanUp()
    this.#tellLeft(await this.#leftBy(contract))
  }

  #leftBy(contract: Contract): Promise<Leftover[]> {
    const cleanUp = this.#contracts.get(contract)?.cleanUp() ?? Promise.resolve([])
    const unremoved = (): Leftover[] => this.#unremoved(contract)
    return this.#bounded(cleanUp, unremoved).catch(unremoved)
  }

  #tellLeft(left: Leftover[]): void {
    for (const { contract, email, id, reason } of left) {
      this.leftovers.push({
        contract,
        email: this.#shown(email),
        ...(id === undefined ? {} : { id: this.#shown(id) }),
        reason: this.#shown(reason),
      })
    }
  }

  /** Everything that may be left, for a clean-up that did not come to its end. */
  #unremoved(contract: Contract): Leftover[] {
    const reason = 'the clean-up did not come to its end'
    const mine = this.#ledger.open().filter((entry) => entry.contract === contract)
    return mine.map(({ email, id }) => ({ contract, email, ...(id === undefined ? {} : { id }), reason }))
  }

  /** What a step comes to, or what `late` makes of the reason when it goes on after the end of its time. */
  #bounded<T>(step: Promise<T>, late: (why: string) => T): Promise<T> {
    return this.#deadline.bound(step, GRACE_MS, () =>
      late(this.#deadline.over ?? "the clean-up's time is over"),
    )
  }

  #shown(text: string): string {
    return shortened(text, LONGEST_REASON, this.#mask)
  }
}

function unsettled({ id }: Requirement, reason: string): Judgement {
  return { id, verdict: 'inconclusive', reason, deviations: [], evidence: [] }
}
