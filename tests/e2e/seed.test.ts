/** A run repeats with its seed: the same requests, in the same order for every user of the run. */
import { beforeAll, expect, test } from 'vitest'
import type { Report } from '../../model/report.ts'
import { startReference } from '../../reference/index.ts'
import { command } from './command.ts'

/** One run, with whatever is new in every run however it draws replaced by a name. */
interface Repeatable {
  seed: string | undefined
  requests: string[]
}

const TAG = 'TAG'
/** What is made after ids of the target, which are new for every start of it. */
const LIKE_IDS =
  /\busr_(?:[0-9a-f]{12}|[0-9a-f]{16})\b|(?<=users\/)[0-9a-f]{8}\b(?!-)|(?<=users\/)[0-9a-f-]{37}\b|(?<=begins like.*users\/)[0-9a-f-]{36}\b/g

async function runWith(seed: string, more: Record<string, string> = {}): Promise<Repeatable> {
  const reference = await startReference()
  try {
    const environment = { ...reference.environment, SAFETY: 'full', SEED: seed, CONCURRENCY: '1', ...more }
    // One after another, so that answers come in the order of requests.
    const finished = await command(['run', '--quiet'], environment)
    expect(finished.code).toBe(0)
    const report = finished.report()
    const names = new Map([[report.run.id, TAG], [report.target.baseUrl, ''], ...idsIn(report)])
    for (const name of ['PROFILE_ID', 'FOREIGN_PROFILE_ID', 'FOREIGN_USER_ID', 'SELF_USER_ID'] as const)
      names.set(reference.environment[name] ?? '', name)
    const requests = report.exchanges.map(({ caller, purpose, request: { method, url, headers, body } }) => {
      const texts = [caller, purpose, method, url, headers['x-profile-id'] ?? '', body ?? '']
      let text = texts.join(' | ')
      for (const [one, name] of names) text = text.replaceAll(new RegExp(one, 'gi'), name)
      return text.replaceAll(LIKE_IDS, 'LIKE')
    })
    return { seed: report.run.seed, requests }
  } finally {
    await reference.close()
  }
}

/** The ids of the run's users by their addresses, and of everybody else. */
function idsIn({ exchanges, run: { id: tag } }: Report): Map<string, string> {
  const ids = new Map<string, string>()
  const find = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return
    const { id, email } = value as { id?: unknown; email?: unknown }
    if (typeof id === 'string' && typeof email === 'string') {
      const local = email.toLowerCase().split('@')[0] ?? ''
      ids.set(id, local.includes(tag) ? `<${local.replace(tag, TAG)}>` : '<somebody>')
    }
    for (const one of Object.values(value)) find(one)
  }
  for (const { response } of exchanges) find(parsed(response?.body.text ?? ''))
  return ids
}

/** What is cut is no JSON, and names nobody. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** The requests that name a user of the run by address or id, in their order. */
function ofUsers(requests: readonly string[]): Record<string, string[]> {
  const named: Record<string, string[]> = {}
  for (const request of requests)
    for (const [found] of new Set(request.toLowerCase().matchAll(/tag-[\w.+-]+/g)))
      named[found] = [...(named[found] ?? []), request]
  return named
}

let first: Repeatable
let again: Repeatable
let other: Repeatable

beforeAll(async () => {
  first = await runWith('4711')
  again = await runWith('4711')
  other = await runWith('4712', { CONTRACTS: 'v3' })
}, 150_000)

test('the report tells the seed', () => {
  expect([first.seed, again.seed, other.seed]).toEqual(['4711', '4711', '4712'])
})

test('the same seed sends the same requests', () => {
  expect([...again.requests].sort()).toEqual([...first.requests].sort())
})

test('they come in the same order for each user', () => {
  const users = ofUsers(first.requests)
  expect(Object.keys(users).length).toBeGreaterThan(20)
  expect(ofUsers(again.requests)).toEqual(users)
})

test('another seed sends other names, addresses and ids', () => {
  const creations = other.requests.filter((request) => request.includes('@'))
  expect(creations.length).toBeGreaterThan(10)
  expect(creations.filter((request) => first.requests.includes(request))).toEqual([])
})
