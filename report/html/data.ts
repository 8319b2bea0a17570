/** What the script of the page needs: the evidence, as JSON inside the page. */

import type { Report } from '../../model/report.ts'
import { curlLine } from '../curl.ts'
import { exchangesById } from '../describe.ts'
import { tellingExchanges } from '../telling.ts'
import { Markup } from './markup.ts'
import type { PageData } from './page-data.ts'

/** Bodies beyond this are cut in the page; `report.json` and `traffic.har` have what was recorded. */
const MAX_BODY = 100_000

export function embeddedData(report: Report): Markup {
  const byId = exchangesById(report)
  const exchanges = Object.fromEntries(
    report.exchanges.map((exchange) => {
      const { response, ...rest } = exchange
      const curl = curlLine(exchange, report.target.baseUrl)
      if (response === undefined) return [exchange.id, { ...rest, curl }]
      const { text, truncated } = response.body
      const body = {
        ...response.body,
        text: text.slice(0, MAX_BODY),
        truncated: truncated || text.length > MAX_BODY,
      }
      return [exchange.id, { ...rest, curl, response: { ...response, body } }]
    }),
  )
  const requirements = Object.fromEntries(
    report.requirements.map((result) => {
      const { id, evidence, deviations } = result
      const told = deviations.length === 0 ? [] : tellingExchanges(result, byId)
      const telling = Object.fromEntries(told.map(({ exchange, as }) => [exchange.id, as]))
      return [id, { evidence, deviations, ...(told.length === 0 ? {} : { telling }) }]
    }),
  )
  // Without `<` nothing in it can end the element or begin a comment.
  const data: PageData = { exchanges, requirements }
  const json = JSON.stringify(data).replaceAll('<', '\\u003c')
  return new Markup(`<script type="application/json" id="data">${json}</script>`)
}
