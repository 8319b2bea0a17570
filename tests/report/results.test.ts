import { writeFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import axe from 'axe-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { resultsHtml } from '../../report/index/html.ts'
import { resultsOf, type Submitted } from '../../report/index/results.ts'
import { describeInBrowser, troublesOf } from './browser.ts'
import { failingReport, passingReport, unreachableReport } from './sample.ts'

const verdicts = { conformant: passingReport, nonconformant: failingReport, inconclusive: unreachableReport }

function submitted(name: string, verdict: keyof typeof verdicts): Submitted {
  const report = verdicts[verdict]()
  const coverage = report.summary.coverage
  return {
    report: {
      ...report,
      target: { ...report.target, name, version: '1.0' },
      profiles: [{ name: 'v3-core', verdict: report.verdict, coverage }],
    },
    digest: '0a'.repeat(32),
    page: `${encodeURIComponent(name)}/report.html`,
    isAttested: true,
  }
}

describeInBrowser('the results page', ({ newPage }) => {
  let directory: string
  let address: string
  beforeAll(async () => {
    directory = await mkdtemp(join(tmpdir(), 'results-'))
    const rows = [
      submitted('zeta', 'conformant'),
      submitted('alpha', 'nonconformant'),
      submitted('<b>mu', 'inconclusive'),
    ]
    writeFileSync(join(directory, 'index.html'), resultsHtml(resultsOf(rows)))
    address = pathToFileURL(join(directory, 'index.html')).href
  })
  afterAll(() => rm(directory, { recursive: true }))

  const names = '#rows tr:visible th'

  test('sorts by a column and filters by name, profile and verdict, with nothing in the console', async () => {
    const page = await newPage()
    await page.goto(address)
    const shown = async () =>
      (await page.locator(names).allTextContents()).map((text) => text.trim().split(' ')[0])
    expect(await shown()).toEqual(['<b>mu', 'alpha', 'zeta'])
    await page.getByRole('button', { name: 'Whole run' }).click()
    expect(await shown()).toEqual(['zeta', '<b>mu', 'alpha'])
    await page.getByRole('button', { name: 'Whole run' }).click()
    expect(await shown()).toEqual(['alpha', '<b>mu', 'zeta'])
    await page.getByLabel('Verdict').selectOption('nonconformant')
    await page.getByLabel('Profile').selectOption('v3-core')
    expect(await shown()).toEqual(['alpha'])
    await page.getByRole('searchbox').fill('ze')
    expect(await shown()).toEqual([])
    expect(await page.locator('#shown').textContent()).toBe('0 of 3')
    expect(await page.locator('#rows a').first().getAttribute('href')).toBe('alpha/report.html')
    expect(troublesOf(page)).toEqual([])
  })

  test('has nothing that a scan for accessibility finds serious', async () => {
    const page = await newPage()
    await page.goto(address)
    await page.evaluate(axe.source)
    const found = (await page.evaluate('axe.run().then((results) => results.violations)')) as {
      impact: string
      id: string
    }[]
    expect(
      found.filter(({ impact }) => impact === 'serious' || impact === 'critical').map(({ id }) => id),
    ).toEqual([])
  })
})
