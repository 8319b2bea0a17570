/** What requests are in the words of the documents, and how long the public limits of v3 hold them back. */

const STANDARD = { perMinute: 200, burst: 50 }
const INVITATIONS = { perMinute: 10, burst: 5 }

/** The operation of a request, e.g. `GET /v3/users/{userId}`. */
export function operationOf({ method, path }) {
  const [, collection, rest] = /^(\/v3\/users|\/api\/v1\/users)(\/[^?]*)?/.exec(path) ?? []
  if (collection === undefined) return `${method} elsewhere`
  const parameter = collection === '/v3/users' ? '{userId}' : '{id}'
  return `${method} ${collection}${rest === undefined ? '' : `/${parameter}`}`
}

/** Least milliseconds in which the limits let `requests` through. Those refused with 401 or 429 cost nothing. */
export function waitedFor(requests) {
  const counted = requests.filter(
    ({ path, status }) => path.startsWith('/v3/') && status !== 401 && status !== 429,
  )
  const invitations = counted.filter((request) => operationOf(request) === 'POST /v3/users').length
  return Math.max(least(invitations, INVITATIONS), least(counted.length - invitations, STANDARD))
}

function least(count, { perMinute, burst }) {
  return (Math.max(0, count - burst) * 60_000) / perMinute
}
