import axe from 'axe-core'
import { expect, it } from 'vitest'
import type { Report } from '../../helpers/report/report.ts'
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
    for (const width of [1280, 390]) {
      it.each(CASES)(
        `finds nothing serious in ${colorScheme}, ${width} pixels wide: %s`,
        async (_, report, fragment) => {
          const page = await open(report(), fragment, { colorScheme, viewport: { width, height: 900 } })
          await page.evaluate(axe.source)
          const found = (await page.evaluate(
            'axe.run().then((results) => results.violations)',
          )) as Violation[]
          const serious = found.filter(({ impact }) => impact === 'serious' || impact === 'critical')
          expect(serious.map(({ id, nodes }) => [id, nodes.slice(0, 3).map((node) => node.html)])).toEqual([])
        },
      )
    }
  }
})
