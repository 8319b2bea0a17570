import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, expect, test } from 'vitest'
import { newAgent, newProxyAgent, send } from './undici.ts'

const server = createServer((request, response) => response.end(`${request.method} ${request.url}`))

afterEach(() => {
  server.close()
})

test.each([
  ['alone', newAgent],
  ['behind a proxy', newProxyAgent],
])('a request goes through a pool, %s', async (_name, pool) => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const dispatcher = pool({})
  const url = new URL(`http://127.0.0.1:${port}/a%20b?c=d`)
  const answer = await send(dispatcher, url, { method: 'GET' })
  expect(await answer.body.text()).toBe('GET /a%20b?c=d')
  await dispatcher.close()
})
