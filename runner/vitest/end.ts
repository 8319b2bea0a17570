/** How Vitest is brought to an end, also when a worker does not listen any more. */
import type { Vitest } from 'vitest/node'

/** How long a worker may take to end before it is ended by force, in milliseconds. */
const CLOSING_MS = 2_000

/** Closes Vitest; a worker that does not end on request is terminated. Never throws. */
export async function closeInTime(vitest: Vitest, ended: Promise<unknown>): Promise<void> {
  ended.catch(() => undefined)
  const closing = vitest.close().catch(() => undefined)
  if (await within(CLOSING_MS, closing)) return
  // Asking again, while the first request is pending, is how Vitest is told to use force.
  const forced = vitest.cancelCurrentRun('keyboard-input').catch(() => undefined)
  await within(CLOSING_MS, Promise.all([closing, forced]))
}

/** Runs `step` and takes away the handlers of signals that it installs: Vitest's end the process at once. */
export async function withoutSignals<T>(step: () => Promise<T>): Promise<T> {
  const signals = ['SIGINT', 'SIGTERM'] as const
  const before = signals.map((signal) => new Set(process.listeners(signal)))
  try {
    return await step()
  } finally {
    for (const [index, signal] of signals.entries())
      for (const listener of process.listeners(signal))
        if (!before[index]?.has(listener)) process.off(signal, listener)
  }
}

async function within(ms: number, step: Promise<unknown>): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<false>((resolve) => {
    timer = setTimeout(() => resolve(false), ms)
  })
  try {
    return await Promise.race([step.then(() => true), late])
  } finally {
    clearTimeout(timer)
  }
}
