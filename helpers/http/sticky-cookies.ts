/**
 * Cookies by which a balancer keeps a client on one replica: kept for the run and shared by all who speak in it, because
 * what one of them does the others are to see. A session of the target's is nobody's to share, so it is not kept.
 */

/** Names that balancers give them by default, or always. */
const KNOWN =
  /^(?:AWSALB(?:APP-\d)?(?:TG)?(?:CORS)?|AWSELB(?:CORS)?|INGRESSCOOKIE|SERVERID|SERVERNAME|SRV|SRVID|GCLB|GCILB|ARRAffinity(?:SameSite)?|ApplicationGatewayAffinity(?:CORS)?|ROUTEID|route|lb|BIGipServer.*|NSC_.*|__cflb|DO-LB|X-Oracle-BMC-LBS-Route|_?sticky\w*|[\da-f]{32})$/i

/** What ingress-nginx writes under whatever name: when, by which process, a random number, and a digest of the set-up. */
const KNOWN_VALUE = /^\d{10}\.\d+(?:\.\d+){1,3}(?:\|[\da-f]{32})?$/

/** More cookies than this are no balancer's. */
const MOST_COOKIES = 8
const MOST_SEEN = 200

interface Cookie {
  value: string
  path: string
}

/** One line of `Set-Cookie`. */
interface Set extends Cookie {
  name: string
  isOver: boolean
}

export class StickyCookies {
  readonly #kept = new Map<string, Cookie>()
  /** Who was given a name and value, for those that no name tells. */
  readonly #given = new Map<string, string>()

  /**
   * @param caller who asked: what several are given alike belongs to none of them
   * @param carried the `Cookie` header of the request
   * @param lines of `Set-Cookie` in the answer
   */
  learn(
    caller: string,
    carried: string | undefined,
    lines: string | string[] | undefined,
    now: number,
  ): void {
    for (const line of [lines ?? []].flat()) {
      const set = setOf(line, now)
      if (set === undefined) continue
      const { name, value, path } = set
      const kept = this.#kept.get(name)
      const isReplaced = kept !== undefined && carried?.includes(`${name}=${kept.value}`) === true
      if (set.isOver) {
        if (isReplaced) this.#kept.delete(name)
        continue
      }
      // Whoever asked without the cookie is given another replica; the first one stays.
      if (kept !== undefined ? !isReplaced : !this.#isSticky(caller, set)) continue
      if (kept !== undefined || this.#kept.size < MOST_COOKIES) this.#kept.set(name, { value, path })
    }
  }

  /** What goes into `Cookie` for a path of the target; undefined: nothing. */
  header(path: string): string | undefined {
    const fitting = [...this.#kept].filter(([, cookie]) => isBelow(path, cookie.path))
    if (fitting.length === 0) return undefined
    return fitting.map(([name, { value }]) => `${name}=${value}`).join('; ')
  }

  #isSticky(caller: string, { name, value }: Set): boolean {
    if (KNOWN.test(name) || KNOWN_VALUE.test(value)) return true
    const pair = `${name}=${value}`
    const first = this.#given.get(pair)
    if (first === undefined && this.#given.size < MOST_SEEN) this.#given.set(pair, caller)
    return first !== undefined && first !== caller
  }
}

/** Attributes that say nothing of who has the cookie. */
const ATTRIBUTE = /^(?:path|domain|expires|max-age|secure|httponly|samesite|partitioned|priority)(?:=|$)/i

/**
 * A line of `Set-Cookie` as evidence keeps it: who has the value has the session.
 * @param mask is asked first: a credential in it may hold what divides the line, and half of one is not recognised
 */
export function withoutCookieValue(line: string, mask: (text: string) => string): string {
  const [pair = '', ...attributes] = mask(line).split(';')
  const known = attributes.filter((attribute) => ATTRIBUTE.test(attribute.trim()))
  return [pair.replace(/=.*/s, '=(not shown)'), ...known].join(';')
}

function setOf(line: string, now: number): Set | undefined {
  const [pair = '', ...attributes] = line.split(';').map((part) => part.trim())
  const at = pair.indexOf('=')
  const name = pair.slice(0, at)
  const value = pair.slice(at + 1)
  if (at < 1 || !/^[\w!#$%&'*+.^`|~-]+$/.test(name) || !/^[\x21-\x7e]*$/.test(value)) return undefined
  const said = new Map(
    attributes.map((attribute) => {
      const [key = '', ...rest] = attribute.split('=')
      return [key.trim().toLowerCase(), rest.join('=').trim()] as const
    }),
  )
  const age = said.get('max-age')
  const end = Date.parse(said.get('expires') ?? '')
  const isOver = age === undefined ? end <= now : Number(age) <= 0
  const path = said.get('path') ?? '/'
  return { name, value, path: path.startsWith('/') ? path : '/', isOver }
}

function isBelow(path: string, above: string): boolean {
  return path === above || path.startsWith(above.endsWith('/') ? above : `${above}/`)
}
