/** Incognito nothing tells a run from a client: a target that behaves well for the suite alone is caught. */
import { describe, expect, test } from 'vitest'
import { isMark, markIn } from '../../helpers/safety/mark.ts'
import type { Report } from '../../model/report.ts'
import { type Reference, startReference } from '../../reference/index.ts'
import { command } from './command.ts'
import { type Passing, spoiling } from './targets/proxy.ts'

/** What a target sees of a request. */
interface Seen {
  agent: string
  body: string
}

/** By what a target may know the suite, as long as nobody is incognito. */
const MARKS: [name: string, isSuite: (seen: Seen) => boolean][] = [
  ['its user agent', ({ agent }) => agent.includes('conformance')],
  ['the tag in an address', ({ body }) => /"email":"uac[a-z]{16}-/i.test(body)],
  ['the tag in a name', ({ body }) => /"name":"[^"]* uac[a-z]{16}"/i.test(body)],
]

async function judged(reference: Reference, url: string, more: Record<string, string> = {}): Promise<Report> {
  const environment = { ...reference.environment, BASE_URL: url, SAFETY: 'disposable', CONTRACTS: 'v3,v1' }
  const { report } = await command(['run', '--quiet'], { ...environment, ...more })
  return report()
}

describe('a target that invites nobody but the users of the suite', () => {
  test.each(MARKS)('knows it by %s, and not incognito', async (_, isSuite) => {
    const reference = await startReference({ book: true })
    const target = await spoiling(reference.url, ({ method, url, headers }, honest): Passing => {
      // Its answer repeats whom the request asked for.
      const seen = { agent: String(headers['user-agent']), body: honest.body.toString() }
      if (method !== 'POST' || !url?.startsWith('/v3/users') || honest.status !== 201) return honest
      return isSuite(seen)
        ? honest
        : { ...honest, body: Buffer.from(honest.body.toString().replace('"invited"', '"active"')) }
    })
    const [known, unknown] = [
      await judged(reference, target.url),
      await judged(reference, target.url, { INCOGNITO: 'true' }),
    ]
    await target.close()
    await reference.close()
    const statusOf = ({ requirements }: Report): string | undefined =>
      requirements.find(({ id }) => id === 'v3.invite.status-invited')?.verdict
    expect([statusOf(known), statusOf(unknown)]).toEqual(['passed', 'failed'])
  })
})

describe('an honest target', () => {
  test('is shown ordinary people alone, is cleared, and nobody is left there', async () => {
    const reference = await startReference({ book: true })
    const before = [...reference.v3.emails(), ...reference.v1.emails()].sort()
    const report = await judged(reference, reference.url, { INCOGNITO: 'true', SAFETY: 'full' })
    const after = [...reference.v3.emails(), ...reference.v1.emails()].sort()
    await reference.close()
    expect(report.requirements.filter(({ verdict }) => verdict === 'failed')).toEqual([])
    expect([report.verdict, after]).toEqual(['conformant', before])
    expect(report.provenance?.settings).toMatchObject({ INCOGNITO: 'true' })
    const sent = report.exchanges.map(({ request }) =>
      JSON.stringify([request.url, request.headers, request.body]),
    )
    expect(
      sent.filter((text) => text.includes(report.run.id) || /uac[a-z]{16}|conformance/i.test(text)),
    ).toEqual([])
    const asked = sent.join().match(/[\w.+-]+@example\.com/g) ?? []
    const marks = new Set(asked.flatMap((address) => markIn(address) ?? []))
    expect([...marks].map(isMark)).toEqual([true])
  })
})
