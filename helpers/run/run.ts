/** One run against one target: what its parts are, and how its checks are judged in order. */
import { type Config, secretsOf } from '../config/config.ts'
import type { Contract, Requirement } from '../contract.ts'
import { Client } from '../http/client.ts'
import { dispatcherFor } from '../http/dispatcher.ts'
import { Recorder } from '../http/recorder.ts'
import { openJournal } from '../journal/journal.ts'
import { suiteVersion } from '../package-root.ts'
import type { Leftover } from '../report/report.ts'
import { createMask } from '../secrets/mask.ts'
import { selected } from './declare.ts'
import type { Phase } from './definition.ts'
import { Guard } from './guard.ts'
import { Inspections } from './inspections.ts'
import { type Judgement, judge } from './judge.ts'
import { Ledger } from './ledger.ts'
import type { ContractModule, OpenContract } from './module.ts'
import { Once } from './once.ts'
import { Phases } from './phases.ts'
import type { Target } from './target.ts'

/** How long the clean-up may take when the run's own time is over. */
const CLEAN_UP_MS = 60_000

export class Run {
  readonly baseUrl: string
  readonly recorder: Recorder
  readonly leftovers: Leftover[] = []
  readonly #client: Client
  readonly #contracts: Map<Contract, OpenContract>
  readonly #phases: Phases
  readonly #mask: (text: string) => string
  readonly #preflights = new Map<Contract, Promise<string | undefined>>()
  readonly #close: () => Promise<void>

  /** @param config of the target, complete with its base URL */
  constructor(
    target: Target,
    config: Config & { baseUrl: string },
    modules: ContractModule[],
    close: () => Promise<void>,
  ) {
    this.baseUrl = config.baseUrl
    this.#mask = createMask(secretsOf(config))
    this.recorder = new Recorder()
    this.#client = new Client({
      ...config,
      dispatcher: dispatcherFor(config),
      recorder: this.recorder,
      mask: this.#mask,
      maxWaitMs: config.maxRetryAfterMs,
      userAgent: `users-api-conformance/${suiteVersion()}`,
    })
    const journal = target.keepEvidence
      ? openJournal(config.journalDir, { runId: target.runId, baseUrl: config.baseUrl, tag: target.runId })
      : undefined
    this.#close = async () => {
      journal?.close()
      await this.#client.close()
      await close()
    }
    const parts = {
      client: this.#client,
      guard: new Guard(config.safety, target.runId),
      ledger: new Ledger(journal),
      once: new Once(),
      inspections: new Inspections(),
    }
    this.#contracts = new Map(modules.map((module) => [module.contract, module.open(config, parts)]))
    this.#phases = new Phases(() => this.#cleanUp())
    for (const module of modules)
      for (const check of selected(module, target)) this.#phases.expect(check.phase)
  }

  /** Judges one requirement in its turn. @throws only when no check is declared for it */
  async judge(contract: Contract, requirement: Requirement, phase: Phase): Promise<Judgement> {
    const body = this.#contracts.get(contract)?.bodies.get(requirement.id)
    if (!body) throw new Error(`no check is declared for ${requirement.id}`)
    try {
      const blocked = await this.#preflight(contract)
      if (blocked !== undefined) {
        return { id: requirement.id, verdict: 'inconclusive', reason: blocked, deviations: [], evidence: [] }
      }
      await this.#phases.enter(phase)
      return await judge(requirement, body, this.#mask)
    } finally {
      this.#phases.ended(phase)
    }
  }

  /** Waits for the end of every check and of the clean-up. @returns why not everything could be judged */
  async end(): Promise<string | undefined> {
    await this.#phases.enter('closing')
    await this.#phases.finished()
    const reasons = await Promise.all(this.#preflights.values())
    await this.#close()
    const told = [...new Set(reasons.filter((reason) => reason !== undefined))]
    return told.length > 0 ? told.join('\n') : undefined
  }

  #preflight(contract: Contract): Promise<string | undefined> {
    let preflight = this.#preflights.get(contract)
    const open = this.#contracts.get(contract)
    if (!preflight && open) {
      preflight = open.preflight().then(
        (reason) => (reason === undefined ? undefined : this.#mask(reason)),
        (error: unknown) => this.#mask(`the run could not begin: ${String(error)}`),
      )
      this.#preflights.set(contract, preflight)
    }
    return preflight ?? Promise.resolve(undefined)
  }

  async #cleanUp(): Promise<void> {
    this.#client.extend(CLEAN_UP_MS)
    for (const [contract, open] of this.#contracts) {
      if ((await this.#preflight(contract)) !== undefined) continue
      this.leftovers.push(...(await open.cleanUp()))
    }
  }
}
