/** A contract that the suite does not know, defined in one folder, goes through runner, report and clean-up. */
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { readConfig } from '../../helpers/config/config.ts'
import { htmlReport } from '../../report/html.ts'
import { newRunId } from '../../runner/conformance.ts'
import { reportOf } from '../../runner/report-of.ts'
import { runTargets } from '../../runner/run-targets.ts'
import { toy } from '../toy/contract.ts'

const ENTRY = fileURLToPath(new URL('../toy/entry.ts', import.meta.url))

/** A workshop: knows one toy at a time. */
async function workshop(answers: { names: boolean }) {
  const toys = new Set<string>()
  const server = createServer((request, response) => {
    const key = request.headers['x-api-key']
    const isKnown = key === 'a-key-of-the-workshop'
    if (!isKnown) return void response.writeHead(401).end()
    if (request.method === 'DELETE') return void response.writeHead(toys.delete('1') ? 204 : 404).end()
    toys.add('1')
    response.writeHead(201, { 'content-type': 'application/json' })
    response.end(JSON.stringify(answers.names ? { id: '1', name: 'Bear' } : { id: '1' }))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return { url, toys, close: () => server.close() }
}

async function judged(answers: { names: boolean }) {
  const { url, toys, close } = await workshop(answers)
  const journalDir = await mkdtemp(join(tmpdir(), 'uac-toy-'))
  const config = readConfig({
    BASE_URL: url,
    API_KEY: 'a-key-of-the-workshop',
    SAFETY: 'disposable',
    JOURNAL_DIR: journalDir,
  })
  const target = { name: 'toys', config, runId: newRunId(), contracts: ['toy'], keepEvidence: true }
  const startedAt = new Date()
  const collector = await runTargets([[target]], { entry: ENTRY })
  close()
  await rm(journalDir, { recursive: true })
  return { report: reportOf(target, collector, { catalogue: toy.catalogue, startedAt }), toys }
}

test('a contract of its own is judged, reported and cleaned up', async () => {
  const { report, toys } = await judged({ names: true })
  expect(report.requirements.map(({ id, verdict, reason }) => [id, verdict, reason])).toEqual([
    ['toy.make.named', 'passed', undefined],
    ['toy.make.requires-key', 'passed', undefined],
    ['toy.make.fun', 'untested', 'fun is outside HTTP'],
  ])
  expect(report).toMatchObject({ verdict: 'conformant', leftovers: [] })
  expect([...toys]).toEqual([])
  expect(htmlReport(report)).toContain('POST')
})

test('and a violation is charged to it', async () => {
  const { report } = await judged({ names: false })
  expect(report.requirements[0]).toMatchObject({
    id: 'toy.make.named',
    verdict: 'failed',
    reason: 'expected a name at /name, got none',
  })
})
