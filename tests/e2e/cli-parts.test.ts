/** The parts of the command line that are easier to see alone: progress, colour, annotations, errors. */
import type { spawn } from 'node:child_process'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { reportError, UsageError } from '../../cli/errors.ts'
import { annotations, withoutCommands } from '../../cli/github.ts'
import { openFile } from '../../cli/open.ts'
import { orphaned } from '../../cli/orphaned.ts'
import { Progress } from '../../cli/progress.ts'
import { isWatched, wantsColour, widthOf } from '../../cli/terminal.ts'
import { reportOf } from '../../report/testing/report.ts'

describe('progress', () => {
  const screen = { written: '', columns: 40, write: (text: string) => (screen.written += text) }

  test('tells how far the run is, what it asks, and how long it has to wait', () => {
    let now = 1_000
    const progress = new Progress(screen, 3, () => now)
    expect(progress.line()).toBe('0 of 3 judged')
    progress.judged({ verdict: 'passed' })
    progress.judged({ verdict: 'failed' })
    progress.heard({ kind: 'request', operation: 'GET /v3/users' })
    expect(progress.line()).toBe('2 of 3 judged | 1 failed | GET /v3/users')
    progress.heard({ kind: 'wait', operation: 'POST /v3/users', ms: 30_000 })
    now += 500
    expect(progress.line()).toContain('waiting 30.0 s, the target asked for it | POST /v3/users')
    now += 30_000
    expect(progress.line()).toBe('2 of 3 judged | 1 failed | POST /v3/users')
  })

  test('stays on one line', () => {
    const progress = new Progress(screen, 3, () => 0)
    progress.heard({ kind: 'wait', operation: 'DELETE /v3/users/{userId}', ms: 30_000 })
    screen.written = ''
    progress.draw()
    expect(screen.written).toHaveLength('\r\x1b[2K'.length + 39)
    expect(screen.written).not.toContain('\n')
    progress.end()
    expect(screen.written.endsWith('\r\x1b[2K')).toBe(true)
  })
})

describe('a screen of odd width', () => {
  test.each([
    [0, 39],
    [1, 0],
    [2, 1],
    [1000, 13],
  ])('of %i columns gets %i characters at most', (columns, most) => {
    const screen = { written: '', columns, write: (text: string) => (screen.written += text) }
    new Progress(screen, 3, () => 0).draw()
    expect(screen.written.length - '\r\x1b[2K'.length).toBeLessThanOrEqual(most)
  })

  test('is one of the usual width where a terminal says that it has none', () => {
    expect([widthOf({ columns: 0 }), widthOf({}), widthOf({ columns: 80 })]).toEqual([100, 100, 80])
  })
})

describe('a run that nobody watches', () => {
  test('says how far it is from time to time, on lines of its own', () => {
    vi.useFakeTimers()
    const screen = { written: '', write: (text: string) => (screen.written += text) }
    const progress = new Progress(screen, 3, () => 0)
    progress.startLog(10_000)
    vi.advanceTimersByTime(9_999)
    expect(screen.written).toBe('')
    progress.judged({ verdict: 'passed' })
    vi.advanceTimersByTime(10_001)
    expect(screen.written).toBe('1 of 3 judged\n1 of 3 judged\n')
    progress.endLog()
    vi.advanceTimersByTime(60_000)
    expect(screen.written.split('\n')).toHaveLength(3)
    vi.useRealTimers()
  })
})

describe('the file that is opened', () => {
  test('is named as it is, without a shell, and nothing is waited for', () => {
    const calls: unknown[] = []
    const child = { on: () => child, unref: () => calls.push('unref') }
    openFile('reports/a b; c.html', ((...call: unknown[]) => {
      calls.push(call)
      return child
    }) as unknown as typeof spawn)
    expect(calls).toMatchObject([
      [
        expect.any(String),
        [expect.stringMatching(/reports.a b; c\.html$/)],
        { detached: true, stdio: 'ignore' },
      ],
      'unref',
    ])
  })
})

describe('a server behind npm', () => {
  test('ends when that does, and only there', async () => {
    vi.useFakeTimers()
    const own = { ppid: 7 }
    const ends: string[] = []
    orphaned(own, { npm_lifecycle_event: 'serve' }).then(() => ends.push('npm'))
    orphaned(own, {}).then(() => ends.push('alone'))
    await vi.advanceTimersByTimeAsync(5_000)
    expect(ends).toEqual([])
    own.ppid = 1
    await vi.advanceTimersByTimeAsync(1_000)
    expect(ends).toEqual(['npm'])
    vi.useRealTimers()
  })
})

describe('the terminal', () => {
  test.each([
    [true, {}, true],
    [false, {}, false],
    [true, { TERM: 'dumb' }, false],
    [true, { NO_COLOR: '1' }, false],
    [true, { NO_COLOR: '' }, true],
    [false, { FORCE_COLOR: '' }, true],
    [true, { FORCE_COLOR: '0' }, false],
    [true, { FORCE_COLOR: '1', NO_COLOR: '1' }, false],
  ])('that is one: %s, with %j, gets colour: %s', (isTTY, environment, colour) => {
    expect(wantsColour({ isTTY }, environment)).toBe(colour)
  })

  test.each([
    [true, {}, true],
    [false, {}, false],
    [true, { CI: 'true' }, false],
    [true, { CI: 'false' }, true],
    [true, { GITHUB_ACTIONS: 'true' }, false],
  ])('that is one: %s, with %j, shows progress: %s', (isTTY, environment, watched) => {
    expect(isWatched({ isTTY }, environment)).toBe(watched)
  })
})

describe('annotations', () => {
  test('are lines that nothing of the target can end or prolong', () => {
    const report = reportOf({ 'v3.list.a': 'failed', 'v3.list.b': 'warning', 'v3.list.c': 'passed' })
    const [failed] = report.requirements
    if (failed) failed.reason = '100 %\r\n::set-output name=a::b'
    const lines = annotations(report)
    expect(lines).toHaveLength(2)
    expect(lines[0]).toMatch(/^::error title=v3\.list\.a::GET \/v3\/users: .* 100 %25\\r\\n::set-output/)
    expect(lines[1]).toMatch(/^::warning title=v3\.list\.b::/)
    expect(lines.join('')).not.toMatch(/[\r\n]/)
  })

  test('show at most ten violations, and known ones as notices', () => {
    const ids = Array.from({ length: 12 }, (_, index) => `v3.list.r${index}`)
    const report = reportOf(Object.fromEntries(ids.map((id) => [id, 'failed' as const])))
    expect(annotations(report)).toHaveLength(10)
    for (const result of report.requirements) result.known = { reason: 'a proxy' }
    expect(annotations(report)[0]).toMatch(/^::notice title=v3\.list\.r0::.*known: a proxy$/)
  })

  test('cannot come from a text that is printed', () => {
    const [first, ...rest] = withoutCommands('::error::from the target').split('\n')
    const token = first?.replace('::stop-commands::', '')
    expect(rest.at(-2)).toBe(`::${token}::`)
    expect(withoutCommands('')).not.toContain(token)
  })
})

describe('an error', () => {
  const written: string[] = []
  vi.spyOn(process.stderr, 'write').mockImplementation((text) => written.push(String(text)) > 0)
  afterEach(() => {
    written.length = 0
    vi.unstubAllEnvs()
  })

  test('of the user is told as it is, with exit code 2', async () => {
    expect(await reportError(new UsageError('no such thing'))).toBe(2)
    expect(written.join('')).toBe('no such thing\n')
  })

  test('of our own is one line without secrets or escapes, with exit code 2, for it is no verdict', async () => {
    vi.stubEnv('API_KEY', 'sk_live_5ecret')
    vi.stubEnv('DEBUG', '')
    expect(await reportError(new TypeError('with sk_live_5ecret\n\x1b[31m'))).toBe(2)
    expect(written.join('')).toBe(
      'unexpected error: TypeError: with $API_KEY\\n\\x1b[31m (DEBUG=1 shows where it came from)\n',
    )
  })

  test('shows where it came from when asked', async () => {
    vi.stubEnv('DEBUG', '1')
    await reportError(new Error('odd'))
    expect(written.join('')).toMatch(/^\s+at /m)
  })
})
