/** What GitHub Actions is told: annotations, and that nothing of the target's is a command. */
import { randomUUID } from 'node:crypto'
import { printable } from '../helpers/text/printable.ts'
import type { Report, RequirementResult } from '../model/report.ts'
import { bySeverity } from '../report/severity.ts'

/** GitHub shows at most ten annotations of a kind per step. */
const MOST = 10
const MAX_TEXT = 500

/** One line per violation, the decisive ones first; known ones are notices. */
export function annotations({ requirements }: Report): string[] {
  const known = requirements.filter((one) => one.known !== undefined)
  const open = bySeverity(requirements.filter((one) => one.known === undefined))
  return [
    ...lines('error', open, 'failed'),
    ...lines('warning', open, 'warning'),
    ...known.slice(0, MOST).map((one) => line('notice', one, `known: ${one.known?.reason}`)),
  ]
}

/** Between the two lines that come back, no line of a text is taken for a command, whatever it holds. */
export function withoutCommands(text: string): string {
  const token = randomUUID()
  return `::stop-commands::${token}\n${text}\n::${token}::\n`
}

function lines(
  command: 'error' | 'warning',
  results: RequirementResult[],
  verdict: RequirementResult['verdict'],
): string[] {
  return results
    .filter((one) => one.verdict === verdict)
    .slice(0, MOST)
    .map((one) => line(command, one, one.reason ?? verdict))
}

function line(command: string, { id, operation, title }: RequirementResult, text: string): string {
  const message = `${operation}: ${title} ${printable(text, MAX_TEXT)}`
  return `::${command} title=${property(id)}::${data(message)}`
}

function data(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')
}

function property(text: string): string {
  return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C')
}
