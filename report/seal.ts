/** Digests of what a report file shows of bodies, so that whoever changes one has to change more than that. */
import { createHash } from 'node:crypto'
import type { Report } from '../model/report.ts'

/** The report as its files hold it, with the digest of every recorded text. */
export function sealed(report: Report): Report {
  return {
    ...report,
    exchanges: report.exchanges.map((exchange) => {
      const { response } = exchange
      if (response === undefined) return exchange
      const body = { ...response.body, textSha256: digestOf(response.body.text) }
      return { ...exchange, response: { ...response, body } }
    }),
  }
}

/** SHA-256 of a text as UTF-8, hexadecimal. */
export function digestOf(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}
