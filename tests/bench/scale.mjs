/**
 * A run against 100,000 users of each contract beside one against a handful: time, memory, report, verdicts.
 * `node tests/bench/scale.mjs [--rounds 7]` after `npm run build`; three rounds at most.
 */
import { megabytes, range, rounded, seconds, times } from './measuring/format.mjs'
import { ratios, spread } from './measuring/numbers.mjs'
import { alone, goal } from './measuring/part.mjs'
import { every, inTurn } from './measuring/rounds.mjs'
import { runSuite } from './measuring/suite.mjs'
import { withTarget } from './measuring/target.mjs'

const USERS = 100_000
/** A large run has taken a quarter of a minute; more of them would tell little more. */
const MOST_ROUNDS = 3
const MOST = { ratio: 3, peak: 600e6, report: 3e6 }

/** The part; see measuring/part.mjs. */
export async function scale({ rounds }) {
  const count = Math.min(rounds, MOST_ROUNDS)
  const v3 = await compared('v3', count)
  const v1 = await compared('v1', count)
  return {
    title: 'Scale',
    says: `A run against ${USERS.toLocaleString('en')} users beside one against the few that the reference starts with, both in a process apart from the reference. The v3 list of that many is one answer of ${megabytes(await listSize())}; the v1 directory comes in pages. ${rounded(count)}.`,
    goals: [...v3.goals, ...v1.goals],
    tables: [
      {
        head: ['run', 'median', 'least to most', 'peak memory', 'report folder', 'largest file', 'requests'],
        rows: [...v3.rows, ...v1.rows],
      },
    ],
    notes: [v3.note, v1.note],
  }
}

async function compared(contracts, rounds) {
  const subject = (users) => () =>
    withTarget({ users }, (target) => runSuite(target, { CONTRACTS: contracts }))
  const samples = await inTurn(rounds, { few: subject(0), many: subject(USERS) }, { warmUp: false })
  const ratio = ratios(every(samples.many, 'ms'), every(samples.few, 'ms'))
  const peak = spread(every(samples.many, 'peak'))
  const folder = spread(every(samples.many, 'folder'))
  const same = new Set(every([...samples.few, ...samples.many], 'verdicts')).size === 1
  const name = (size) => `${contracts}, ${size} users`
  return {
    goals: [
      goal(`${contracts}: many users, in times of few`, ratio.median, MOST.ratio, times, ratio),
      goal(`${contracts}: peak memory`, peak.median, MOST.peak, megabytes, peak),
      goal(`${contracts}: report folder`, folder.median, MOST.report, megabytes, folder),
      {
        what: `${contracts}: verdicts`,
        limit: 'the same',
        measured: same ? 'the same' : 'different',
        spread: '-',
        met: same,
      },
    ],
    rows: [row(name('few'), samples.few), row(name(USERS.toLocaleString('en')), samples.many)],
    note: `${contracts}: the large run took ${times(ratio.median)} times as long as the small one, round by round (${range(ratio, times)}).`,
  }
}

function row(name, samples) {
  const ms = spread(every(samples, 'ms'))
  const of = (member) => megabytes(spread(every(samples, member)).median)
  const requests = String(samples.at(-1).requests)
  return [name, seconds(ms.median), range(ms, seconds), of('peak'), of('folder'), of('largest'), requests]
}

/** Bytes of the v3 list, as its header tells them. */
function listSize() {
  return withTarget({ users: USERS }, async ({ url, environment }) => {
    const answer = await fetch(`${url}/v3/users`, { headers: { 'x-api-key': environment.API_KEY } })
    await answer.body?.cancel()
    return Number(answer.headers.get('content-length'))
  })
}

await alone(import.meta.url, scale)
