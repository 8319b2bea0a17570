/** Which requests are malformed as such: the documents say nothing of how they are refused, the body included. */
import { isUuid } from '../../../helpers/text/uuid.ts'
import { asObject } from '../../../model/answer.ts'
import type { Exchange } from '../../../model/exchange.ts'

/** An id or a profile that is no UUID, or a body that is missing or no JSON object where one is documented. */
export function isMalformed({ method, url, headers, body }: Exchange['request']): boolean {
  const profile = headerOf(headers, 'x-profile-id')
  if (profile !== undefined && !isUuid(profile)) return true
  const id = new URL(url).pathname.split('/v3/users/')[1]
  if (id !== undefined && !isUuid(id)) return true
  return method !== 'GET' && !isObject(body)
}

function headerOf(headers: Record<string, string>, wanted: string): string | undefined {
  return Object.entries(headers).find(([name]) => name.toLowerCase() === wanted)?.[1]
}

function isObject(body: string | undefined): boolean {
  try {
    return asObject(JSON.parse(body ?? '')) !== undefined
  } catch {
    return false
  }
}
