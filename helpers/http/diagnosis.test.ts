import { readFileSync } from 'node:fs'
import { createServer as createHttp, type RequestListener } from 'node:http'
import { createServer as createHttp2, createSecureServer } from 'node:http2'
import { createServer as createHttps } from 'node:https'
import { type AddressInfo, createServer as createTcp, type Server, type Socket } from 'node:net'
import type { TlsOptions } from 'node:tls'
import { afterEach, describe, expect, test } from 'vitest'
import { diagnose } from './diagnosis.ts'

const file = (name: string): Buffer =>
  readFileSync(new URL(`../../tests/e2e/certificates/${name}`, import.meta.url))
const OURS = { cert: file('good.pem'), key: file('good.key') }
const CLIENT = { cert: file('client.pem').toString(), key: file('client.key').toString() }
const WANTS = { ...OURS, ca: file('client-ca.pem'), requestCert: true, rejectUnauthorized: true }

const sockets = new Set<Socket>()
const servers: Server[] = []
afterEach(() => {
  for (const socket of sockets) socket.destroy()
  for (const server of servers.splice(0)) server.close()
})

/** The port on which a server listens. */
async function portOf(server: Server): Promise<number> {
  servers.push(server)
  server.on('connection', (socket: Socket) => {
    sockets.add(socket)
    socket.on('error', () => undefined)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return (server.address() as AddressInfo).port
}

const listener: RequestListener = (_request, response) => response.end('{}')
const greets = (text: string | Buffer) => createTcp((socket) => socket.end(text))
const look = (scheme: string, port: number, certificates = {}) =>
  diagnose({ baseUrl: `${scheme}://127.0.0.1:${port}`, certificates, timeoutMs: 1000 })

describe('a diagnosis', () => {
  test.each([
    ['http', () => createHttp(listener)],
    ['https', () => createHttps(OURS, listener)],
    ['http', () => createTcp((socket) => socket.destroy())],
    ['https', () => createTcp((socket) => socket.destroy())],
  ])(
    'sees nothing wrong with what speaks as its address says, or not at all (%s, %#)',
    async (scheme, start) => {
      expect(await look(scheme, await portOf(start()))).toBeUndefined()
    },
  )

  test('sees TLS behind an http address, and plain HTTP behind an https address', async () => {
    const secure = await portOf(createHttps(OURS, listener))
    expect(await look('http', secure)).toBe(
      `the target speaks TLS there: write BASE_URL=https://127.0.0.1:${secure}`,
    )
    const plain = await portOf(createHttp(listener))
    expect(await look('https', plain)).toBe(
      `the target speaks plain HTTP there: write BASE_URL=http://127.0.0.1:${plain}`,
    )
  })

  test.each([undefined, 'TLSv1.2'] as const)(
    'sees that a client certificate is wanted (%s)',
    async (maxVersion) => {
      const options: TlsOptions = maxVersion ? { ...WANTS, maxVersion } : WANTS
      const port = await portOf(createHttps(options, listener))
      expect(await look('https', port)).toMatch(/wants a client certificate.*CLIENT_CERT/)
      expect(await look('https', port, CLIENT)).toBeUndefined()
    },
  )

  test('sees HTTP/2 without a choice, with TLS and without', async () => {
    const secure = await portOf(createSecureServer({ ...OURS, allowHTTP1: false }) as unknown as Server)
    expect(await look('https', secure)).toContain('speaks HTTP/2 only')
    const plain = await portOf(createHttp2() as unknown as Server)
    expect(await look('http', plain)).toContain('h2c')
    expect(await look('https', plain)).toContain('h2c')
  })

  test.each(['http', 'https'])('sees another protocol (%s)', async (scheme) => {
    const port = await portOf(greets('SSH-2.0-OpenSSH_9.6\r\n'))
    expect(await look(scheme, port)).toContain('no HTTP server (it says "SSH-2.0-OpenSSH_9.6")')
    const lines = await portOf(greets('220 mail ESMTP\r\n500 unrecognized\r\n'))
    expect(await look(scheme, lines)).toContain('no HTTP server (it says "220 mail ESMTP")')
    const binary = await portOf(greets(Buffer.from('J\0\0\0\n5.7.44\0\u001b[2Jx')))
    expect(await look(scheme, binary)).toContain('bytes that are no text')
  })
})
