/** Digests of what a report file shows of bodies, so that whoever changes one has to change more than that. */
import { sha256 } from '../helpers/text/sha256.ts'
import type { Report } from '../model/report.ts'

/** The report as its files hold it, with the digest of every recorded text. */
export function sealed(report: Report): Report {
  return {
    ...report,
    exchanges: report.exchanges.map((exchange) => {
      const { response } = exchange
      if (response === undefined) return exchange
      const body = { ...response.body, textSha256: sha256(response.body.text) }
      return { ...exchange, response: { ...response, body } }
    }),
  }
}
