/** `requirements`: prints the catalogue. */

import { labelled } from '../../helpers/text/wrap.ts'
import type { Contract, Requirement } from '../../model/contract.ts'
import { painter } from '../../report/terminal/style.ts'
import { CONTRACT_NAMES, catalogueOf } from '../../suites/catalogues.ts'
import { UsageError } from '../errors.ts'
import { wantsColour, widthOf } from '../terminal.ts'

/** Flags as they were typed. */
export interface RequirementsFlags {
  contracts: string
  json?: boolean
  markdown?: boolean
}

/** @returns 0; @throws UsageError for a contract that there is not, or two formats at once */
export async function requirementsCommand({ contracts, json, markdown }: RequirementsFlags): Promise<number> {
  if (json && markdown) throw new UsageError('--json and --markdown exclude each other')
  const chosen = contractsOf(contracts)
  const catalogue = catalogueOf(chosen)
  if (json) process.stdout.write(`${JSON.stringify(catalogue, null, 2)}\n`)
  else if (markdown)
    process.stdout.write((await import('../../runner/generated.ts')).requirementsPage(chosen))
  else process.stdout.write(catalogueText(catalogue))
  return 0
}

function catalogueText(catalogue: Requirement[]): string {
  const paint = painter(wantsColour(process.stdout))
  const width = Math.max(60, widthOf(process.stdout))
  const operations = [...new Set(catalogue.map(({ operation }) => operation))]
  const lines = operations.flatMap((operation) => [
    paint(operation, 'bold'),
    ...catalogue
      .filter((requirement) => requirement.operation === operation)
      .flatMap(({ id, level, title, unobservable }) => [
        `  ${id}  ${paint(unobservable === undefined ? level : `${level}, not observable`, 'dim')}`,
        ...labelled('', title, 4, width),
      ]),
    '',
  ])
  const observable = catalogue.filter(({ unobservable }) => unobservable === undefined).length
  return `${lines.join('\n')}\n${catalogue.length} requirements, ${observable} of them observable over HTTP\n`
}

function contractsOf(text: string): Contract[] {
  const names = CONTRACT_NAMES
  const words = text.split(',').map((word) => word.trim())
  const unknown = words.find((word) => !names.some((name) => name === word))
  if (unknown !== undefined) {
    const choice = [...names, names.join(',')].join(', ').replace(/, (?=[^ ]*$)/, ' or ')
    throw new UsageError(`--contracts has to be ${choice}, not ${JSON.stringify(text)}`)
  }
  return names.filter((name) => words.includes(name))
}
