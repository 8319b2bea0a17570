/**
 * The requests of one run through the tools that somebody might use instead, on the same reference in turn:
 * `node tests/bench/tools.mjs [--rounds 7]` after `npm run build`. Needs the npm registry the first time.
 */
import { megabytes, milliseconds, range, rounded, seconds, times } from './measuring/format.mjs'
import { ratios, spread } from './measuring/numbers.mjs'
import { alone } from './measuring/part.mjs'
import { every, inTurn } from './measuring/rounds.mjs'
import { installTools } from './tools/install.mjs'
import { recordRun } from './tools/recording.mjs'
import { subjectsOf } from './tools/subjects.mjs'
import { unfair } from './tools/unfair.mjs'

const FAR_MS = 100
/** One request after another takes a quarter of a minute each time, nearly all of it waiting. */
const MOST_FAR_ROUNDS = 2
const HEAD = [
  'what',
  'whole process',
  'least to most',
  'of ours',
  'requests',
  'each',
  'as recorded',
  'peak memory',
]

/** The part; see measuring/part.mjs. */
export async function tools({ rounds }) {
  const installed = installTools()
  const recorded = await recordRun()
  const near = await inTurn(rounds, subjectsOf(installed, recorded, 0))
  const farRounds = Math.min(rounds, MOST_FAR_ROUNDS)
  const far = await inTurn(farRounds, subjectsOf(installed, recorded, FAR_MS), { warmUp: false })
  const missing = Object.values(installed).filter(({ reason }) => reason !== undefined)
  return {
    title: 'Beside other tools',
    says: `The ${recorded.length} requests of one run of both contracts, recorded at the reference and given to each tool in its own language with one check of the status each, against a fresh reference with the same ids and credentials every time. Times are those of the whole process; requests are counted at the reference; "each" is the time of the process over their number; "as recorded" are those that arrived and were answered exactly like the recorded ones. ${rounded(rounds)}.`,
    goals: [],
    tables: [
      { head: HEAD, rows: rowsOf(near, installed) },
      {
        head: [`with ${FAR_MS} ms added to every answer (${rounded(farRounds)})`, ...HEAD.slice(1)],
        rows: rowsOf(far, installed),
      },
    ],
    notes: [
      ...missing.map(({ title, version, reason }) => `${title} ${version} was left out: ${reason}.`),
      ...failed(near, installed),
      ...unfair(recorded.length, near.suite[0].judged),
    ],
  }
}

function rowsOf(samples, installed) {
  const titles = {
    suite: 'this suite: a whole run, judged and reported',
    oneByOne: 'bare sending, one by one, nothing checked',
    sixteen: 'bare sending, sixteen at once, nothing checked',
  }
  return Object.entries(samples).map(([name, all]) => {
    const title = titles[name] ?? `${installed[name].title} ${installed[name].version}`
    return row(title, all, samples.suite, name !== 'suite')
  })
}

/** A tool that ended with an error is still shown, but nobody should take its time for that of a good run. */
function failed(samples, installed) {
  return Object.entries(installed).flatMap(([name, { title }]) => {
    const codes = new Set(every(samples[name] ?? [], 'code').filter((code) => code !== 0))
    return codes.size === 0 ? [] : [`${title} ended with exit code ${[...codes].join(' and ')}.`]
  })
}

function row(title, all, ours, replayed) {
  const ms = spread(every(all, 'ms'))
  const ratio = ratios(every(all, 'ms'), every(ours, 'ms'))
  const { sent, alike } = all.at(-1)
  return [
    title,
    seconds(ms.median),
    range(ms, seconds),
    `${times(ratio.median)} (${range(ratio, times)})`,
    String(sent),
    milliseconds(ms.median / sent),
    replayed ? String(alike) : '-',
    megabytes(spread(every(all, 'peak')).median),
  ]
}

await alone(import.meta.url, tools)
