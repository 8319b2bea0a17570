import { describe, expect, test } from 'vitest'
import { hostileReport, MARK } from '../tests/report/hostile.ts'
import { failingReport, passingReport } from '../tests/report/sample.ts'
import { junitReport } from './junit.ts'

/** The test case of a requirement; tests in a browser parse the whole with a real XML parser. */
function caseOf(xml: string, id: string): string {
  const found = xml
    .split(/(?=<testcase )/)
    .find((part) => part.startsWith(`<testcase name="${id}:`))
    ?.split('</testsuite>')[0]
  if (found === undefined) throw new Error(`no test case for ${id}`)
  return found
}

describe('junit.xml', () => {
  test('has one suite per operation, and counts', () => {
    const xml = junitReport(failingReport())
    expect(xml.match(/<testsuite /g)).toHaveLength(8)
    expect(xml).toMatch(
      /<testsuites name="users-api-conformance 0.1.0" tests="91" failures="3" errors="0" skipped="9"/,
    )
    expect(xml).toMatch(/<testsuite name="GET \/v3\/users" tests="17" failures="1" errors="0" skipped="2"/)
  })

  test('names what failed at its beginning, and nothing where nothing did', () => {
    const [, line] = junitReport(failingReport()).split('\n')
    expect(line).toMatch(/^<!-- nonconformant; failed: v3\.[\w.-]+(, v[13]\.[\w.-]+){2} -->$/)
    expect(junitReport(passingReport())).not.toContain('<!--')
  })

  test('shows a failure with what differs and how to see it again', () => {
    const text = caseOf(junitReport(failingReport()), 'v3.remove.self-rejected')
    expect(text).toContain('<failure message="expected status 400, got status 204" type="must">')
    expect(text).toContain('x63, admin: DELETE')
    expect(text).toContain('curl -i -X DELETE')
  })

  test('lets a warning pass, with output', () => {
    const text = caseOf(junitReport(failingReport()), 'v1.list.pages-disjoint')
    expect(text).toContain('<system-out>warning\nexpected no user on two pages')
    expect(text).not.toMatch(/<failure|<skipped/)
  })

  test('skips what was not settled, with the reason', () => {
    const xml = junitReport(failingReport())
    expect(caseOf(xml, 'v1.create.conflict')).toContain(
      '<skipped message="inconclusive: POST /api/v1/users: no answer within 30 s"/>',
    )
    expect(caseOf(xml, 'v1.delete.forbidden')).toContain(
      '<skipped message="untested: needs RESTRICTED_ACCESS_TOKEN"/>',
    )
    expect(caseOf(xml, 'v3.invite.email-sent')).toContain(
      '<skipped message="cannot be seen over HTTP: the mailbox is outside HTTP"/>',
    )
  })

  test('has nothing but names where all is well', () => {
    const skipped = junitReport(passingReport()).match(/<skipped/g)
    expect(skipped).toHaveLength(3)
    expect(junitReport(passingReport())).not.toMatch(/<failure|<system-out/)
  })

  test('holds hostile text as text only', () => {
    const xml = junitReport(hostileReport())
    expect(xml).toContain(MARK)
    expect(xml).not.toMatch(/<script|]]>|<svg|<img/)
    expect(xml).not.toMatch(/[^\n\x20-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]|\p{Cs}|\x9b/u)
  })
})
