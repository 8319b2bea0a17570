/**
 * The way of one exchange from the socket to the page, file by file, for a list whose entry breaks a promise. Whoever
 * looks for what happens to an answer reads these files in this order; how often the folder changes on the way is how
 * often a reader has to start anew.
 */
import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path/posix'

/** In this order; a file that is met again stands again. */
export const WAY = [
  // Sent and received, recorded as it came.
  'helpers/http/transport.ts',
  'helpers/http/sender.ts',
  'helpers/http/client.ts',
  'helpers/http/body.ts',
  'helpers/secrets/shorten.ts',
  'helpers/http/client.ts',
  'helpers/http/recorder.ts',
  // Published by the client once its caller has seen that it counts, and looked at by the rules of every answer.
  'contracts/v3/client/caller.ts',
  'helpers/http/client.ts',
  'language/every-answer.ts',
  'contracts/v3/inspection/reading.ts',
  'language/every-answer.ts',
  'helpers/schema/validate.ts',
  'language/every-answer.ts',
  'language/inspections.ts',
  // Handed to a check, which judges it.
  'contracts/v3/steps/invitations.ts',
  'suites/v3/list/users.ts',
  'language/matchers/answers.ts',
  'language/scope.ts',
  // A verdict, put into words.
  'runner/worker/judge.ts',
  'helpers/secrets/wording.ts',
  'runner/worker/run.ts',
  'helpers/secrets/sharing.ts',
  // Collected, built into the report, and written.
  'runner/collect.ts',
  'runner/report-of.ts',
  'report/build.ts',
  'report/html.ts',
  'report/html/data.ts',
]

/** How often the folder changes on the way. */
export function changesOfFolder() {
  return WAY.slice(1).filter((file, index) => dirname(file) !== dirname(WAY[index])).length
}

const IMPORT = /(?:from|import)\s*\(?\s*'(\.[^']+)'/g

/**
 * Stations that neither import another one nor are imported by one: those are on no way. Checks import nothing of it,
 * because they are handed all they use.
 */
export function astray() {
  const imports = new Map(WAY.map((file) => [file, importsOf(file)]))
  const others = (file) => [...imports].filter(([other]) => other !== file)
  return WAY.filter(
    (file) =>
      !file.startsWith('suites/') &&
      !others(file).some(([other, known]) => known.includes(file) || imports.get(file).includes(other)),
  )
}

function importsOf(file) {
  const text = readFileSync(file, 'utf8')
  return [...text.matchAll(IMPORT)].map(([, path]) => join(dirname(file), path))
}
