/** Where the variables come from: the process environment and the `.env` file of the working directory. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'dotenv'
import { nearest } from '../text/nearest.ts'
import { misspeltInFile } from './misspelt.ts'
import { type ConfigProblem, hidden } from './problem.ts'
import { VARIABLES } from './variables.ts'

/** What was wrong with the `.env` file itself; kept beside the variables so that all problems are told at once. */
export const FILE_PROBLEMS: unique symbol = Symbol('problems of the .env file')

/** Variables by name. An empty string counts as unset. */
export type Environment = Record<string, string | undefined> & { [FILE_PROBLEMS]?: ConfigProblem[] }

/** Edits up to which an unknown name in `.env` is taken for one of ours. */
const TYPO_EDITS = 2

/**
 * The variables of the process over those of `.env` in `cwd`; directories above are not searched.
 * A variable that the process sets to nothing hides the one in the file.
 * Never throws: what is wrong with the file is reported by `readConfig`, also through a copy of the result.
 */
export function loadEnvironment(cwd: string = process.cwd()): Environment {
  const path = join(cwd, '.env')
  let text: string
  try {
    text = readFileSync(path, 'utf8')
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? 'unknown error'
    return code === 'ENOENT'
      ? { ...process.env }
      : { ...process.env, [FILE_PROBLEMS]: [unreadable(path, code)] }
  }
  if (text.includes('\0')) return { ...process.env, [FILE_PROBLEMS]: [unreadable(path, 'not UTF-8 text')] }
  const variables = parse(text)
  return {
    ...variables,
    ...process.env,
    [FILE_PROBLEMS]: [...misspelt(variables), ...cutAtHash(text, variables)],
  }
}

function unreadable(path: string, cause: string): ConfigProblem {
  return {
    variable: '.env',
    read: `nothing from ${path} (${cause})`,
    expected: 'a readable text file in UTF-8, or no file at all',
    fix: 'Make the file readable, save it as UTF-8, or take it away.',
  }
}

function misspelt(variables: Record<string, string>): ConfigProblem[] {
  const names = VARIABLES.map(({ name }) => name)
  return misspeltInFile(variables, (name) => nearest(name, names, TYPO_EDITS))
}

/** A `#` in an unquoted value begins a comment; in the middle of a key that is hardly what was meant. */
function cutAtHash(text: string, variables: Record<string, string>): ConfigProblem[] {
  return VARIABLES.flatMap(({ name }) => {
    const value = variables[name]
    const line = new RegExp(`^\\s*(?:export\\s+)?${name}\\s*[=:][^\\S\\n]*[^\\s#"'\`][^\\s#]*#`, 'm')
    if (value === undefined || !line.test(text)) return []
    return {
      variable: name,
      read: `${hidden(value)} in .env, cut at a # sign`,
      expected: 'quotation marks around a value that contains #',
      fix: `Put the value in quotation marks, or a blank before the # if a comment is meant.`,
    }
  })
}
