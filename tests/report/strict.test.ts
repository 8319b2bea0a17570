import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { badgeSvg, badgesOf } from '../../report/badge.ts'
import { htmlReport } from '../../report/html.ts'
import { junitReport } from '../../report/junit.ts'
import { describeInBrowser, troublesOf } from './browser.ts'
import { HOSTILE, hostileReport, MARK } from './hostile.ts'
import { failingReport } from './sample.ts'

const ADDRESS = 'http://reports.test/report.html'

/** Opens the failing report from a server that sends a policy of its own. */
async function serve(page: Page, policy: string): Promise<void> {
  await page.route(ADDRESS, (route) =>
    route.fulfill({
      contentType: 'text/html; charset=utf-8',
      headers: { 'content-security-policy': policy },
      body: htmlReport(failingReport()),
    }),
  )
  await page.goto(ADDRESS)
}

describeInBrowser('a hostile target', ({ open, newPage }) => {
  test('gets no script run, no request sent and no element made by the page', async () => {
    const page = await open(hostileReport(), '#id=v3.list.user-fields')
    await page.locator('.requirement[open] .exchange').first().waitFor()
    for (const id of [
      'v3.remove.self-rejected',
      'v1.list.limit-at-most-100',
      'v3.list.meta',
      'v1.create.conflict',
    ]) {
      await page.evaluate(`location.hash = ${JSON.stringify(`#id=${id}`)}`)
      await page.locator(`[data-id="${id}"] .exchange`).first().waitFor()
    }
    expect(await page.evaluate('window.pwned')).toBeUndefined()
    expect(await page.locator('img, iframe, object, embed, base, svg[onload]').count()).toBe(0)
    expect(await page.locator('script').count()).toBe(2)
    expect(await page.locator('[onclick], [onload], [onerror], a[href^="javascript"]').count()).toBe(0)
    expect(await page.locator('body').textContent()).toContain(MARK)
    expect(troublesOf(page)).toEqual([])
  })

  test('cannot hide or turn round text: what is invisible is shown', async () => {
    const page = await open(hostileReport(), '#id=v3.list.user-fields')
    await page.locator('.requirement[open] .exchange').first().waitFor()
    const text = String(await page.locator('main').textContent())
    expect(text.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}]/u)
    expect(text).toContain('\\u202e')
  })

  test('cannot break junit.xml: an XML parser reads it, and finds the text as it was, made visible', async () => {
    const page = await newPage()
    const parsed = (await page.evaluate(parse(junitReport(hostileReport())))) as Record<string, unknown>
    expect(parsed).toEqual({
      root: 'testsuites',
      error: null,
      suites: 8,
      cases: 91,
      failures: 3,
      skipped: 9,
      other: [],
    })
  })

  test('cannot break the badge', async () => {
    const page = await newPage()
    expect(await page.evaluate(parse(badgeSvg(badgesOf(hostileReport(), '0a').run)))).toMatchObject({
      root: 'svg',
      error: null,
    })
  })

  test('cannot leave the script element that holds the evidence', () => {
    const page = htmlReport(hostileReport())
    const data = page.slice(page.indexOf('id="data">') + 10)
    const json = data.slice(0, data.indexOf('</script>'))
    expect(json).not.toContain('<')
    expect(JSON.parse(json).exchanges.x1.caller).toBe(HOSTILE)
  })
})

describeInBrowser('a strict content security policy', ({ open, newPage }) => {
  test('of the page itself allows one script and one style and nothing else', async () => {
    const policy = await (await open(failingReport())).locator('meta[http-equiv]').getAttribute('content')
    expect(policy).toMatch(
      /^default-src 'none'; script-src 'sha256-[^']+'; style-src 'sha256-[^']+'; base-uri 'none'; form-action 'none'$/,
    )
    expect(htmlReport(failingReport())).not.toMatch(/ style="| on[a-z]+="/)
  })

  test('of a server that allows hashes leaves the page as it is', async () => {
    const own = await (await open(failingReport())).locator('meta[http-equiv]').getAttribute('content')
    const page = await newPage()
    await serve(page, own ?? '')
    expect(await page.locator('#filters').isVisible()).toBe(true)
  })

  test.each([
    'sandbox',
    "sandbox; default-src 'none'",
    "sandbox allow-same-origin; default-src 'none'; img-src 'self'; style-src 'self'",
  ])('that is %j leaves verdicts, requirements and reasons readable', async (policy) => {
    const page = await newPage()
    await serve(page, policy)
    const text = String(await page.locator('body').textContent())
    expect(text).toContain('Nonconformant')
    expect(text).toContain('Removing oneself is refused with 400 VALIDATION_001.')
    expect(text).toContain('expected status 400, got status 204')
    expect(text).toContain('needs DEVELOPER_API_KEY')
    expect(await page.locator('#filters').isVisible()).toBe(false)
  })
})

/** Code that reads XML with the browser's parser and tells what it found. */
function parse(xml: string): string {
  return `(() => {
    const xml = new DOMParser().parseFromString(${JSON.stringify(xml)}, 'application/xml')
    const error = xml.querySelector('parsererror')
    const count = (name) => xml.getElementsByTagName(name).length
    const known = ['testsuites', 'testsuite', 'testcase', 'properties', 'property', 'failure', 'skipped', 'system-out']
    return {
      root: xml.documentElement.nodeName,
      error: error && error.textContent,
      suites: count('testsuite'),
      cases: count('testcase'),
      failures: count('failure'),
      skipped: count('skipped'),
      other: [...xml.getElementsByTagName('*')].map((one) => one.nodeName).filter((name) => !known.includes(name)),
    }
  })()`
}
