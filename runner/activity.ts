/** What a run is doing, told by its worker to the main process while somebody watches. */
import type { Activity } from '../model/activity.ts'

/** Says what the run `name` is doing; heard by `listen` in another thread of this process. */
export function publisher(name: string): { tell: (activity: Activity) => void; close: () => void } {
  const channel = new BroadcastChannel(channelName(name))
  return { tell: (activity) => channel.postMessage(activity), close: () => channel.close() }
}

/** Hears what the run `name` is doing, until the returned function is called. */
export function listen(name: string, hear: (activity: Activity) => void): () => void {
  const channel = new BroadcastChannel(channelName(name))
  channel.onmessage = (event: unknown) => hear((event as { data: Activity }).data)
  return () => channel.close()
}

function channelName(name: string): string {
  return `users-api-conformance ${name}`
}
