/** Who came of a request, as its exchange tells. */
import type { Exchange } from '../model/exchange.ts'

/** A user that the run made: by what request, under which address, with which id. */
export interface Creation {
  exchange: Exchange
  email: string
  id: string
}

/** Undefined where nobody came of it. */
export function createdBy(exchange: Exchange): Creation | undefined {
  const { request, response } = exchange
  // It is asked of every exchange of a run, most of which are reads with long bodies.
  if (request.method !== 'POST' || response === undefined || !isSuccess(response.status)) return undefined
  const email = /"email": *"([^"\\]+@[^"\\]+)"/.exec(request.body ?? '')?.[1]
  const id = /"id": *"?([^",}]+)/.exec(response.body.text)?.[1]
  const isSimulated = /"sandbox": *true/.test(request.body ?? '')
  return !isSimulated && email && id ? { exchange, email, id } : undefined
}

export function isSuccess(status: number): boolean {
  return status >= 200 && status < 300
}
