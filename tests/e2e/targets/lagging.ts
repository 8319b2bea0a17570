/** A target behind a cache that learns late of changes: an answer that was given once is given again for a while. */

interface Kept {
  status: number
  headers: Headers
  text: string
  /** When something was changed for the first time since, by `performance.now()`; undefined: not yet. */
  changedAt?: number
}

/** The application at `url` as it shows behind such a cache, for a run in the same process. */
export function lagging(url: string, lagMs: number): (request: Request) => Promise<Response> {
  const kept = new Map<string, Kept>()
  return async (request) => {
    const { pathname, search } = new URL(request.url)
    const headers = new Headers(request.headers)
    for (const name of ['connection', 'content-length', 'host']) headers.delete(name)
    const isRead = request.method === 'GET'
    const key = JSON.stringify([pathname + search, [...headers].filter(([name]) => ASKED_BY.test(name))])
    const former = kept.get(key)
    const isLate = former?.changedAt !== undefined && performance.now() - former.changedAt < lagMs
    if (isRead && isLate) return answered(former)
    const body = isRead ? null : await request.text()
    const answer = await fetch(url + pathname + search, { method: request.method, headers, body })
    const now: Kept = { status: answer.status, headers: answer.headers, text: await answer.text() }
    if (isRead) kept.set(key, now)
    else if (answer.ok) for (const one of kept.values()) one.changedAt ??= performance.now()
    return answered(now)
  }
}

/** Headers that tell for whom an answer is. */
const ASKED_BY = /^(?:authorization|x-api-key|x-profile-id)$/

function answered({ status, headers, text }: Kept): Response {
  const told = [...headers].filter(([name]) => !/^content-(?:encoding|length)$/.test(name))
  const hasNone = status === 204 || status === 304
  return new Response(hasNone ? null : text, { status, headers: told })
}
