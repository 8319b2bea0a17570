/** From which commit this suite was built. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { packageRoot } from '../text/package-root.ts'

/** Where the build writes it, below the package's root (`suites/build.ts`). */
export const COMMIT_FILE = 'dist/commit.txt'

/** The commit, with `+changes` where files had been changed since; undefined where the build could not know it. */
export function suiteCommit(): string | undefined {
  try {
    const text = readFileSync(join(packageRoot(), COMMIT_FILE), 'utf8').trim()
    return /^[0-9a-f]{40}(\+changes)?$/.test(text) ? text : undefined
  } catch {
    return undefined
  }
}
