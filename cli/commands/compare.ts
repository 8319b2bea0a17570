/** `compare`: holds reports against each other, prints the matrix and writes it. */
import { existsSync } from 'node:fs'
import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join, relative, resolve, sep } from 'node:path'
import { printable } from '../../helpers/text/printable.ts'
import { type Comparison, compareReports } from '../../report/compare/compare.ts'
import { comparisonHtml } from '../../report/compare/html.ts'
import { comparisonMarkdown } from '../../report/compare/markdown.ts'
import { labelsOf, readReports } from '../../report/compare/read.ts'
import { comparisonText } from '../../report/compare/text.ts'
import { painter } from '../../report/terminal/style.ts'
import { maskOfEnvironment, UNSETTLED_EXIT, UsageError } from '../errors.ts'
import { wantsColour, widthOf } from '../terminal.ts'

/** Flags as they were typed. */
export interface CompareFlags {
  gate?: boolean
  allowIncomplete?: boolean
  all?: boolean
  output: string
}

/**
 * @param paths reports, or the directories that hold them, oldest first
 * @returns 0; with `gate` 1 when something that passed in the first fails in the last, 3 when something that
 * passed in the first was not judged in the last
 * @throws CompareError for what is no report, UsageError for fewer than two
 */
export async function compareCommand(paths: string[], flags: CompareFlags): Promise<number> {
  if (paths.length < 2) throw new UsageError('compare needs at least two reports, the oldest first')
  const read = await readReports(paths)
  const labels = labelsOf(read.map(({ file }) => file))
  const mask = await maskOfEnvironment()
  const comparison = compareReports(
    read.map(({ report, file }, index) => ({
      report,
      label: labels[index] ?? file,
      ...pageBeside(file, flags.output),
    })),
  )
  await write(flags.output, mask, {
    'compare.json': `${JSON.stringify(comparison, null, 2)}\n`,
    'compare.md': comparisonMarkdown(comparison),
    'compare.html': comparisonHtml(comparison),
  })
  const paint = painter(wantsColour(process.stdout))
  const width = Math.max(60, widthOf(process.stdout))
  process.stdout.write(mask(comparisonText(comparison, { paint, width, all: flags.all ?? false })))
  process.stdout.write(
    `\nwritten to ${printable(join(flags.output, 'compare.md'))}, compare.html and compare.json\n`,
  )
  return flags.gate ? gateCode(comparison, flags.allowIncomplete ?? false) : 0
}

/** The page that was written beside a report, as a link from the comparison leads to it. */
function pageBeside(file: string, output: string): { page?: string } {
  const page = join(dirname(file), 'report.html')
  if (!existsSync(page)) return {}
  const path = relative(resolve(output), resolve(page)).split(sep)
  return { page: path.map((part) => encodeURIComponent(part)).join('/') }
}

function gateCode({ regressed, lost }: Comparison, allowIncomplete: boolean): number {
  const code = regressed.length > 0 ? 1 : lost.length > 0 && !allowIncomplete ? UNSETTLED_EXIT : 0
  const why = [
    ...(regressed.length > 0
      ? [`${regressed.length} passed in the first report and failed in the last`]
      : []),
    ...(lost.length > 0 ? [`${lost.length} passed in the first report and were not judged in the last`] : []),
  ]
  const word = code === 0 ? 'passed' : 'stopped'
  process.stdout.write(`gate ${word}, exit code ${code}${why.length > 0 ? `: ${why.join('; ')}` : ''}\n`)
  return code
}

async function write(
  directory: string,
  mask: (text: string) => string,
  files: Record<string, string>,
): Promise<void> {
  try {
    await mkdir(directory, { recursive: true })
    for (const [name, text] of Object.entries(files)) await writeFile(join(directory, name), mask(text))
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    throw new UsageError(`--output ${printable(directory)} cannot be written: ${code}`)
  }
}
