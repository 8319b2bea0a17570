/** What is wrong with a configuration, told so that it can be put right without reading the code. */
import { VARIABLES } from './variables.ts'

export interface ConfigProblem {
  /** The variable at fault; where one of several would do, all of them. */
  variable: string
  /** What was read. A secret shows as its length in words. */
  read: string
  expected: string
  fix: string
}

/** All problems of a configuration at once; the message gives each a paragraph. */
export class ConfigError extends Error {
  readonly problems: ConfigProblem[]

  constructor(problems: readonly ConfigProblem[]) {
    const ordered = inTableOrder(problems)
    super(messageOf(ordered))
    this.name = 'ConfigError'
    this.problems = ordered
  }
}

/** Longest piece of a value that a message repeats. */
const SHOWN_CHARACTERS = 80

/** A harmless value as a message may show it: quoted, cut, control characters made visible. */
export function shown(value: string): string {
  const cut = value.length > SHOWN_CHARACTERS
  const text = JSON.stringify(cut ? value.slice(0, SHOWN_CHARACTERS) : value)
  const visible = text.replace(/[\p{C}\p{Z}]/gu, (character) =>
    character === ' ' ? character : `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`,
  )
  return cut ? `${visible} and ${value.length - SHOWN_CHARACTERS} more characters` : visible
}

/** A value that may be a secret: nothing but its length. */
export function hidden(value: string): string {
  return `a value of ${value.length} ${value.length === 1 ? 'character' : 'characters'} (not shown)`
}

function inTableOrder(problems: readonly ConfigProblem[]): ConfigProblem[] {
  const place = ({ variable }: ConfigProblem) => {
    const index = VARIABLES.findIndex(({ name }) => name === variable.split(' ')[0])
    return index === -1 ? VARIABLES.length : index
  }
  return [...problems].sort((one, other) => place(one) - place(other))
}

function messageOf(problems: ConfigProblem[]): string {
  const head =
    problems.length === 1
      ? 'The configuration has a problem.'
      : `The configuration has ${problems.length} problems.`
  const paragraphs = problems.map(
    ({ variable, read, expected, fix }) => `${variable}: read ${read}; expected ${expected}.\n  ${fix}`,
  )
  return [head, ...paragraphs].join('\n\n')
}
