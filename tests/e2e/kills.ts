/** Kills runs at chosen moments, cleans up, and looks at what is left: for the tests and for the soak. */
import { rmSync } from 'node:fs'
import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { vi } from 'vitest'
import { type Reference, startReference } from '../../reference/index.ts'
import { started } from './started.ts'

/** What was to be seen after a run was killed and cleaned up. */
export interface Aftermath {
  /** Users of the run that were there when it had been killed. */
  before: number
  /** Users of the run that are there after the clean-up. */
  left: string[]
  /** Whether everybody who was there before the run is there, unchanged. */
  othersKept: boolean
  /** Exit code of the clean-up. */
  code: number | null
}

/** Users of the target whom a run created. */
export function strangers(reference: Reference): string[] {
  return [...reference.v3.emails(), ...reference.v1.emails()].filter((email) => email.includes('uac'))
}

/** Everybody else, in a form that can be compared; what v3 says of the last login changes with every key used. */
export function residents(reference: Reference): string {
  const users = [...reference.v3.users(), ...reference.v1.users()].filter(
    ({ email }) => !email.includes('uac'),
  )
  return JSON.stringify(users.map((user) => ({ ...user, last_login_at: null, last_login: null })))
}

/** Starts a run, kills it when the target has seen `requests` requests, and cleans up. */
export async function killAndCleanUp(requests: number, loseJournal = false): Promise<Aftermath> {
  const reference = await startReference({ delayMs: 5 })
  const scratch = await mkdtemp(join(tmpdir(), 'uac-kill-'))
  const environment = {
    ...reference.environment,
    SAFETY: 'full',
    REPORT_DIR: join(scratch, 'report'),
    JOURNAL_DIR: join(scratch, 'journal'),
  }
  try {
    const others = residents(reference)
    const run = started(['run'], environment)
    const isOver = run.ended.then(() => true)
    await vi.waitUntil(
      async () => reference.requests.length >= requests || Promise.race([isOver, Promise.resolve(false)]),
      { interval: 1, timeout: 60_000 },
    )
    run.child.kill('SIGKILL')
    await run.ended
    const before = strangers(reference).length
    if (loseJournal) rmSync(environment.JOURNAL_DIR, { recursive: true, force: true })
    const { code } = await started(['cleanup'], environment).ended
    return { before, left: strangers(reference), othersKept: residents(reference) === others, code }
  } finally {
    await reference.close()
    rmSync(scratch, { recursive: true, force: true })
  }
}
