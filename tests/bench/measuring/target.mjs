/** Starts the reference in a process of its own, so that what is measured of a run is the run's alone. */
import { fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'

const PROCESS = fileURLToPath(new URL('./target-process.mjs', import.meta.url))

/**
 * Starts a fresh reference. Every start has the same ids and credentials, so that requests which were recorded
 * against one mean the same to the next.
 * @param options `users` of each contract beside the seeded ones, `delayMs` added to every answer, `limits` enforced
 * @returns its `url`, the `environment` of a run against it, `requests()` that it has seen since the last call
 *   (method, path with query, headers, body, status, in the order of their handling), and `close()`
 */
export async function startTarget(options = {}) {
  const child = fork(PROCESS, [JSON.stringify(options)], { execArgv: [] })
  const answer = async () => {
    const gone = new AbortController()
    const ended = once(child, 'exit', { signal: gone.signal }).then(([code]) => {
      throw new Error(`the reference ended with ${code}`)
    })
    try {
      return (await Promise.race([once(child, 'message'), ended]))[0]
    } finally {
      gone.abort()
      ended.catch(() => undefined)
    }
  }
  const { url, environment } = await answer()
  return {
    url,
    environment,
    requests() {
      child.send('requests')
      return answer()
    },
    async close() {
      child.disconnect()
      if (child.exitCode === null) await once(child, 'exit')
    },
  }
}

/** Gives `use` a fresh target and closes it afterwards, whatever happens. */
export async function withTarget(options, use) {
  const target = await startTarget(options)
  try {
    return await use(target)
  } finally {
    await target.close()
  }
}
