/** A real browser for the tests of the page. */
import { existsSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe } from 'vitest'
import type { Report } from '../../model/report.ts'
import { htmlReport } from '../../report/html.ts'

const CHROMIUM = process.env.CHROMIUM_PATH ?? '/usr/bin/chromium'

/** What a test gets: pages, and reports opened in them from disk. */
export interface Pages {
  newPage(options?: BrowserContextOptions): Promise<Page>
  /** Opens the HTML report from a file; `fragment` as in `#id=v3.list.meta`. */
  open(report: Report, fragment?: string, options?: BrowserContextOptions): Promise<Page>
}

/** Errors that the page or its policy has reported; tests expect none. */
const troubles = new WeakMap<Page, string[]>()

export function troublesOf(page: Page): string[] {
  return troubles.get(page) ?? []
}

/**
 * A suite with one browser. Where there is none it is skipped, and says so; a CI without browser fails, so
 * that the tests cannot go missing there unnoticed.
 */
export function describeInBrowser(name: string, tests: (pages: Pages) => void): void {
  if (!existsSync(CHROMIUM) && !process.env.CI) {
    describe.skip(`${name} (skipped: no Chromium at ${CHROMIUM}; set CHROMIUM_PATH)`, () => tests(missing))
    return
  }
  describe(name, () => {
    let browser: Browser
    let directory: string
    beforeAll(async () => {
      directory = await mkdtemp(join(tmpdir(), 'report-page-'))
      browser = await chromium.launch({
        executablePath: CHROMIUM,
        args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
      })
    })
    afterEach(() => Promise.all(browser.contexts().map((context) => context.close())))
    afterAll(async () => {
      await browser?.close()
      await rm(directory, { recursive: true, force: true })
    })

    const newPage = async (options: BrowserContextOptions = {}): Promise<Page> => {
      const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options })
      const page = await context.newPage()
      const found: string[] = []
      troubles.set(page, found)
      page.on('pageerror', (error) => found.push(error.message))
      page.on('console', (message) => message.type() === 'error' && found.push(message.text()))
      page.on('request', (request) => {
        if (!request.url().startsWith('file:')) found.push(`asked the network for ${request.url()}`)
      })
      return page
    }
    tests({
      newPage,
      async open(report, fragment = '', options = {}) {
        const page = await newPage(options)
        const file = join(directory, 'report.html')
        await writeFile(file, htmlReport(report))
        await page.goto(pathToFileURL(file).href + fragment)
        return page
      },
    })
  })
}

const missing: Pages = {
  newPage: () => Promise.reject(new Error('no browser')),
  open: () => Promise.reject(new Error('no browser')),
}
