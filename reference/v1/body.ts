/** A careless look into the body of a call, for policies that act on calls which are refused. */
import type { Call } from '../kernel.ts'

/** The body as JSON; undefined when it is none. */
export function bodyOf(call: Call): unknown {
  try {
    return JSON.parse(call.body.toString('utf8'))
  } catch {
    return undefined
  }
}

/** Whether a body is a JSON object. */
export function isObject(body: unknown): body is Record<string, unknown> {
  return typeof body === 'object' && body !== null && !Array.isArray(body)
}

/** The members of the body, none where it is no JSON object. */
export function membersOf(call: Call): Record<string, unknown> {
  const body = bodyOf(call)
  return isObject(body) ? body : {}
}

/** Whether the body is an object without an e-mail address: the one refusal whose status is documented by example. */
export function lacksEmail(call: Call): boolean {
  const body = bodyOf(call)
  return isObject(body) && body.email === undefined
}
