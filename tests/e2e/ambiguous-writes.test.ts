/**
 * Each write in each form, whose answer gets lost: the run looks in the scope where it acted before anything is sent
 * again or judged, accuses nobody, and leaves nobody behind. Where what got lost is a refusal, nothing was done, and
 * the run takes nothing for done.
 */
import type { IncomingMessage } from 'node:http'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Report } from '../../model/report.ts'
import { type Reference, startReference } from '../../reference/index.ts'
import { judged } from './targets/judged.ts'
import { type Lost, type Passing, spoiling } from './targets/proxy.ts'
import type { HostileTarget } from './targets/servers.ts'

type Loss = () => Passing | Lost

const page = (status: number): Passing => ({
  status,
  headers: { 'content-type': 'text/html' },
  body: Buffer.from('<h1>Gateway</h1>'),
})

const LOSSES: Record<string, Loss> = {
  'a reset': () => 'reset',
  'a time-out': () => 'silence',
  '502': () => page(502),
  '504': () => page(504),
  'a body cut off': () => 'cut',
}

/** One write: by its method, scope and form of body. */
interface Write {
  contract: 'v3' | 'v1'
  method: 'POST' | 'DELETE'
  inProfile?: boolean
  form: string
  is: (body: string) => boolean
}

const isSimulated = (body: string): boolean => /"sandbox"\s*:\s*true/.test(body)

const WRITES: Write[] = [
  ...[false, true].flatMap((inProfile): Write[] => [
    { contract: 'v3', method: 'POST', inProfile, form: 'in earnest', is: (body) => !isSimulated(body) },
    { contract: 'v3', method: 'POST', inProfile, form: 'simulated', is: isSimulated },
    { contract: 'v3', method: 'DELETE', inProfile, form: 'sandbox false', is: (body) => /false/.test(body) },
    { contract: 'v3', method: 'DELETE', inProfile, form: 'sandbox true', is: isSimulated },
    { contract: 'v3', method: 'DELETE', inProfile, form: '{}', is: (body) => body === '{}' },
    { contract: 'v3', method: 'DELETE', inProfile, form: 'no body', is: (body) => body === '' },
  ]),
  { contract: 'v1', method: 'POST', form: 'a body', is: () => true },
  { contract: 'v1', method: 'DELETE', form: 'no body', is: () => true },
]

interface Cell {
  write: Write
  loss: string
  lose: Loss
  /** Whether answers of refused requests get lost, instead of those of others. */
  refused: boolean
}

const CELLS: Cell[] = [
  ...WRITES.flatMap((write) =>
    Object.entries(LOSSES).map(([loss, lose]) => ({ write, loss, lose, refused: false })),
  ),
  ...WRITES.map((write) => ({ write, loss: '503', lose: () => page(503), refused: true })),
]

function nameOf({ write: { contract, method, inProfile, form }, loss, refused }: Cell): string {
  const where = inProfile ? ' in the profile' : ''
  return `${contract} ${method}${where}, ${form}, ${refused ? 'refused' : 'done'}: ${loss}`
}

/** More of them one after another would be an outage. */
const MOST_REFUSALS = 8

/** Loses the first answer to every request of a kind. */
async function losing(reference: Reference, { write, lose, refused }: Cell): Promise<HostileTarget> {
  const lost = new Set<string>()
  const isMeant = ({ method, headers }: IncomingMessage, body: string): boolean =>
    method === write.method &&
    (write.inProfile === undefined || (headers['x-profile-id'] !== undefined) === write.inProfile) &&
    write.is(body)
  return spoiling(reference.url, (request, answer, _count, body) => {
    const change = `${request.method} ${request.url} ${body}`
    const isRefused = answer.status >= 400
    if (isRefused !== refused || lost.has(change) || !isMeant(request, body)) return answer
    if (refused && lost.size === MOST_REFUSALS) return answer
    lost.add(change)
    return lose()
  })
}

const references: Reference[] = []
let reports: Record<string, Report> = {}

beforeAll(async () => {
  references.push(...(await Promise.all(CELLS.map(() => startReference({ book: true })))))
  const targets = await Promise.all(CELLS.map((cell, index) => losing(references[index] as Reference, cell)))
  reports = await judged(
    Object.fromEntries(
      CELLS.map((cell, index) => [
        nameOf(cell),
        {
          ...references[index]?.environment,
          BASE_URL: targets[index]?.url ?? '',
          CONTRACTS: cell.write.contract,
          SAFETY: 'full',
          REQUEST_TIMEOUT_MS: '700',
          RUN_TIMEOUT_MS: '60000',
        },
      ]),
    ),
  )
  await Promise.all(targets.map((target) => target.close()))
}, 400_000)

afterAll(async () => {
  for (const reference of references) await reference.close()
})

/** A gateway's own errors are told of the operation that gave them. */
const TOLD = /\.(no-server-error|media-type)$/

describe.each(CELLS.map((cell, index) => ({ name: nameOf(cell), index })))('$name', ({ name, index }) => {
  test('accuses nobody', () => {
    const failed = reports[name]?.requirements.filter(
      ({ id, verdict }) => verdict === 'failed' && !TOLD.test(id),
    )
    expect(failed?.map(({ id, reason }) => `${id}: ${reason}`)).toEqual([])
  })

  test('leaves nobody behind, and touches nobody else', () => {
    const page = references[index]?.book()
    const named = new Set(reports[name]?.leftovers.map(({ email }) => email))
    expect(page?.created.filter(({ email }) => !named.has(email))).toEqual([])
    expect(page?.losses).toEqual([])
  })
})

/** Whatever is left open there would be a refusal that was taken for something done. */
const REFUSED = CELLS.filter(({ refused }) => refused).map((cell) => ({ name: nameOf(cell) }))

test.each(REFUSED)('$name takes nothing for done', ({ name }) => {
  const open = reports[name]?.requirements.filter(({ verdict }) => verdict === 'inconclusive')
  expect(open?.map(({ id, reason }) => `${id}: ${reason}`)).toEqual([])
})
