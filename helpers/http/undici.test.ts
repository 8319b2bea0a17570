import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { newAgent, newProxyAgent, send } from './undici.ts'

/** A target, and a proxy that answers for every host. */
const server = createServer((request, response) => response.end(`${request.method} ${request.url}`))
let port = 0

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  port = (server.address() as AddressInfo).port
})
afterAll(() => server.close())

test('a request goes through a pool', async () => {
  const dispatcher = newAgent({})
  const url = new URL(`http://127.0.0.1:${port}/a%20b?c=d`)
  const answer = await send(dispatcher, url, { method: 'GET' })
  expect(await answer.body.text()).toBe('GET /a%20b?c=d')
  await dispatcher.close()
})

test('a request goes through a proxy', async () => {
  const dispatcher = newProxyAgent({ uri: `http://127.0.0.1:${port}`, proxyTunnel: false })
  const answer = await send(dispatcher, new URL('http://elsewhere.example/a'), { method: 'GET' })
  expect(await answer.body.text()).toBe('GET http://elsewhere.example/a')
  await dispatcher.close()
})
