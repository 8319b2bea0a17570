/** Credentials that a command prints: run before a run, and again when one that worked is refused. */
import { execFile, spawnSync } from 'node:child_process'
import { credentialFlaw } from './credentials.ts'
import type { Environment } from './environment.ts'
import { type ConfigProblem, hidden } from './problem.ts'
import type { VariableName } from './variables.ts'

/** How a credential is had anew. */
export interface CredentialCommand {
  /** The variable in whose stead the command stands. */
  variable: 'API_KEY' | 'ACCESS_TOKEN'
  /** Program and arguments; no shell is involved. */
  words: string[]
  /** Where requests carry the credential. */
  header: string
  /** What stands before it there. */
  prefix: string
}

/** Where the credential of each variable goes. */
const CARRIED = {
  API_KEY: { header: 'x-api-key', prefix: '' },
  ACCESS_TOKEN: { header: 'authorization', prefix: 'Bearer ' },
} as const

/** How long a command may take, in milliseconds, and how much it may print, in bytes. */
const TIMEOUT_MS = 30_000
const MOST_OUTPUT = 65_536

/** Runs a program. @returns what it printed, or why there is nothing */
export type RunProgram = (words: readonly string[]) => { output: string } | { failure: string }

/** What a person may write for anything with pipes or variables. */
const NO_SHELL = `No shell is involved: for pipes or variables write sh -c '...'.`

/**
 * The environment with the credentials that its commands print, those commands, and what is wrong with them.
 * A credential that could not be had is replaced by another text, so that it is complained of only once.
 */
export function withCommands(
  environment: Environment,
  run: RunProgram = runProgram,
): { environment: Environment; commands: CredentialCommand[]; problems: ConfigProblem[] } {
  const complete = { ...environment }
  const commands: CredentialCommand[] = []
  const problems: ConfigProblem[] = []
  for (const variable of ['API_KEY', 'ACCESS_TOKEN'] as const) {
    const name = `${variable}_COMMAND` as const satisfies VariableName
    const text = environment[name]?.trim() ?? ''
    if (text === '') continue
    const found = environment[variable] ? BESIDE(variable) : credentialBy(text, run)
    if ('credential' in found) {
      complete[variable] = found.credential
      commands.push({ variable, words: found.words, ...CARRIED[variable] })
      continue
    }
    complete[variable] ||= `nothing by ${name}`
    problems.push({
      variable: name,
      read: hidden(text),
      expected: 'a command that prints the credential and nothing else',
      fix: found.fix,
    })
  }
  return { environment: complete, commands, problems }
}

const BESIDE = (variable: string): { fix: string } => ({
  fix: `${variable} is set as well, and only one of them can be meant. Unset the other.`,
})

function credentialBy(
  text: string,
  run: RunProgram,
): { credential: string; words: string[] } | { fix: string } {
  const words = wordsOf(text)
  if (words === undefined) return { fix: 'A quotation mark in it is not closed.' }
  const ran = run(words)
  if ('failure' in ran) return { fix: ran.failure }
  const credential = withoutLineEnd(ran.output)
  if (credential === '') return { fix: 'It printed nothing. Run it by hand to see what it says.' }
  const flaw = credentialFlaw(credential)
  return flaw === undefined ? { credential, words } : { fix: `What it prints is no credential. ${flaw}` }
}

/** Splits a command into words as a shell does, but for everything that a shell would replace; undefined: unclosed quotes. */
export function wordsOf(text: string): string[] | undefined {
  const words: string[] = []
  const piece = /\s+|'([^']*)'|"((?:[^"\\]|\\.)*)"|\\(.)|([^\s'"\\]+)|(.)/gsy
  let word: string | undefined
  for (const [all, single, double, escaped, plain, broken] of text.trim().matchAll(piece)) {
    if (broken !== undefined) return undefined
    const part = single ?? double?.replace(/\\(["\\$`])/g, '$1') ?? escaped ?? plain
    if (part !== undefined) word = (word ?? '') + part
    else if (/^\s/.test(all) && word !== undefined) {
      words.push(word)
      word = undefined
    }
  }
  return word === undefined ? words : [...words, word]
}

/** Runs a program and waits for it. What it says on its error output is not read: it may hold a secret. */
export function runProgram([program = '', ...args]: readonly string[]): ReturnType<RunProgram> {
  const { error, status, signal, stdout } = spawnSync(program, args, {
    encoding: 'utf8',
    timeout: TIMEOUT_MS,
    killSignal: 'SIGKILL',
    maxBuffer: MOST_OUTPUT,
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  const code = (error as NodeJS.ErrnoException | undefined)?.code
  if (code === 'ENOENT') return { failure: `There is no such program. ${NO_SHELL}` }
  if (code === 'EACCES') return { failure: `The program may not be run. ${NO_SHELL}` }
  if (code === 'ETIMEDOUT') return { failure: `It did not end within ${TIMEOUT_MS / 1000} s.` }
  if (code === 'ENOBUFS') return { failure: 'It printed far more than a credential.' }
  if (error || status !== 0) {
    const how = status === null ? `by ${signal ?? code}` : `with exit code ${status}`
    return { failure: `It ended ${how}. Run it by hand to see what it says. ${NO_SHELL}` }
  }
  return { output: stdout }
}

/** Runs the command of a credential again. @returns the credential; undefined where there is none */
export function credentialAgain({
  words: [program = '', ...args],
}: CredentialCommand): Promise<string | undefined> {
  const options = { timeout: TIMEOUT_MS, killSignal: 'SIGKILL' as const, maxBuffer: MOST_OUTPUT }
  return new Promise((resolve) => {
    const child = execFile(program, args, options, (error, stdout) => {
      const credential = withoutLineEnd(stdout)
      const isUsable = error === null && credential !== '' && credentialFlaw(credential) === undefined
      resolve(isUsable ? credential : undefined)
    })
    child.stdin?.end()
  })
}

function withoutLineEnd(output: string): string {
  return output.replace(/[\r\n]+$/, '')
}
