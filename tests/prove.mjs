/**
 * `npm run prove`: the proof by faults. Where all of it is asked for, also the tables of what no fault of a target is:
 * wrong configurations of honest targets, operations that are dead, strangers at the address, errors that a retry
 * overcomes. They are part of `npm test` as well.
 */
import { spawnSync } from 'node:child_process'

const TABLES = [
  'wrong-config',
  'wrong-self',
  'dead-operations',
  'strangers',
  'overcome-errors',
  'common-causes',
]

/** @returns the exit code; a step that was ended by a signal has failed */
function step(command, args) {
  return spawnSync(command, args, { stdio: 'inherit' }).status ?? 1
}

const args = process.argv.slice(2)
const proven = step(process.execPath, ['build.mjs', '--then', 'dist/cli/main.js', 'prove', ...args])
const files = TABLES.map((name) => `tests/e2e/${name}.test.ts`)
const held = args.length > 0 ? 0 : step('npx', ['vitest', 'run', '--project', 'end-to-end', ...files])
process.exitCode = proven || held
