import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { describeInBrowser, troublesOf } from './browser.ts'
import { failingReport, largeReport, passingReport, unreachableReport } from './sample.ts'

const FAILURE = 'v3.list.user-fields'
const visible = '.requirement:visible'

/** The fragment's parameters. */
const fragmentOf = (page: Page) => Object.fromEntries(new URLSearchParams(new URL(page.url()).hash.slice(1)))

describeInBrowser('the page', ({ open, newPage }) => {
  test('opens from disk with verdict, facts, matrix and every requirement', async () => {
    const page = await open(failingReport())
    expect(await page.locator('h1').textContent()).toBe('Nonconformant')
    expect(await page.locator('.head').textContent()).toContain('https://staging.example.com')
    expect(await page.locator('.facts').textContent()).toContain('82 of 88 observable requirements judged')
    expect(await page.locator('.matrix tbody tr').count()).toBe(8)
    expect(await page.locator(visible).count()).toBe(91)
    expect(troublesOf(page)).toEqual([])
  })

  test('shows a conformant run without anything to act on', async () => {
    const page = await open(passingReport())
    expect(await page.locator('h1').textContent()).toBe('Conformant')
    expect(await page.locator('#violations, #open, #leftovers').count()).toBe(0)
  })

  test('says why nothing could be judged', async () => {
    const page = await open(unreachableReport())
    expect(await page.locator('.message').textContent()).toContain('connection refused')
  })

  test('filters by keyboard alone, and keeps the filter in the address', async () => {
    const page = await open(failingReport())
    await page.keyboard.press('/')
    await page.keyboard.type('oneself REFUSED')
    expect(await page.locator(visible).count()).toBe(1)
    expect(fragmentOf(page)).toEqual({ text: 'oneself REFUSED' })

    await page.locator('#clear').focus()
    await page.keyboard.press('Enter')
    expect(await page.locator(visible).count()).toBe(91)
    expect(fragmentOf(page)).toEqual({})

    await page.locator('.toggle.failed').focus()
    await page.keyboard.press('Space')
    expect(await page.locator('.toggle.failed').getAttribute('aria-pressed')).toBe('true')
    await page.locator('select[name=operation]').selectOption('DELETE /v3/users/{userId}')
    expect(await page.locator(visible).count()).toBe(1)
    expect(await page.locator('#shown').textContent()).toBe('1 of 91 requirements')
    // The buttons tell how many there are of each verdict among what the fields leave.
    expect(await page.locator('.toggle.failed b').textContent()).toBe('1')
    expect(fragmentOf(page)).toEqual({ verdict: 'failed', operation: 'DELETE /v3/users/{userId}' })

    await page.locator('.requirement:visible > summary').focus()
    await page.keyboard.press('Enter')
    await page.locator('.requirement[open] .exchange[open]').waitFor()
    expect(fragmentOf(page)).toMatchObject({ id: 'v3.remove.self-rejected' })
  })

  test('reaches the first requirement by keyboard within ten steps', async () => {
    const page = await open(failingReport())
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    for (let step = 0; step < 8; step++) {
      await page.keyboard.press('Tab')
      if (await page.evaluate("document.activeElement.closest('.requirement') !== null")) return
    }
    throw new Error('no requirement within ten steps')
  })

  test('names every violation, what keeps people apart first, and can show that alone', async () => {
    const report = failingReport()
    const page = await open(report)
    const failed = report.requirements.filter(({ verdict }) => verdict === 'failed').length
    expect(await page.locator('section:has(#violations) .violations > li').count()).toBe(failed)
    expect(await page.locator('.violations > li').first().locator('.mark').textContent()).toBe('security')
    await page.locator('[data-mark=security]').click()
    expect(fragmentOf(page)).toEqual({ mark: 'security' })
    const marked = report.requirements.filter(({ security }) => security).length
    expect(await page.locator(visible).count()).toBe(marked)
    expect(await page.locator('#warnings').count()).toBe(1)
  })

  test('takes the filter from the address, and says when nothing fits', async () => {
    const page = await open(failingReport(), '#verdict=failed,warning&contract=v1')
    expect(await page.locator(visible).count()).toBe(2)
    await page.locator('input[name=text]').fill('no such thing')
    expect(await page.locator('#nothing').isVisible()).toBe(true)
  })

  test('leads from a cell of the matrix to its requirements', async () => {
    const page = await open(failingReport())
    await page.locator('.cell.failed').first().click()
    await page.waitForFunction("document.querySelectorAll('.requirement').length > 0 && location.hash !== ''")
    const operations = await page
      .locator(visible)
      .evaluateAll((all) =>
        all.map((one) => `${one.getAttribute('data-operation')} ${one.getAttribute('data-kind')}`),
      )
    expect(new Set(operations)).toEqual(new Set(['GET /v3/users shape']))
  })

  test('opens a failure by its link, with the deviating member marked and the curl line', async () => {
    const page = await open(failingReport(), `#id=${FAILURE}`)
    const requirement = page.locator(`[data-id="${FAILURE}"]`)
    expect(await requirement.getAttribute('open')).not.toBeNull()
    const marks = await requirement.locator('mark').allTextContents()
    expect(marks).toEqual([
      '"role": "owner",expected admin, billing or developer, got "owner"',
      '"last_login_at": "yesterday",expected null or an RFC 3339 date-time, got "yesterday"',
    ])
    expect(await requirement.locator('.half').last().textContent()).toContain('x-request-id: req_')
    expect(await requirement.locator('.curl pre').textContent()).toContain('-H "x-api-key: $API_KEY"')
    await page.waitForFunction(`document.activeElement.parentElement?.dataset.id === '${FAILURE}'`)
    expect(troublesOf(page)).toEqual([])
  })

  test('opens a linked requirement even where the filter of the link hides it', async () => {
    const page = await open(failingReport(), `#verdict=passed&id=${FAILURE}`)
    expect(await page.locator(`[data-id="${FAILURE}"] .exchange`).first().isVisible()).toBe(true)
  })

  test('says that it has no such requirement', async () => {
    const page = await open(failingReport(), '#id=v3.list.no-such')
    expect(await page.locator('#unknown').textContent()).toBe(
      'This report has no requirement v3.list.no-such.',
    )
    expect(await page.locator('#unknown').isVisible()).toBe(true)
    await page.evaluate(`location.hash = '#id=${FAILURE}'`)
    await page.locator('#unknown').waitFor({ state: 'hidden' })
  })

  test('prints what a deviation stands in, whatever a body’s length', async () => {
    const page = await open(failingReport(), `#id=${FAILURE}`)
    await page.emulateMedia({ media: 'print' })
    const body = page.locator(`[data-id="${FAILURE}"] .body:has(mark)`).first()
    expect(await body.evaluate((one) => one.scrollHeight <= one.clientHeight + 1)).toBe(true)
    for (const mark of await body.locator('mark').all()) expect(await mark.isVisible()).toBe(true)
  })

  test('tells why no answer came', async () => {
    const page = await open(failingReport(), '#id=v1.create.conflict')
    expect(await page.locator('.requirement[open] .half').last().textContent()).toContain(
      'timeout: no answer within 30 s',
    )
  })

  test.each(['with the clipboard', 'without permission for the clipboard'])(
    'copies the curl line %s',
    async (how) => {
      const page = await newPage({ permissions: ['clipboard-read', 'clipboard-write'] })
      if (how.startsWith('without')) {
        await page.addInitScript("navigator.clipboard.writeText = () => Promise.reject(new Error('no'))")
      }
      const source = await open(failingReport(), '#id=v3.remove.self-rejected')
      await page.goto(source.url())
      await page.locator('.curl button').click()
      await page.locator('.curl button', { hasText: 'Copied' }).waitFor()
      expect(await page.evaluate('navigator.clipboard.readText()')).toBe(
        await page.locator('.curl pre').textContent(),
      )
      expect(await page.locator('#announcement').textContent()).toBe('Copied')
    },
  )

  test('opens with 300 requirements and 2,000 exchanges, and makes evidence only when asked', async () => {
    const page = await open(largeReport(300, 2_000))
    expect(await page.locator(visible).count()).toBe(300)
    expect(await page.locator('.exchange').count()).toBe(0)
    await page.locator('.toggle.failed').click()
    expect(await page.locator(visible).count()).toBe(8)
    await page.locator(visible).first().locator('summary').first().click()
    await page.locator('.exchange').first().waitFor()
    expect(await page.locator('.exchange').count()).toBe(7)
  })

  test('fits a phone without scrolling sideways', async () => {
    const page = await open(failingReport(), `#id=${FAILURE}`, { viewport: { width: 360, height: 740 } })
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(360)
  })
})
