/** Connections that break while the target is otherwise honest: the run settles, and nobody is left behind. */
import { afterEach, expect, test } from 'vitest'
import { type Reference, startReference } from '../../reference/index.ts'
import { judged } from './targets/judged.ts'
import { resettingConnections, spoiling } from './targets/proxy.ts'
import type { HostileTarget } from './targets/servers.ts'

const open: { close(): Promise<void> }[] = []
afterEach(async () => {
  for (const one of open.splice(0)) await one.close()
})

async function judgedThrough(start: (url: string) => Promise<HostileTarget>) {
  const reference: Reference = await startReference({ closeConnections: true })
  const target = await start(reference.url)
  open.push(target, reference)
  const environment = { ...reference.environment, BASE_URL: target.url, CONTRACTS: 'v3,v1', SAFETY: 'full' }
  const { target: report } = await judged({ target: environment })
  const unsettled = report?.requirements
    .filter((one) => one.verdict === 'inconclusive')
    .map(({ id, reason }) => `${id}: ${reason}`)
  const failed = report?.requirements.filter((one) => one.verdict === 'failed').map(({ id }) => id)
  const left = [...reference.v3.emails(), ...reference.v1.emails()].filter((email) => email.includes('uac-'))
  return { verdict: report?.verdict, unsettled, failed, left, leftovers: report?.leftovers }
}

const SETTLED = { verdict: 'conformant', unsettled: [], failed: [], left: [], leftovers: [] }

test('every fifth connection is reset before the target hears of the request', async () => {
  expect(await judgedThrough((url) => resettingConnections(url, 5))).toEqual(SETTLED)
})

test('every fifth answer gets lost after the target has done what was asked', async () => {
  const found = await judgedThrough((url) =>
    spoiling(url, (_request, answer, count) => (count % 5 === 0 ? 'reset' : answer)),
  )
  expect(found).toMatchObject({ failed: [], left: [], leftovers: [] })
})

test('the answer to every first change gets lost: the run looks, asks again, and leaves nobody behind', async () => {
  const seen = new Set<string>()
  const found = await judgedThrough((url) =>
    spoiling(url, (request, answer) => {
      const change = `${request.method} ${request.url}`
      if (request.method === 'GET' || seen.has(change)) return answer
      seen.add(change)
      return 'reset'
    }),
  )
  expect(found).toMatchObject({ failed: [], left: [], leftovers: [] })
})
