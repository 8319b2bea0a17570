/** How the main process tells the workers of a run to stop early. */

/** Asks the run `runId` again and again to stop, because of `why`; until the returned function is called. */
export function askToStop(runId: string, why: string): () => void {
  const channel = new BroadcastChannel(channelName(runId))
  const ask = (): void => channel.postMessage(why)
  ask()
  // A worker that has not begun to listen yet would miss a single word.
  const timer = setInterval(ask, 100)
  return () => {
    clearInterval(timer)
    channel.close()
  }
}

/** Calls `stop` when the run `runId` is asked to stop, until the returned function is called. */
export function hearStop(runId: string, stop: (why: string) => void): () => void {
  const channel = new BroadcastChannel(channelName(runId))
  channel.onmessage = (event: unknown) => stop(String((event as { data: unknown }).data))
  return () => channel.close()
}

function channelName(runId: string): string {
  return `users-api-conformance stop ${runId}`
}
