/**
 * Takes the pictures in docs/images anew: the report of a run against the reference with two deliberate faults, its
 * first failure open, and that of an honest run. Compile first: it runs dist/. Needs Chromium.
 */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { chromium } from 'playwright-core'
import { startReference } from '../dist/reference/index.js'

const WIDTH = 1200
const FAULTS = ['v3-remove-sandbox-changes-role', 'v1-list-filter-pages-alike']

const images = fileURLToPath(new URL('../docs/images/', import.meta.url))
const scratch = await mkdtemp(join(tmpdir(), 'uac-pictures-'))
const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox'] })

async function judge(target) {
  const env = { PATH: process.env.PATH, ...target }
  await once(spawn(process.execPath, ['dist/cli/main.js', 'run'], { env, stdio: 'ignore' }), 'exit')
}

/** Judges the reference with these faults, and photographs the page. */
async function take(name, { faults, height, open }) {
  const reference = await startReference({ faults })
  const folder = join(scratch, name)
  await judge({ ...reference.environment, SAFETY: 'full', REPORT_DIR: folder })
  await reference.close()
  const page = await browser.newPage({ viewport: { width: WIDTH, height } })
  await page.goto(pathToFileURL(join(folder, 'report.html')).href)
  if (open !== undefined) {
    await page.goto(`${page.url()}#verdict=failed&id=${open}`)
    await page.reload()
  }
  await page.evaluate(() => scrollTo({ top: 0, behavior: 'instant' }))
  await page.screenshot({ path: join(images, `${name}.png`) })
  await page.close()
}

await take('report', { faults: FAULTS, height: 2600, open: 'v3.remove.sandbox-no-effect' })
await take('report-passing', { faults: [], height: 1169 })
await browser.close()
await rm(scratch, { recursive: true })
