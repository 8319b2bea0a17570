/**
 * Takes the pictures of the report that the README shows: `npm run build`, then `node tests/report/picture.mjs`.
 * One is of a run against the reference with two faults, opened at a failure; the other of a run without.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { chromium } from 'playwright-core'
import { readConfig } from '../../dist/helpers/config/config.js'
import { writeReport } from '../../dist/report/write.js'
import { runConformance } from '../../dist/runner/conformance.js'

const IMAGES = fileURLToPath(new URL('../../docs/images/', import.meta.url))
const WIDTH = 1200
const PICTURES = [
  {
    file: 'report.png',
    faults: ['v1-create-role-always-member', 'v3-invite-role-ignored'],
    fragment: '#verdict=failed&id=v1.create.role-echoed',
    // The other picture shows these; without them the failure stands right below the verdict.
    without: ['#matrix', '#open'],
    last: '.requirement[open]',
  },
  { file: 'report-passing.png', faults: [], fragment: '', without: [], last: 'section:has(#matrix)' },
]
/** Space that stays below the last thing to be seen. */
const MARGIN = 40

const directory = mkdtempSync(join(tmpdir(), 'report-picture-'))
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu'],
})
try {
  for (const { file, faults, fragment, without, last } of PICTURES) {
    const config = readConfig({ REPORT_DIR: directory, JOURNAL_DIR: join(directory, 'journal') })
    const report = await runConformance(config, { embedded: { faults } })
    const expected = faults.length > 0 ? 'nonconformant' : 'conformant'
    if (report.verdict !== expected) throw new Error(`${file}: ${report.verdict} instead of ${expected}`)
    await writeReport(report, directory, { mask: (text) => text, containsSecret: () => false })
    const page = await browser.newPage({ viewport: { width: WIDTH, height: 900 }, colorScheme: 'light' })
    await page.goto(pathToFileURL(join(directory, 'report.html')).href + fragment)
    for (const heading of without) {
      await page.locator(`section:has(${heading})`).evaluateAll((all) => {
        for (const one of all) one.remove()
      })
    }
    // The filters stick to the top of what is scrolled into sight, which a picture of the whole page is not.
    await page.evaluate('document.activeElement.blur(); scrollTo({ top: 0, behavior: "instant" })')
    const box = await page.locator(last).boundingBox()
    const height = Math.ceil(box.y + box.height + MARGIN)
    const clip = { x: 0, y: 0, width: WIDTH, height }
    await page.screenshot({ path: join(IMAGES, file), clip, fullPage: true })
    await page.close()
    console.log(`${join(IMAGES, file)}: ${report.verdict}, ${WIDTH} x ${height}`)
  }
} finally {
  await browser.close()
  rmSync(directory, { recursive: true })
}
