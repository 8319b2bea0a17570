/** Connections that break while the target is otherwise honest: the run settles, and nobody is left behind. */
import { afterEach, expect, test } from 'vitest'
import { type Reference, startReference } from '../../reference/index.ts'
import { strangers } from './kills.ts'
import { judged } from './targets/judged.ts'
import { resettingConnections, spoiling } from './targets/proxy.ts'
import type { HostileTarget } from './targets/servers.ts'

const open: { close(): Promise<void> }[] = []
afterEach(async () => {
  for (const one of open.splice(0)) await one.close()
})

async function judgedThrough(start: (url: string, developer: string) => Promise<HostileTarget>) {
  const reference: Reference = await startReference({ closeConnections: true })
  const target = await start(reference.url, String(reference.environment.DEVELOPER_API_KEY))
  open.push(target, reference)
  const environment = { ...reference.environment, BASE_URL: target.url, CONTRACTS: 'v3,v1', SAFETY: 'full' }
  const { target: report } = await judged({ target: environment })
  const unsettled = report?.requirements
    .filter((one) => one.verdict === 'inconclusive')
    .map(({ id, reason }) => `${id}: ${reason}`)
  const failed = report?.requirements.filter((one) => one.verdict === 'failed').map(({ id }) => id)
  const left = strangers(reference)
  const looks = report?.exchanges.filter(({ purpose }) => purpose.startsWith('did the lost')).length
  return { verdict: report?.verdict, unsettled, failed, left, leftovers: report?.leftovers, looks }
}

const SETTLED = { verdict: 'conformant', unsettled: [], failed: [], left: [], leftovers: [] }

test('every fifth connection is reset before the target hears of the request', async () => {
  expect(await judgedThrough((url) => resettingConnections(url, 5))).toMatchObject(SETTLED)
})

test('every fifth answer gets lost after the target has done what was asked', async () => {
  const found = await judgedThrough((url) =>
    spoiling(url, (_request, answer, count) => (count % 5 === 0 ? 'reset' : answer)),
  )
  expect(found).toMatchObject({ failed: [], left: [], leftovers: [] })
})

test('somebody whose invitation got lost is nobody whom a simulation of the same address has made', async () => {
  const simulated = new Set<string>()
  let isInvited = false
  const found = await judgedThrough((url, developer) =>
    spoiling(url, ({ method, url: path, headers }, answer, _count, body) => {
      const isDeveloper = headers['x-api-key'] === developer
      // The developer's list is shown no sooner than somebody was really invited under the address.
      if (method === 'GET' && path === '/v3/users' && isDeveloper && simulated.size > 0 && !isInvited)
        return 'reset'
      if (method !== 'POST' || path !== '/v3/users' || answer.status >= 300) return answer
      const { email, sandbox } = JSON.parse(body)
      if (sandbox === true) simulated.add(email)
      if (sandbox === true || isInvited || !simulated.has(email)) return answer
      isInvited = true
      return 'reset'
    }),
  )
  expect(isInvited).toBe(true)
  expect(found).toMatchObject({ failed: [], left: [], leftovers: [] })
})

test('the answers to many changes get lost: the run looks before it asks again, and leaves nobody behind', async () => {
  const log: { change: string; lost: boolean }[] = []
  const found = await judgedThrough((url) =>
    spoiling(url, ({ method, url: path }, answer, count, body) => {
      if (method === 'GET') return answer
      const change = `${method} ${path} ${body}`
      const lost = !log.some((one) => one.change === change) && (method === 'DELETE' || count % 2 === 0)
      log.push({ change, lost })
      return lost ? 'reset' : answer
    }),
  )
  expect(found).toMatchObject({ failed: [], left: [], leftovers: [] })
  const repeated = log.filter(
    ({ change, lost }, index) => lost && log.slice(index + 1).some((later) => later.change === change),
  )
  expect(repeated.length).toBeGreaterThan(10)
  // Every lost change was looked for; how many of those looks there were is what stands in the evidence.
  const lost = log.filter((one) => one.lost).length
  expect(found.looks).toBeGreaterThanOrEqual(lost)
})
