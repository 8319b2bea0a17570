/** Measures several things in turn, so that what disturbs the machine disturbs all of them alike. */
import { createHash } from 'node:crypto'
import { spread, variation } from './numbers.mjs'

/** Megabytes that one calibration hashes; about a twentieth of a second of one core. */
const CALIBRATION_MB = 64
const block = Buffer.alloc(1024 * 1024, 'calibration')
const noise = []

/** Milliseconds of a fixed piece of work: what varies here is the machine's doing, not that of what is measured. */
function calibrate() {
  const started = performance.now()
  const hash = createHash('sha256')
  for (let megabyte = 0; megabyte < CALIBRATION_MB; megabyte++) hash.update(block)
  hash.digest()
  return performance.now() - started
}

/**
 * Runs every subject once without counting it, unless `warmUp` is false, then `rounds` times in turn, beginning
 * with another one each time.
 * @param subjects name to an async function that gives one sample
 * @returns name to its samples, one per round
 */
export async function inTurn(rounds, subjects, { warmUp = true } = {}) {
  const names = Object.keys(subjects)
  const samples = Object.fromEntries(names.map((name) => [name, []]))
  if (warmUp) for (const name of names) await subjects[name]()
  for (let round = 0; round < rounds; round++) {
    const first = round % names.length
    for (const name of [...names.slice(first), ...names.slice(0, first)]) {
      noise.push(calibrate())
      samples[name].push(await subjects[name]())
    }
  }
  return samples
}

/** How much the fixed work varied since this process began: its `spread` in milliseconds and its `variation`. */
export function noiseSoFar() {
  return noise.length === 0
    ? undefined
    : { ...spread(noise), variation: variation(noise), samples: noise.length }
}

/** `one` member of every sample, e.g. all times. */
export const every = (samples, member) => samples.map((sample) => sample[member])
