import { existsSync, rmSync } from 'node:fs'
import { afterAll, describe, expect, test } from 'vitest'
import { measured, scratch } from './process.mjs'

// A worker of Vitest is ended without the event at which the bench removes it.
afterAll(() => rmSync(scratch, { recursive: true, force: true }))

/** Connects to a host and writes why it could not. */
const connect = (host) =>
  `require('node:net').connect({ host: '${host}', port: 1 }).on('error', ({ message }) => console.log(message))`

describe('a measured process', () => {
  test('tells what it took, all its threads included', async () => {
    const worker =
      'new (require("node:worker_threads").Worker)("globalThis.kept = Buffer.alloc(9e7, 1)", { eval: true })'
    const { ms, peak, code, output } = await measured(['-e', `console.log('done'); ${worker}`])
    expect({ code, output }).toEqual({ code: 0, output: 'done\n' })
    expect(ms).toBeGreaterThan(0)
    expect(peak).toBeGreaterThan(90e6)
  })

  test('runs in a folder of its own, without the settings of whoever measures', async () => {
    const { output } = await measured(['-p', 'JSON.stringify([process.cwd(), process.env.HOME])'])
    expect(JSON.parse(output)[1]).toBe(scratch)
    expect(existsSync(scratch)).toBe(true)
  })

  test('ends with its own code', async () => {
    expect(await measured(['-e', 'process.exit(5)'])).toMatchObject({ code: 5 })
  })

  test('cannot leave the machine where it must not', async () => {
    const guard = { loopbackOnly: true }
    expect(await measured(['-e', connect('a.invalid')], {}, guard)).toMatchObject({
      output: 'a.invalid is not on this machine\n',
    })
    expect((await measured(['-e', connect('127.0.0.1')], {}, guard)).output).toContain('ECONNREFUSED')
  })
})
