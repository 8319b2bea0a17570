/** What the doctor found, as a person reads it. */
import { labelled, wrap } from '../helpers/text/wrap.ts'
import type { Examination, ExaminedVariable } from '../model/examination.ts'

/** Room for the name of a variable, and for its state. */
const NAME = 26
const STATE = 14
const NARROWEST = 60
/** So many requirements are named; the rest is counted. */
const MOST_NAMED = 3

/** @param width of the terminal, in characters */
export function examinationText(examination: Examination, width: number): string {
  const { baseUrl, safety, requests, contracts, problems, variables } = examination
  const room = Math.max(NARROWEST, width)
  const changing =
    requests.changing === 0
      ? 'all of them reads'
      : `${requests.changing} of them removals of ids that nobody has`
  const lines = [
    `Examined ${baseUrl} with SAFETY=${safety}: ${requests.total} requests, ${changing}. Nobody was created or changed.`,
    ...contracts.flatMap((contract) => {
      const problem = problems[contract]
      const own = variables.filter((one) => one.contract === contract)
      return [
        '',
        contract,
        ...(problem === undefined ? [] : wrap(problem, room - 2).map((line) => `  ${line}`)),
        ...own.flatMap((one) => entry(one, room)),
      ]
    }),
    '',
    conclusion(examination),
  ]
  return `${lines.join('\n')}\n`
}

function entry({ variable, state, says, remedy, unlocks }: ExaminedVariable, width: number): string[] {
  const indent = ' '.repeat(2 + NAME + STATE)
  const beside = (text: string): string[] => wrap(text, width - indent.length).map((line) => indent + line)
  return [
    ...labelled(`  ${variable.padEnd(NAME)}${state}`, says, indent.length, width),
    ...(remedy === undefined ? [] : beside(`-> ${remedy}`)),
    ...(state === 'proven' ? [] : beside(unlockedText(unlocks))),
  ]
}

function unlockedText(unlocks: readonly string[]): string {
  if (unlocks.length === 0) return 'No requirement needs it by itself.'
  const named = unlocks.slice(0, MOST_NAMED).join(', ')
  const rest = unlocks.length - MOST_NAMED
  const count = `${unlocks.length} requirement${unlocks.length === 1 ? '' : 's'}`
  return `Unlocks ${count}: ${named}${rest > 0 ? ` and ${rest} more` : ''}`
}

function conclusion({ ok, problems, variables }: Examination): string {
  const missing = variables.filter(({ state }) => state === 'missing').map(({ variable }) => variable)
  const open = variables.filter(({ state }) => state === 'unproven' || state === 'contradicted')
  const names = open.map(({ variable }) => variable).join(', ')
  const others = missing.length === 0 ? '' : ` Not set: ${missing.join(', ')}.`
  if (ok) return `Everything that is configured is proven.${others}`
  const broken = Object.keys(problems).join(', ')
  const what = [
    broken === '' ? '' : `${broken} could not be examined`,
    names === '' ? '' : `not proven: ${names}`,
  ]
  return `Not everything that is configured is proven (${what.filter((one) => one !== '').join('; ')}).${others}`
}
