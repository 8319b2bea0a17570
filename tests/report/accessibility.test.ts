import axe from 'axe-core'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import type { Report } from '../../model/report.ts'
import { describeInBrowser } from './browser.ts'
import { failingReport, passingReport, unreachableReport } from './sample.ts'

interface Violation {
  id: string
  impact: string
  nodes: { html: string }[]
}

const CASES: [name: string, report: () => Report, fragment: string][] = [
  ['a passing report', passingReport, ''],
  ['a failing report', failingReport, ''],
  ['a failure with its evidence', failingReport, '#id=v3.list.user-fields'],
  ['a filtered list', failingReport, '#verdict=failed,warning,untested'],
  ['a run without any verdict', unreachableReport, ''],
]

describeInBrowser('an accessibility scan', ({ open }) => {
  for (const colorScheme of ['light', 'dark'] as const) {
    test.each(CASES)(`finds nothing serious in ${colorScheme}: %s`, async (_, report, fragment) => {
      expect(await seriousIn(await open(report(), fragment, { colorScheme }))).toEqual([])
    })
  }

  test('finds nothing serious on a phone', async () => {
    const viewport = { width: 390, height: 844 }
    const page = await open(failingReport(), '#id=v3.list.user-fields', { viewport })
    expect(await seriousIn(page)).toEqual([])
  })
})

async function seriousIn(page: Page): Promise<unknown[]> {
  await page.evaluate(axe.source)
  const found = (await page.evaluate('axe.run().then((results) => results.violations)')) as Violation[]
  return found
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => [id, nodes.slice(0, 3).map((node) => node.html)])
}
