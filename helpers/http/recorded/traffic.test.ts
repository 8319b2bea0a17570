import { expect, test } from 'vitest'
import type { Exchange } from '../../../model/exchange.ts'
import { type Asked, NotRecorded, RecordedTraffic } from './traffic.ts'

const AT = Date.parse('2026-03-10T12:00:00.000Z')

function exchange(id: string, asked: number, settled: number, change: Partial<Exchange> = {}): Exchange {
  return {
    id,
    contract: 'v3',
    operation: 'GET /v3/users',
    caller: 'admin',
    purpose: 'list',
    request: { method: 'GET', url: 'http://users.test/v3/users', headers: { 'x-api-key': '$API_KEY' } },
    startedAt: new Date(AT + asked).toISOString(),
    durationMs: settled - asked,
    attempts: 1,
    waitedMs: 0,
    order: { asked, settled },
    ...change,
  }
}

const asked: Asked = {
  operation: 'GET /v3/users',
  caller: 'admin',
  purpose: 'list',
  method: 'GET',
  url: 'http://users.test/v3/users',
  headers: {},
}
const read = (purpose: string) => ({ ...asked, purpose })

test('answers come in the order in which they came then, whoever asks first', async () => {
  const traffic = new RecordedTraffic([
    exchange('x1', 1, 4, { purpose: 'slow' }),
    exchange('x2', 2, 3, { purpose: 'quick' }),
  ])
  const came: string[] = []
  const note = (one: Exchange): number => came.push(one.id)
  await Promise.all([traffic.find(read('slow')).then(note), traffic.find(read('quick')).then(note)])
  expect(came).toEqual(['x2', 'x1'])
})

test('the same request gets one exchange after another', async () => {
  const traffic = new RecordedTraffic([exchange('x2', 3, 4), exchange('x1', 1, 2)])
  expect((await traffic.find(asked)).id).toBe('x1')
  expect((await traffic.find(asked)).id).toBe('x2')
  expect(() => traffic.find(asked)).toThrow(NotRecorded)
  expect([...traffic.missing]).toEqual(['GET http://users.test/v3/users by admin (list)'])
})

test('a pause takes no time and ends where it ended then: before what was asked for after it', async () => {
  const traffic = new RecordedTraffic([
    exchange('x1', 1, 2, { purpose: 'first look' }),
    exchange('x2', 3, 500, { purpose: 'long' }),
    exchange('x3', 60, 70, { purpose: 'second look' }),
  ])
  await traffic.find(read('first look'))
  const came: string[] = []
  const long = traffic.find(read('long')).then(() => came.push('long'))
  const began = traffic.clock.now()
  const looked = traffic.clock.delay(50).then(async () => {
    expect(traffic.clock.now() - began).toBe(50)
    await traffic.find(read('second look'))
    came.push('second look')
  })
  await Promise.all([long, looked])
  expect(came).toEqual(['second look', 'long'])
  expect(traffic.clock.now()).toBe(AT + 500)
})

test.each<[string, Partial<Asked>]>([
  ['by somebody else', { caller: 'developer' }],
  ['for another purpose', { purpose: 'look again' }],
  ['with another body', { body: '{}' }],
  ['in another scope', { headers: { 'x-profile-id': 'p1' } }],
])('a request %s is another one', (_, change) => {
  const traffic = new RecordedTraffic([exchange('x1', 1, 2)])
  expect(() => traffic.find({ ...asked, ...change })).toThrow(NotRecorded)
})
