/** Whatever a target sends, the report is whole, of bearable size and harmless, and so is the terminal. */
import { readFile, rm, stat } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { afterEach, expect, test } from 'vitest'
import { describeInBrowser, troublesOf } from '../report/browser.ts'
import { HARMS } from './hostile/harms.ts'
import { FILES, makePlaces, namesOf, type Places, runCommand, textsIn } from './hostile/run.ts'
import { type SpoiledTarget, startSpoiled } from './hostile/spoiled-target.ts'

const SCHEMA = fileURLToPath(new URL('../../schemas/report.schema.json', import.meta.url))
const LARGEST_FILE = 6_000_000

/** The only escapes that the suite writes are those that set and end a colour. */
const ESCAPE = '\u001b'
const COLOUR = new RegExp(`${ESCAPE}\\[[\\d;]*m`, 'g')
/** What moves a cursor, hides, or turns text round. */
const HARMFUL = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u

let target: SpoiledTarget | undefined
let places: Places | undefined

afterEach(async () => {
  await target?.close()
  if (places) await rm(places.root, { recursive: true })
})

describeInBrowser('a target that sends what does harm', ({ newPage }) => {
  test.each(Object.keys(HARMS))('%s', async (harm) => {
    const spoil = HARMS[harm]
    if (!spoil) throw new Error(`no such harm: ${harm}`)
    target = await startSpoiled(spoil)
    places = await makePlaces()
    const { REPORT_DIR, JOURNAL_DIR } = places
    const { output } = await runCommand({
      ...target.environment,
      REPORT_DIR,
      JOURNAL_DIR,
      SAFETY: 'full',
      FORCE_COLOR: '1',
    })
    const reportPath = join(REPORT_DIR, 'report.json')
    expect(output).toContain('verdict')
    for (const line of output.replace(COLOUR, '').split('\n')) expect(line).not.toMatch(HARMFUL)

    const files = await textsIn(REPORT_DIR)
    expect(namesOf(files, REPORT_DIR)).toEqual(FILES)
    for (const path of files.keys()) {
      expect((await stat(path)).size, basename(path)).toBeLessThan(LARGEST_FILE)
    }
    const report = JSON.parse(await readFile(reportPath, 'utf8'))
    const validate = new Ajv2020({ strict: false }).compile(JSON.parse(await readFile(SCHEMA, 'utf8')))
    validate(report)
    expect(validate.errors ?? []).toEqual([])
    expect(report.exchanges.length).toBeGreaterThan(2)
    JSON.parse(files.get(join(REPORT_DIR, 'traffic.har')) ?? '')
    JSON.parse(files.get(join(REPORT_DIR, 'badge.json')) ?? '')

    const page = await newPage()
    for (const name of ['junit.xml', 'badge.svg']) {
      const xml = files.get(join(REPORT_DIR, name)) ?? ''
      // As a string: the browser's own types are not those of this project.
      const errors = await page.evaluate(
        `[...new DOMParser().parseFromString(${JSON.stringify(xml)}, 'application/xml').querySelectorAll('parsererror')].map((one) => one.textContent)`,
      )
      expect(errors, name).toEqual([])
    }
    await page.goto(pathToFileURL(join(REPORT_DIR, 'report.html')).href)
    await page.locator('.requirement > summary').first().click()
    await page.locator('.requirement[open]').first().waitFor()
    expect(await page.evaluate('window.pwned')).toBeUndefined()
    expect(troublesOf(page)).toEqual([])
  })
})
