/** Keeps the process, and with it the report, when something breaks that no promise carries. */

type Tell = (error: Error) => void

/** Those who want to know, and who listened before them. */
const tells = new Set<Tell>()
let others: NodeJS.UncaughtExceptionListener[] = []

const heard = (error: Error): void => {
  for (const tell of tells) tell(error)
}

/**
 * Runs `step`; errors that nobody catches meanwhile go to `tell` instead of ending the process. A worker that runs
 * out of memory is one: Vitest hears of its end twice, and throws the second time.
 */
export async function outliving<T>(tell: Tell, step: () => Promise<T>): Promise<T> {
  if (tells.size === 0) {
    others = process.listeners('uncaughtException')
    process.removeAllListeners('uncaughtException')
    process.on('uncaughtException', heard)
  }
  tells.add(tell)
  try {
    return await step()
  } finally {
    tells.delete(tell)
    if (tells.size === 0) {
      process.off('uncaughtException', heard)
      for (const other of others) process.on('uncaughtException', other)
    }
  }
}
