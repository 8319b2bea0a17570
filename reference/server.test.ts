/** The server itself: connections, bodies and handlers that fail. */
import { Agent, request } from 'undici'
import { afterEach, expect, test } from 'vitest'
import { type Call, type Handler, json } from './kernel.ts'
import { type RunningServer, type ServerOptions, startServer } from './server.ts'

let server: RunningServer | undefined
afterEach(() => server?.close())

async function start(handler: Handler, options: ServerOptions = {}): Promise<string> {
  server = await startServer([handler], options)
  return server.url
}

test('hands over method, path, query, headers and body', async () => {
  const calls: Call[] = []
  const url = await start(
    (call) => {
      calls.push(call)
      return json(200, {})
    },
    { pathPrefix: '/a/b/' },
  )
  await request(`${url}/c%2Fd?page=2&page=3`, { method: 'DELETE', headers: { 'X-One': '1' }, body: 'text' })
  expect(calls).toHaveLength(1)
  expect(calls[0]).toMatchObject({ method: 'DELETE', path: '/c%2Fd', headers: { 'x-one': '1' } })
  expect(calls[0]?.query.getAll('page')).toEqual(['2', '3'])
  expect(calls[0]?.body.toString()).toBe('text')
})

test('sends no bytes where a reply has no body', async () => {
  const url = await start(({ path }) => ({ status: path === '/204' ? 204 : 401 }))
  for (const status of [204, 401]) {
    const answer = await request(`${url}/${status}`)
    expect(answer.statusCode).toBe(status)
    expect(await answer.body.text()).toBe('')
  }
})

test('answers 500 when a handler fails, and 404 when nobody answers', async () => {
  const url = await start(({ path }) => {
    if (path === '/broken') throw new Error('a secret')
    return undefined
  })
  const broken = await request(`${url}/broken`)
  expect(broken.statusCode).toBe(500)
  expect(await broken.body.text()).not.toContain('secret')
  expect((await request(`${url}/nothing`)).statusCode).toBe(404)
})

test('keeps one connection for many requests, or closes every one', async () => {
  for (const [options, connections] of [
    [{}, 1],
    [{ closeConnections: true }, 20],
  ] as const) {
    const url = await start(() => json(200, {}), options)
    const agent = new Agent({ connections: 1 })
    let opened = 0
    agent.on('connect', () => opened++)
    for (let n = 0; n < 20; n++) await (await request(url, { dispatcher: agent })).body.dump()
    expect(opened).toBe(connections)
    await agent.close()
    await server?.close()
  }
})
