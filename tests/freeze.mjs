/**
 * Freezes what this version judges as the set of a release: `npm run freeze -- 2026-11`. Until that version is released
 * the set follows `npm run update`; afterwards it stays as it is.
 */
import { mkdir, writeFile } from 'node:fs/promises'
import { suiteVersion } from '../dist/helpers/text/package-root.js'
import { freeze, setText } from '../dist/report/sets/sets.js'
import { CONTRACT_NAMES, catalogueOf } from '../dist/suites/catalogues.js'

const [name = ''] = process.argv.slice(2)
if (!/^\d{4}-(0[1-9]|1[0-2])$/.test(name)) {
  console.error(
    `expected the year and month of a release, for example 2026-11, and not ${JSON.stringify(name)}`,
  )
  process.exit(2)
}
const set = freeze(name, suiteVersion(), catalogueOf(CONTRACT_NAMES))
const folder = new URL('../requirements/', import.meta.url)
await mkdir(folder, { recursive: true })
await writeFile(new URL(`${name}.json`, folder), setText(set))
console.log(`requirements/${name}.json: ${Object.keys(set.requirements).length} requirements, ${set.digest}`)
