/**
 * A part of the bench: `title`, what it `says` it measures, its `goals`, `tables` and `notes`. Each part's script
 * can be run alone; all.mjs runs every part.
 */
import { pathToFileURL } from 'node:url'
import { parseArgs } from 'node:util'
import { percent, range } from './format.mjs'
import { noiseSoFar } from './rounds.mjs'
import { textOf } from './write.mjs'

const USUAL_ROUNDS = 7
const MOST_ROUNDS = 101
/** From this variation on the machine was not the bench's alone. */
const BUSY = 0.1
const OTHER_WORK =
  ' It had other work to do meanwhile, which ratios bear better than times and differences do.'

/** What the command line asks for. Ends the process with 2 when it asks for something else. */
export function optionsOf(args = process.argv.slice(2)) {
  try {
    const { values } = parseArgs({ args, options: { rounds: { type: 'string' } } })
    return { rounds: roundsOf(values.rounds ?? String(USUAL_ROUNDS)) }
  } catch (error) {
    console.error(`${error.message}. The bench knows --rounds NUMBER and nothing else.`)
    process.exit(2)
  }
}

function roundsOf(text) {
  const rounds = Number(text)
  if (Number.isInteger(rounds) && rounds >= 1 && rounds <= MOST_ROUNDS) return rounds
  throw new Error(`--rounds has to be a whole number from 1 to ${MOST_ROUNDS}, not ${JSON.stringify(text)}`)
}

/** Measures and prints one part, where its file is what Node.js was started with. */
export async function alone(url, measure) {
  if (url !== pathToFileURL(process.argv[1] ?? '').href) return
  console.log(textOf(await measure(optionsOf())))
  console.log(`\n${noiseLine()}`)
}

/** How steady the machine was, in one sentence. */
export function noiseLine() {
  const noise = noiseSoFar()
  if (noise === undefined) return 'No calibration was needed.'
  const milliseconds = (ms) => `${ms.toFixed(1)} ms`
  return (
    `Noise of the machine: the same piece of work, repeated ${noise.samples} times between the measurements, took ` +
    `${range(noise, milliseconds)}, median ${milliseconds(noise.median)}, coefficient of variation ${percent(noise.variation)}.${noise.variation > BUSY ? OTHER_WORK : ''}`
  )
}

/** A goal beside what was measured: `measured` and `most` are numbers, written by `write`. */
export function goal(what, measured, most, write, spread) {
  return {
    what,
    limit: `at most ${write(most)}`,
    measured: write(measured),
    spread: spread === undefined ? '-' : range(spread, write),
    met: measured <= most,
  }
}
