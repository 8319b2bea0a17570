/** Ctrl-C and SIGTERM while Vitest's own command is under way. */
import { type Interruption, onInterruption } from '../../runner/interruption.ts'
import { UNSETTLED_EXIT } from '../errors.ts'

const SIGNALS = ['SIGINT', 'SIGTERM'] as const

/**
 * Listens in place of those who listened so far, Vitest itself among them: it ends the process at once, which
 * would leave what the run created. They get the signals back with `dispose`.
 */
export function takeSignals(tell: (line: string) => void): Interruption {
  const others = SIGNALS.map((signal) => ({ signal, listeners: process.rawListeners(signal) }))
  for (const signal of SIGNALS) process.removeAllListeners(signal)
  const interruption = onInterruption(tell, () => process.exit(UNSETTLED_EXIT))
  return {
    signal: interruption.signal,
    dispose: () => {
      interruption.dispose()
      for (const { signal, listeners } of others)
        for (const listener of listeners) process.on(signal, listener as NodeJS.SignalsListener)
    },
  }
}
