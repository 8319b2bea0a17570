/** Whether recorded bodies are those of which the digests are. */

import { sha256 as sha256Of } from '../../helpers/text/sha256.ts'
import type { RecordedBody } from '../../model/exchange.ts'
import type { Report } from '../../model/report.ts'
import type { Contradiction } from './contradiction.ts'

/** What stands where a credential stood. */
const PLACEHOLDER = /\$\{?[A-Z]/

export function contradictionsOfBodies({ exchanges }: Report): Contradiction[] {
  return exchanges.flatMap(({ id, response }, index) => {
    const wrong = response === undefined ? undefined : wrongIn(response.body)
    if (wrong === undefined) return []
    const place = `report.json/exchanges/${index}/response/body/${wrong}`
    return [{ place, says: `${id}: the recorded text has another digest` }]
  })
}

/** Which digest does not fit. */
function wrongIn(body: RecordedBody): 'textSha256' | 'sha256' | undefined {
  const { text, bytes, sha256, textSha256, truncated, altered, invalidUtf8 } = body
  const own = sha256Of(text)
  if (textSha256 !== undefined && textSha256 !== own) return 'textSha256'
  const isWhole = !truncated && altered === undefined && invalidUtf8 === undefined
  // A byte order mark, or a credential that stood there, makes another length.
  if (!isWhole || PLACEHOLDER.test(text) || Buffer.byteLength(text) !== bytes) return undefined
  return sha256 === own ? undefined : 'sha256'
}
