/** Ctrl-C and SIGTERM: the first one asks the run to stop in good order, a second one ends the process at once. */

/** A second signal sooner than this is the same one: a terminal and npm both pass it on. Milliseconds. */
const SAME_SIGNAL_MS = 500

const SIGNALS = ['SIGINT', 'SIGTERM'] as const

export interface Interruption {
  /** Aborts with the reason, in words, at the first signal. */
  signal: AbortSignal
  /** Gives the signals back. */
  dispose(): void
}

/**
 * Listens for signals.
 * @param tell called at the first one
 * @param end called at the second one
 */
export function onInterruption(tell: (line: string) => void, end: () => void): Interruption {
  const controller = new AbortController()
  let first: number | undefined
  const heard = (signal: NodeJS.Signals): void => {
    if (first === undefined) {
      first = Date.now()
      tell(`Interrupted (${signal}): removing what the run created. A second signal ends at once.`)
      controller.abort(`the run was interrupted (${signal})`)
    } else if (Date.now() - first > SAME_SIGNAL_MS) end()
  }
  for (const signal of SIGNALS) process.on(signal, heard)
  return {
    signal: controller.signal,
    dispose: () => {
      for (const signal of SIGNALS) process.off(signal, heard)
    },
  }
}
