/** Reads and writes the file of a baseline. */
import { readFile, rename, writeFile } from 'node:fs/promises'
import { ConfigError, shown } from '../../helpers/config/problem.ts'
import { type Baseline, BaselineError, baselineText, parseBaseline } from './baseline.ts'

/** How a baseline file is read. */
export interface ReadOptions {
  /** Ids of every catalogue. */
  ids: readonly string[]
  /** Whether a missing file stands for an empty baseline, because it is about to be written. */
  mayBeMissing: boolean
}

/** @throws ConfigError when there is no such file, or it cannot be used */
export async function readBaseline(
  file: string,
  { ids, mayBeMissing }: ReadOptions,
): Promise<Baseline & { file: string }> {
  try {
    return { file, ...parseBaseline(await readFile(file, 'utf8'), ids) }
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code
    if (code === 'ENOENT' && mayBeMissing) return { file, known: [] }
    if (error instanceof BaselineError) throw unusable(file, `which is no baseline:\n  ${error.message}`)
    throw unusable(file, code === 'ENOENT' ? 'which does not exist' : `which cannot be read (${code})`)
  }
}

/** @throws ConfigError when the file cannot be written */
export async function writeBaseline(file: string, baseline: Baseline): Promise<void> {
  const temporary = `${file}.${process.pid}.tmp`
  try {
    await writeFile(temporary, baselineText(baseline))
    await rename(temporary, file)
  } catch (error) {
    throw unusable(file, `which cannot be written (${(error as NodeJS.ErrnoException).code})`)
  }
}

function unusable(file: string, cause: string): ConfigError {
  return new ConfigError([
    {
      variable: 'BASELINE',
      read: `${shown(file)}, ${cause}`,
      expected: 'a JSON file that lists known violations',
      fix: 'The flag --update-baseline writes one from what the run finds.',
    },
  ])
}
