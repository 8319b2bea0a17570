/** Recorded requests: what counts of them, and whether others are like them. */

/** What every client says about itself or its connection, and no part of the request. */
const OWN_HEADERS = [
  'host',
  'connection',
  'content-length',
  'transfer-encoding',
  'keep-alive',
  'user-agent',
  'accept',
  'accept-encoding',
  'accept-language',
  'sec-fetch-mode',
]

/** A request without the headers that a client adds by itself. */
export function plain({ method, path, headers, body, status }) {
  const kept = Object.entries(headers).filter(([name]) => !OWN_HEADERS.includes(name))
  return { method, path, headers: Object.fromEntries(kept), body, status }
}

/** How many recorded requests are among `sent`, answered with the recorded status, in whatever order. */
export function alike(recorded, sent) {
  const left = new Map()
  for (const request of sent) left.set(keyOf(request), (left.get(keyOf(request)) ?? 0) + 1)
  return recorded.filter((request) => {
    const count = left.get(keyOf(request)) ?? 0
    left.set(keyOf(request), count - 1)
    return count > 0
  }).length
}

/** A line break behind a body is Dredd's doing and no difference to anybody. */
function keyOf({ method, path, headers, body, status }) {
  const { 'content-type': type, 'x-api-key': key, authorization, 'x-profile-id': profile } = headers
  return JSON.stringify([method, path, type, key, authorization, profile, body.trimEnd(), status])
}
