/** `npm run ui`: the real command, in a real browser. */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Reference, startReference } from '../../reference/index.ts'
import { describeInBrowser } from '../report/browser.ts'

const COMMAND = fileURLToPath(new URL('../../dist/cli/ui.js', import.meta.url))

describeInBrowser('the page of a run in Vitest', ({ newPage }) => {
  let root: string
  let reference: Reference
  let child: ChildProcess
  let output = ''

  beforeAll(async () => {
    root = await mkdtemp(join(tmpdir(), 'ui-'))
    reference = await startReference({ faults: ['v3-remove-hidden-from-get-only'] })
    child = spawn(process.execPath, [COMMAND], {
      env: {
        PATH: process.env.PATH,
        ...reference.environment,
        CONTRACTS: 'v3',
        SAFETY: 'full',
        REPORT_DIR: join(root, 'report'),
        JOURNAL_DIR: join(root, 'journal'),
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    await new Promise<void>((resolve, reject) => {
      const hear = (chunk: Buffer): void => {
        output += chunk.toString()
        if (output.includes('shows the evidence')) resolve()
      }
      child.stdout?.on('data', hear)
      child.stderr?.on('data', hear)
      child.on('exit', () => reject(new Error(`the command ended early: ${output}`)))
    })
  })
  afterAll(async () => {
    child?.kill('SIGKILL')
    await reference?.close()
    await rm(root, { recursive: true, force: true })
  })

  test('shows what deviates, and the evidence of every test', async () => {
    const page = await newPage()
    await page.goto(/http:\S+/.exec(output)?.[0] ?? '')
    await page.getByText('v3.list.removed-absent').first().click()
    const body = page.locator('body')
    await page.getByText('expected no user', { exact: false }).first().waitFor()
    expect(await body.textContent()).toContain('"x-api-key": "$API_KEY"')
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByText('Download').first().click(),
    ])
    const text = await readFile(await download.path(), 'utf8')
    expect(text).toMatch(/^GET http:.*\/v3\/users\nx-api-key: \$API_KEY\n\n200\n/)
    expect(text).toContain('curl -i')
    for (const key of Object.values(reference.v3.keys)) expect(await page.content()).not.toContain(key)
  })

  test('has written the report, and ends on request with the exit code of the run', async () => {
    expect(output).toContain('nonconformant')
    expect(await readdir(join(root, 'report'))).toContain('report.html')
    child.removeAllListeners('exit')
    child.kill('SIGINT')
    expect(await once(child, 'exit')).toEqual([1, null])
  })
})
