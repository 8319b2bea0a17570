/** Signs that headers of requests do not reach the target. */
import type { Exchange } from '../../model/exchange.ts'
import { grouped, isSuccess, LEAST_ANSWERS, type Look, statusOf } from './look.ts'

/** So many different values of a header show a pattern. */
const LEAST_VALUES = 3
const LEAST_CHANGED_VALUES = 2

/** What refuses a profile. */
const REFUSED = [400, 403, 404, 422]

/** A profile that makes no difference, or a credential that is unknown to some kind of request alone. */
export const lookForHeaders: Look = (exchanges) =>
  unheeded(exchanges) ?? unheededChanges(exchanges) ?? unknownTo(exchanges)

/** The profile of a request; a header with nothing in it names none. */
function profileOf({ request: { headers } }: Exchange): string | undefined {
  return headers['x-profile-id'] || undefined
}

/** Whether users are asked for, and not one of them, who may be unknown for other reasons. */
function isList({ request: { method, url } }: Exchange): boolean {
  return method === 'GET' && url.endsWith('/users')
}

/** Lists under a profile. Who is refused without one says nothing of it. */
function narrowedLists(exchanges: readonly Exchange[]): Exchange[] {
  const lists = exchanges.filter(isList)
  const served = new Set(
    lists.filter((one) => profileOf(one) === undefined && isSuccess(one)).map(({ caller }) => caller),
  )
  return lists.filter((one) => profileOf(one) !== undefined && served.has(one.caller))
}

/** Lists under whatever profile are answered as those without one. */
const unheeded: Look = (exchanges) => {
  const narrowed = narrowedLists(exchanges)
  if (new Set(narrowed.map(profileOf)).size < LEAST_VALUES || !narrowed.every(isSuccess)) return undefined
  return {
    says: 'every request with x-profile-id, with whatever value, is answered as one without it: the header may not reach the target (gateways pass on what they are told to)',
    shown: exchanges.filter((one) => profileOf(one) !== undefined && isSuccess(one)),
  }
}

/** Changes under profiles that reads are refused. */
const unheededChanges: Look = (exchanges) => {
  const refused = new Set(
    narrowedLists(exchanges)
      .filter((one) => REFUSED.includes(statusOf(one)))
      .map(profileOf),
  )
  for (const method of CHANGING) {
    const asked = exchanges.filter(({ request }) => request.method === method)
    const served = new Set(asked.filter(isSuccess).map(({ caller }) => caller))
    const narrowed = asked.filter(
      (one) => served.has(one.caller) && profileOf(one) !== undefined && refused.has(profileOf(one)),
    )
    const values = new Set(narrowed.map(profileOf))
    if (values.size < LEAST_CHANGED_VALUES || !narrowed.every(isSuccess)) continue
    return {
      says: `${method} is served under profiles that GET is refused: x-profile-id may not reach the target on ${method} (gateways pass on what they are told to)`,
      shown: asked.filter((one) => profileOf(one) !== undefined && isSuccess(one)),
    }
  }
  return undefined
}

/** A credential that reads are served with, and that nobody knows where it is sent otherwise. */
const unknownTo: Look = (exchanges) => {
  for (const { what, is } of KINDS) {
    const asked = grouped(exchanges, ({ contract }) => contract).flatMap((own) => {
      const others = own.filter((one) => !is(one))
      const known = new Set(others.filter(isSuccess).map(({ caller }) => caller))
      const all = own.filter((one) => is(one) && known.has(one.caller) && one.response !== undefined)
      const first = all[0]
      if (first === undefined || all.length < LEAST_ANSWERS) return []
      // Nobody is served so at all, and the credential is still good afterwards.
      const isUnknown = all.every((one) => statusOf(one) === 401)
      const isStillGood = others.some((one) => isSuccess(one) && one.startedAt > first.startedAt)
      if (!isUnknown || !isStillGood) return []
      return own.filter((one) => is(one) && statusOf(one) === 401 && credentialOf(one) !== undefined)
    })
    const [first] = asked
    if (first === undefined) continue
    return {
      says: `a credential that other requests are served with is unknown (401) to every ${what}: the header ${credentialOf(first)} may not reach the target there`,
      shown: asked,
    }
  }
  return undefined
}

const CHANGING = ['POST', 'DELETE', 'PATCH'] as const

const KINDS: readonly { what: string; is(exchange: Exchange): boolean }[] = [
  ...CHANGING.map((method) => ({ what: method, is: ({ request }: Exchange) => request.method === method })),
  { what: 'request with x-profile-id', is: (exchange) => profileOf(exchange) !== undefined },
]

/** The header that carries a credential of the configuration: evidence shows its variable in the place of its value. */
function credentialOf({ request: { headers } }: Exchange): string | undefined {
  const isCredential = (value: string): boolean =>
    /\$[A-Z_]+$/.test(value) && !value.includes('EXTRA_HEADERS')
  return Object.keys(headers).find((name) => isCredential(headers[name] ?? ''))
}
