/** The end of npm, which a signal reaches, and which does not hand it on to what its shell has started. */

/** Milliseconds between two looks. */
const INTERVAL_MS = 500

/** What a process is told of itself. */
interface Own {
  readonly ppid: number
}

/**
 * Settles when the process that started this one is gone, where npm has started it; never otherwise. Keeps nobody
 * from ending.
 */
export function orphaned(own: Own = process, environment: NodeJS.ProcessEnv = process.env): Promise<void> {
  if (environment.npm_lifecycle_event === undefined) return new Promise(() => undefined)
  const parent = own.ppid
  return new Promise((resolve) => {
    const timer = setInterval(() => {
      if (own.ppid === parent) return
      clearInterval(timer)
      resolve()
    }, INTERVAL_MS)
    timer.unref()
  })
}
