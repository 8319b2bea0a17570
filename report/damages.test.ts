/** Who was touched stands first in every output, with what restores it. */
import { expect, test } from 'vitest'
import type { Damage } from '../model/report.ts'
import { htmlReport } from './html.ts'
import { markdownReport } from './markdown.ts'
import { terminalSummary } from './terminal.ts'
import { reportOf } from './testing/report.ts'

const damage: Damage = {
  contract: 'v3',
  effect: 'removed',
  email: 'petra@acme.example',
  name: 'Petra',
  role: 'admin',
  scope: 'profile 4711',
  id: 'u-1',
  simulated: false,
  exchange: 'x1',
  restore: 'Invite the address again as admin.',
}
const report = reportOf(
  { 'v3.remove.last-admin-kept': 'failed', 'v3.list.users': 'passed' },
  { damages: [damage] },
)
const TOLD = ['petra@acme.example', 'admin', 'profile 4711', 'u-1', 'Invite the address again as admin.']

test.each([
  ['terminal', terminalSummary(report, { colour: false, width: 400, reportPath: 'report.html' })],
  ['Markdown', markdownReport(report)],
  ['HTML', htmlReport(report)],
])('in the %s output', (_, text) => {
  const first = text.indexOf('petra@acme.example')
  for (const told of TOLD) expect(text).toContain(told)
  const later = text.indexOf('v3.list.users')
  expect(first).toBeGreaterThan(0)
  if (later >= 0) expect(first).toBeLessThan(later)
  expect(first).toBeLessThan(text.indexOf('v3.remove.last-admin-kept'))
})
