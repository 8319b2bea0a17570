/** The id by which a request is found again in the logs of a target. */
import { sha256 } from '../text/sha256.ts'

/** What goes into the header: run and exchange as the report names them, or what W3C Trace Context makes of them. */
export function traceValue(header: string, runId: string, exchangeId: string): string {
  if (header.toLowerCase() !== 'traceparent') return `${runId}-${exchangeId}`
  return `00-${sha256(runId).slice(0, 32)}-${sha256(`${runId} ${exchangeId}`).slice(0, 16)}-01`
}
