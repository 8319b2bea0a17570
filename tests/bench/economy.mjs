/**
 * What a run asks of a target: requests by operation under each safety, and a run where the public limits of v3
 * hold. `node tests/bench/economy.mjs` after `npm run build`; counts need no rounds.
 */
import { seconds } from './measuring/format.mjs'
import { operationOf, waitedFor } from './measuring/limits.mjs'
import { alone } from './measuring/part.mjs'
import { runSuite } from './measuring/suite.mjs'
import { withTarget } from './measuring/target.mjs'

const RUNS = [
  { name: 'read-only', environment: { SAFETY: 'read-only' } },
  { name: 'disposable', environment: { SAFETY: 'disposable' } },
  { name: 'full', environment: { SAFETY: 'full' } },
  { name: 'full, limits enforced', environment: { SAFETY: 'full' }, target: { limits: true } },
]

/** The part; see measuring/part.mjs. */
export async function economy() {
  const runs = []
  for (const { name, environment, target = {} } of RUNS) {
    runs.push({ name, ...(await countedRun(target, environment)) })
  }
  const operations = [...new Set(runs.flatMap(({ requests }) => requests.map(operationOf)))].sort()
  const row = (name, cell) => [name, ...runs.map((run) => String(cell(run)))]
  const answered =
    (test) =>
    ({ requests }) =>
      requests.filter(({ status }) => test(status)).length
  const limited = runs.at(-1)
  return {
    title: 'Economy',
    says: 'Requests of one run of both contracts, counted at the reference. The last run is held to the limits that v3 publishes: 200 requests a minute with a burst of 50, and of those that invite 10 a minute with a burst of 5.',
    goals: [],
    tables: [
      {
        head: ['requests', ...runs.map(({ name }) => name)],
        rows: [
          ...operations.map((operation) =>
            row(operation, ({ requests }) => requests.filter((one) => operationOf(one) === operation).length),
          ),
          row('all', ({ requests }) => requests.length),
          row(
            'answered 2xx',
            answered((status) => status < 300),
          ),
          row(
            'refused 4xx, 429 apart',
            answered((status) => status >= 400 && status !== 429),
          ),
          row(
            'refused 429',
            answered((status) => status === 429),
          ),
          row('requirements judged', ({ judged }) => judged),
          row('whole process', ({ ms }) => seconds(ms)),
        ],
      },
    ],
    notes: [
      `Under the limits a client that sent the same requests and never waited in vain could not end before ${seconds(waitedFor(limited.requests))}; the run took ${seconds(limited.ms)}, its start included, and was ${limited.verdict}.`,
    ],
  }
}

function countedRun(options, environment) {
  return withTarget(options, async (target) => {
    const run = await runSuite(target, { ...environment, ALLOW_INCOMPLETE: 'true' })
    const requests = (await target.requests()).map(({ method, path, status }) => ({ method, path, status }))
    return { ms: run.ms, judged: run.judged, verdict: run.verdict, requests }
  })
}

await alone(import.meta.url, economy)
