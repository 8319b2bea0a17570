/** Tells whether the process that wrote a journal still runs. */
import { readFileSync } from 'node:fs'
import { hostname } from 'node:os'

/** Identifies a process, also after its pid has been given to another. */
export interface ProcessMark {
  pid: number
  host: string
  /** The kernel's own word for the start of the process, where it can be had (Linux). */
  start?: string
}

/** How long a process on another host, which cannot be looked at, counts as alive after its last sign. */
export const FOREIGN_HOST_GRACE_MS = 3_600_000

/** The mark of this process. */
export function ownMark(): ProcessMark {
  const start = startOf(process.pid)
  return { pid: process.pid, host: hostname(), ...(start === undefined ? {} : { start }) }
}

/** Whether the process behind `mark` still runs, given when it last gave a sign of life (ms since 1970). */
export function isAlive(mark: ProcessMark, lastSign: number): boolean {
  if (mark.host !== hostname()) return Date.now() - lastSign < FOREIGN_HOST_GRACE_MS
  const start = startOf(mark.pid)
  if (mark.start !== undefined && start !== undefined) return mark.start === start
  return pidExists(mark.pid)
}

function pidExists(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    // The process of another user may not be signalled, but it is there.
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

/** Boot and clock tick in which a process began; undefined where the system does not tell. */
function startOf(pid: number): string | undefined {
  try {
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    // The second field is the program's name in brackets and may contain anything; the state is the third,
    // the start the 22nd.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    return fields[0] === 'Z' ? 'ended, not yet collected by its parent' : `${boot}/${fields[19]}`
  } catch {
    return undefined
  }
}
