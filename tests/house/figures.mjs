/** Measures the house: the production code's files and lines, and each room's share of them. */
import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path/posix'

const ROOMS = ['model', 'helpers', 'language', 'contracts', 'suites', 'report', 'runner', 'reference', 'cli']
/** Faults and variants are data: nobody has to know them to find the way. */
const DATA = /^reference\/(faults|variants)\//
const SUPPORT = /\.test\.ts$|\/testing\//

/** The lines of each production file, by its path. */
export function productionFiles() {
  const files = execFileSync('git', ['ls-files', '*.ts'], { encoding: 'utf8' }).split('\n')
  const isOurs = (file) => ROOMS.includes(file.split('/')[0]) && !SUPPORT.test(file)
  return new Map(files.filter(isOurs).map((file) => [file, readFileSync(file, 'utf8').split('\n').length]))
}

/**
 * The lines of each room without faults and variants, and their share of the production lines in percent: of all lines
 * (`percent`), and of those that are no faults and variants either (`strictly`). The largest room comes first.
 */
export function shares(files = productionFiles()) {
  const all = sum([...files])
  const rooms = ROOMS.map((room) => ({
    room,
    lines: sum([...files].filter(([file]) => file.startsWith(`${room}/`) && !DATA.test(file))),
  }))
  const known = rooms.reduce((total, { lines }) => total + lines, 0)
  return rooms
    .map((one) => ({ ...one, percent: (100 * one.lines) / all, strictly: (100 * one.lines) / known }))
    .sort((one, other) => other.lines - one.lines)
}

function sum(files) {
  return files.reduce((total, [, lines]) => total + lines, 0)
}

/** What is run or bundled by itself, so that no other file has to import it. */
const ENTRIES =
  /^(cli\/|runner\/(entry|entries\/.*|thread)\.ts|reference\/thread\.ts|.*\/build\.ts|report\/html\/script\/|helpers\/config\/describe\.ts)/
const IMPORT = /(?:from|import)\s*\(?\s*'(\.[^']+)'/g

/** Production files that no other one imports: what only tests need lies in folders called testing, and is not packed. */
export function unused(files = productionFiles()) {
  const imported = new Set(
    [...files.keys()].flatMap((file) =>
      [...readFileSync(file, 'utf8').matchAll(IMPORT)].map(([, path]) => join(dirname(file), path)),
    ),
  )
  return [...files.keys()].filter((file) => !imported.has(file) && !ENTRIES.test(file))
}
