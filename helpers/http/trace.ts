/** The id by which a request is found again in the logs of a target. */
import { createHash } from 'node:crypto'

/** What goes into the header: run and exchange as the report names them, or what W3C Trace Context makes of them. */
export function traceValue(header: string, runId: string, exchangeId: string): string {
  if (header.toLowerCase() !== 'traceparent') return `${runId}-${exchangeId}`
  return `00-${digest(runId).slice(0, 32)}-${digest(`${runId} ${exchangeId}`).slice(0, 16)}-01`
}

function digest(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}
