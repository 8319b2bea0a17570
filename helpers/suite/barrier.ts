/** Recognises what stands between suite and target and answers in its stead. */
import { type Answer, asObject, shownMediaType } from '../../model/answer.ts'

/**
 * What to say of an answer that the target itself did not give; undefined where nothing shows that.
 * @param variable the credential that is not to blame
 */
export function barrierText(answer: Answer, variable: string): string | undefined {
  const { status, headers } = answer
  const challenge = headers['www-authenticate'] ?? ''
  if (status === 401 && /^(?:basic|digest|negotiate|ntlm)\b/i.test(challenge)) {
    return `something in front of the target asks for a password of its own (401 with WWW-Authenticate: ${challenge.split(' ')[0]}); ${variable} never reached the users API. EXTRA_HEADERS can carry it`
  }
  const isPage = /html/i.test(headers['content-type'] ?? '')
  const isGateway = isPage || /^missing authentication token$/i.test(String(asObject(answer.json)?.message))
  if ((status === 401 || status === 403) && isGateway) {
    return `a gateway in front of the target refuses the request (${status} with ${shownMediaType(answer)}, not in the form of the users API), so ${variable} is not to blame; check what the gateway asks for (EXTRA_HEADERS can carry it) and the path prefix of BASE_URL`
  }
  return undefined
}

/** Where a redirect leads, as evidence keeps it; nothing for other answers. */
export function redirectText({ exchange, status }: Answer): string {
  const location = exchange.response?.headers.find(([name]) => name === 'location')?.[1]
  if (status < 300 || status >= 400 || location === undefined) return ''
  return ` (Location: ${location}${/\/users\/$/.test(location) ? '; it adds a slash at the end' : ''})`
}
