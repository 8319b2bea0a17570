/** The step of the build behind `tsc`: writes catalogues and causes beside the compiled sources, and which commit they are. */
import { execFileSync } from 'node:child_process'
import { rmSync, writeFileSync } from 'node:fs'
import { basename } from 'node:path'
import { COMMIT_FILE } from '../helpers/config/suite-commit.ts'
import { packageRoot } from '../helpers/text/package-root.ts'
import { declaredCatalogues, declaredCauses } from './index.ts'

writeFileSync(new URL('catalogues.json', import.meta.url), JSON.stringify(declaredCatalogues()))
writeFileSync(new URL('causes.json', import.meta.url), JSON.stringify(declaredCauses()))

/** The commit of the sources, with `+changes` where they differ from it. @throws Error outside of a repository */
function commit(): string {
  const git = (...args: string[]): string =>
    execFileSync('git', args, { cwd: packageRoot(), encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] })
  const changed = git('status', '--porcelain', '--untracked-files=no', '--', '.').trim() !== ''
  return `${git('rev-parse', 'HEAD').trim()}${changed ? '+changes' : ''}`
}

// Beside what is being built, which is moved into its place as a whole.
const file = new URL(`../${basename(COMMIT_FILE)}`, import.meta.url)
try {
  writeFileSync(file, `${commit()}\n`)
} catch {
  // A copy of the sources without its repository: reports then say the version alone.
  rmSync(file, { force: true })
}
