/** `index`: makes a results page of submissions, and holds one against them. */
import { existsSync } from 'node:fs'
import { mkdir, readFile } from 'node:fs/promises'
import { dirname, join, relative, resolve, sep } from 'node:path'
import { printable } from '../../helpers/text/printable.ts'
import { resultsHtml } from '../../report/index/html.ts'
import { disagreements, profilesBy, resultsOf, type Submitted } from '../../report/index/results.ts'
import { profilesOf } from '../../suites/facts.ts'
import { ATTESTATION, readReportFile, writeText } from '../attestation-files.ts'
import { maskOfEnvironment, UsageError } from '../errors.ts'

/** Flags as they were typed. */
export interface IndexFlags {
  output: string
  check?: boolean
}

/** Exit code where page and reports do not agree. */
const DISAGREES = 1

/**
 * @param directories of submissions or reports
 * @returns 0; 1 where a report contradicts itself, or with `check` where the page is not that of the reports
 * @throws UsageError or CompareError for what cannot be read or written
 */
export async function indexCommand(directories: string[], { output, check }: IndexFlags): Promise<number> {
  const read = await Promise.all(directories.map((directory) => submitted(directory, output)))
  const problems = read.flatMap(({ directory, wrong }) =>
    wrong.map((problem) => `${printable(directory, 200)}: ${printable(problem, 300)}`),
  )
  if (problems.length > 0) return disagree(problems, 'no page was made of reports that contradict themselves')
  const mask = await maskOfEnvironment()
  const results = resultsOf(read)
  const files: [name: string, text: string][] = [
    ['index.html', mask(resultsHtml(results))],
    ['results.json', mask(`${JSON.stringify(results, null, 2)}\n`)],
  ]
  if (check) {
    const other = await otherwise(output, files)
    if (other.length > 0) return disagree(other, 'run index again, without --check')
    process.stdout.write(`${printable(output, 200)} agrees with ${results.rows.length} reports\n`)
    return 0
  }
  await mkdir(output, { recursive: true }).catch((error: NodeJS.ErrnoException) => {
    throw new UsageError(
      `--output ${printable(output, 200)}: cannot be made (${error.code}); choose another one`,
    )
  })
  for (const [name, text] of files) await writeText(join(output, name), text)
  process.stdout.write(
    `${results.rows.length} reports by ${results.profiles.length} profiles in ${printable(join(output, 'index.html'), 200)}\n`,
  )
  return 0
}

function disagree(problems: readonly string[], fix: string): number {
  process.stderr.write(`${problems.join('\n')}\n${fix}\n`)
  return DISAGREES
}

async function submitted(
  directory: string,
  output: string,
): Promise<Submitted & { directory: string; wrong: string[] }> {
  const { file, report, digest } = await readReportFile(directory)
  const profiles = profilesBy(report, await profilesOf(report.contracts))
  const folder = dirname(file)
  return {
    directory,
    report: { ...report, profiles },
    digest,
    isAttested: existsSync(join(folder, ATTESTATION)),
    wrong: disagreements(report, profiles),
    ...pageBeside(folder, output),
  }
}

/** The page of a report, as a link from the results leads to it. */
function pageBeside(folder: string, output: string): { page?: string } {
  const page = join(folder, 'report.html')
  if (!existsSync(page)) return {}
  const steps = relative(resolve(output), resolve(page)).split(sep)
  return { page: steps.map((step) => encodeURIComponent(step)).join('/') }
}

/** Names of the files that are not as they would be written now. */
async function otherwise(output: string, files: readonly [name: string, text: string][]): Promise<string[]> {
  const found = await Promise.all(
    files.map(async ([name, text]) => {
      const path = join(output, name)
      const there = await readFile(path, 'utf8').catch(() => undefined)
      if (there === text) return []
      return [
        `${printable(path, 200)}: ${there === undefined ? 'is missing' : 'does not agree with the reports'}`,
      ]
    }),
  )
  return found.flat()
}
