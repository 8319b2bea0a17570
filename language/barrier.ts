/** Recognises what stands between suite and target and answers in its stead. */
import { type Answer, asObject, shownMediaType } from '../model/answer.ts'

/**
 * What to say of an answer that the target itself did not give, and what helps; undefined where nothing shows that.
 * @param variable the credential that is not to blame
 */
export function barrierText(answer: Answer, variable: string): string | undefined {
  return (
    proxyText(answer) ?? tlsText(answer) ?? passwordText(answer, variable) ?? gatewayText(answer, variable)
  )
}

/** A forward proxy that does not pass the request on. */
function proxyText({ status, headers }: Answer): string | undefined {
  if (status === 407) {
    return 'the proxy in HTTP_PROXY wants a name and a password that it knows (407): they stand in its address, as in http://name:password@host:port'
  }
  const squid = /^ERR_\w+/.exec(headers['x-squid-error'] ?? '')?.[0]
  const isTinyproxy = /^tinyproxy\b/i.test(headers.server ?? '')
  if (status < 400 || (squid === undefined && !isTinyproxy)) return undefined
  const who = squid === undefined ? 'Tinyproxy' : `Squid, ${squid}`
  return `the proxy in HTTP_PROXY (${who}) answers in the target's stead with ${status}: let it pass requests to the host of BASE_URL, or name that host in NO_PROXY`
}

const TLS_WANTED =
  /plain HTTP request was sent to HTTPS port|HTTP request to an HTTPS server|speaking plain HTTP to an SSL-enabled server port/i

/** Servers that say in HTTP what is wrong with TLS. */
function tlsText({ status, exchange }: Answer): string | undefined {
  if (status !== 400) return undefined
  const text = exchange.response?.body.text ?? ''
  if (TLS_WANTED.test(text))
    return 'the target speaks TLS there (it says so with 400): write BASE_URL with https'
  if (/No required SSL certificate was sent/i.test(text)) {
    return 'the target wants a client certificate (it says so with 400): name its PEM files in CLIENT_CERT and CLIENT_KEY'
  }
  if (/The SSL certificate error/i.test(text)) {
    return 'the target does not accept the client certificate of CLIENT_CERT (it says so with 400): it must come from an authority that the target trusts, with those between them in the same file'
  }
  return undefined
}

function passwordText({ status, headers }: Answer, variable: string): string | undefined {
  const challenge = headers['www-authenticate'] ?? ''
  if (status !== 401 || !/^(?:basic|digest|negotiate|ntlm)\b/i.test(challenge)) return undefined
  return `something in front of the target asks for a password of its own (401 with WWW-Authenticate: ${challenge.split(' ')[0]}); ${variable} never reached the users API. EXTRA_HEADERS can carry it`
}

/** Messages by which gateways refuse, and whose they are; none of them is a word of the documents. */
const GATEWAYS: readonly [RegExp, string][] = [
  [
    /^(?:missing authentication token|forbidden|the security token|explicit deny|user is not authorized)/i,
    'Amazon API Gateway',
  ],
  [/^(?:no api key found in request|no credentials found|invalid authentication credentials)/i, 'Kong'],
  [/subscription key/i, 'Azure API Management'],
]

/** Headers that a gateway alone sends along with a refusal of its own, and whose they are. */
const SIGNS: readonly [header: string, value: RegExp, name: string][] = [
  ['x-amzn-errortype', /./, 'Amazon API Gateway'],
  ['cf-mitigated', /./, 'Cloudflare'],
  ['x-goog-iap-generated-response', /./, 'Google Identity-Aware Proxy'],
]

/** A refusal in another form than the users API has it. */
function gatewayText(answer: Answer, variable: string): string | undefined {
  const { status, headers } = answer
  if (status !== 401 && status !== 403) return undefined
  const body = asObject(answer.json)
  const isWithoutEnvelope = body !== undefined && !('error' in body) && !('success' in body)
  const message = isWithoutEnvelope ? String(body.message ?? body.Message ?? '') : ''
  const name =
    SIGNS.find(([header, value]) => value.test(headers[header] ?? ''))?.[2] ??
    GATEWAYS.find(([text]) => message !== '' && text.test(message))?.[1] ??
    envoyIn(answer)
  const isPage = /html/i.test(headers['content-type'] ?? '')
  if (name === undefined && !isPage) return undefined
  const what = name === undefined ? 'a gateway' : `a gateway (${name})`
  return `${what} in front of the target refuses the request (${status} with ${shownMediaType(answer)}, not in the form of the users API), so ${variable} is not to blame; check what the gateway asks for (EXTRA_HEADERS can carry it) and the path prefix of BASE_URL`
}

/** Envoy and what is built on it refuse in a line of plain text. */
function envoyIn({ exchange, json }: Answer): string | undefined {
  const text = exchange.response?.body.text ?? ''
  return json === undefined &&
    /^(?:RBAC: access denied|Jwt (?:is missing|verification fails|is expired))/.test(text)
    ? 'Envoy'
    : undefined
}

/** Where a redirect leads, as evidence keeps it, and what to write instead; nothing for other answers. */
export function redirectText({ exchange, status }: Answer): string {
  const location = exchange.response?.headers.find(([name]) => name === 'location')?.[1]
  if (status < 300 || status >= 400 || location === undefined) return ''
  return ` (Location: ${location}${adviceFor(exchange.request.url, location)})`
}

function adviceFor(from: string, location: string): string {
  if (!URL.canParse(location, from)) return ''
  const [asked, led] = [new URL(from), new URL(location, from)]
  const isSamePlace = led.hostname === asked.hostname && led.pathname === asked.pathname
  if (asked.protocol === 'http:' && led.protocol === 'https:' && isSamePlace) {
    return `; the target wants https: write BASE_URL=${led.origin}${asked.pathname.replace(/\/(?:v3|api\/v1)\/users.*$/, '')}`
  }
  if (led.pathname === `${asked.pathname}/`)
    return '; it adds a slash at the end, which the documented path has not'
  if (/oauth|login|signin|sso|\/auth\b/i.test(led.pathname))
    return '; a login page for people: EXTRA_HEADERS can carry what it gives them'
  return ''
}
