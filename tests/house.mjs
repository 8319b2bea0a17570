/** Counts what the layers of the house promise: each room's share of the production lines, and imports that point up. */
import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path/posix'

/** Rooms from the lowest up; rooms of the same height do not know each other. */
const HEIGHT = { model: 0, reference: 0, helpers: 1, suites: 2, report: 2, runner: 3, cli: 4 }
const INNER = { text: 0, secrets: 1, lists: 1, config: 2, schema: 2, http: 3, safety: 4, suite: 5 }
const IMPORT = /(?:from|import)\s*\(?\s*'(\.[^']+)'/g

const files = execFileSync('git', ['ls-files', '*.ts'], { encoding: 'utf8' })
  .split('\n')
  .filter((file) => file.split('/')[0] in HEIGHT && !/\.test\.ts$|\/testing\//.test(file))
const lines = new Map()
const upward = []

for (const file of files) {
  const text = readFileSync(file, 'utf8')
  const room = file.split('/')[0]
  lines.set(room, (lines.get(room) ?? 0) + text.split('\n').length)
  for (const [, path] of text.matchAll(IMPORT)) {
    const target = join(dirname(file), path)
    if (pointsUp(file, target)) upward.push(`${file} -> ${target}`)
  }
}

function pointsUp(from, to) {
  const [room, inner] = from.split('/')
  const [other, within] = to.split('/')
  if (room !== other) {
    if (other === 'reference') return room !== 'runner' && room !== 'cli'
    return HEIGHT[other] >= HEIGHT[room]
  }
  if (room === 'helpers') return inner !== within && INNER[within] >= INNER[inner]
  return room === 'suites' && [inner, within].sort().join() === 'v1,v3'
}

const total = [...lines.values()].reduce((sum, count) => sum + count, 0)
for (const [room, count] of [...lines].sort((a, b) => b[1] - a[1])) {
  console.log(
    `${room.padEnd(10)} ${String(count).padStart(6)} ${((100 * count) / total).toFixed(1).padStart(5)} %`,
  )
}
console.log(`files ${files.length}, lines ${total}, upward imports ${upward.length}`)
for (const one of upward) console.log(`  ${one}`)
