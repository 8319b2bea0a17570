/** `report.json`: the report itself, as `schemas/report.schema.json` describes it. */
import type { Report } from '../model/report.ts'

export function jsonReport(report: Report): string {
  return `${JSON.stringify(report, null, 2)}\n`
}
