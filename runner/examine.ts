/** Examines what a configuration holds, in this process and without Vitest: nothing is judged and nobody changed. */
import { type Config, readConfig } from '../helpers/config/config.ts'
import type { Environment } from '../helpers/config/environment.ts'
import { withClient } from '../helpers/http/with-client.ts'
import { Guard } from '../helpers/safety/guard.ts'
import { Ledger } from '../helpers/safety/ledger.ts'
import { newTag } from '../helpers/safety/tag.ts'
import { Inspections } from '../language/inspections.ts'
import { Memo } from '../language/memo.ts'
import type { LoadedContract } from '../language/module.ts'
import type { Examination } from '../model/examination.ts'
import { loadContracts } from '../suites/index.ts'

/**
 * Looks at the target of a configuration; where there is none, at the embedded reference.
 * @throws Error where the embedded reference cannot be started
 */
export async function examine(config: Config): Promise<Examination> {
  const { baseUrl } = config
  if (baseUrl !== undefined) return examineTarget({ ...config, baseUrl })
  const { startReference } = await import('../reference/index.ts')
  const reference = await startReference()
  try {
    const environment: Environment = { ...reference.environment, CONTRACTS: 'v3,v1', BASE_URL: reference.url }
    return await examineTarget({ ...readConfig(environment), baseUrl: reference.url })
  } finally {
    await reference.close()
  }
}

async function examineTarget(config: Config & { baseUrl: string }): Promise<Examination> {
  const contracts = config.contracts ?? []
  const modules = await loadContracts(contracts)
  return withClient(config, 'doctor', async (client, recorder) => {
    const parts = {
      client,
      // Nothing is created, whatever the configuration allows.
      guard: new Guard('read-only', newTag(), undefined, config.safety !== 'read-only'),
      ledger: new Ledger(),
      once: new Memo(),
      inspections: new Inspections(),
    }
    const found = await Promise.all(
      modules.map(async (module) => ({ module, seen: await module.open(config, parts).examine?.() })),
    )
    const variables = found.flatMap(({ module, seen }) =>
      (seen?.variables ?? []).map((one) => ({
        ...one,
        contract: module.contract,
        unlocks: unlockedBy(one.variable, module),
      })),
    )
    const problems = Object.fromEntries(
      found.flatMap(({ module: { contract }, seen }) =>
        seen?.problem === undefined ? [] : [[contract, seen.problem]],
      ),
    )
    const requests = recorder.all.map(({ request }) => request.method)
    return {
      baseUrl: config.baseUrl,
      contracts,
      safety: config.safety,
      ok:
        Object.keys(problems).length === 0 &&
        variables.every(({ state }) => state === 'proven' || state === 'missing'),
      problems,
      variables,
      requests: { total: requests.length, changing: requests.filter((method) => method !== 'GET').length },
    }
  })
}

/** The requirements that stay untested without a variable. */
function unlockedBy(variable: string, { needs, credential, catalogue }: LoadedContract): string[] {
  if (variable === credential) {
    return catalogue.filter(({ unobservable }) => unobservable === undefined).map(({ id }) => id)
  }
  const named = new RegExp(`\\b${variable}\\b`)
  return [...needs].flatMap(([id, texts]) => (texts.some((text) => named.test(text)) ? [id] : []))
}
