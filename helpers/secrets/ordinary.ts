/** Credentials that cannot be told from text: a word, a number, a few characters. To hide them everywhere would hide words. */
import { readdirSync, readFileSync } from 'node:fs'
import { extname, join } from 'node:path'
import { packageRoot } from '../text/package-root.ts'

/** Shorter ones occur by chance in any text, in characters. */
const SHORTEST = 8
/** Shorter words are ordinary whether they are ours or not. */
const SHORT_WORD = 12
/** A word, a word with a short number behind it, or a number: what stands in names and addresses. */
export const WORD = /^(?:[a-z]*|[A-Z]?[a-z]*|[A-Z]*)\d{0,4}$|^\d{1,11}$/
/** What a word of ours may look like: names in programs are put together of words. */
const NAME = /^[A-Za-z]*\d{0,4}[A-Za-z]*$/
const LONGEST_NAME = 60

/** Where the words stand that the product itself writes. */
const FOLDERS = [
  'dist',
  'cli',
  'contracts',
  'helpers',
  'language',
  'model',
  'report',
  'runner',
  'suites',
  'schemas',
]
const TEXTS = new Set(['.js', '.ts', '.css', '.json'])

let words: string | undefined
let vocabulary: Set<string> | undefined

/** Where sentences and values stand that may meet the names of people. */
const TELLING = ['suites', 'contracts', 'language']
/** Values that targets write where nobody in particular is meant. */
const NOBODY = ['system', 'anonymous', 'unknown', 'nobody', 'none', 'null', 'automation', 'import', 'robot']

/** Whether a word in lower case is one of those that verdicts are worded with, or that the documents have as values. */
export function isOwnWord(word: string): boolean {
  // A package has the built files alone.
  vocabulary ??= vocabularyOf(
    ['', 'dist'].map((root) => TELLING.flatMap((folder) => textsIn(join(packageRoot(), root, folder)))),
  )
  return vocabulary.has(word)
}

/** @param versions the same words, of which one place is enough */
function vocabularyOf(versions: readonly string[][]): Set<string> {
  const found = new Set(NOBODY)
  const texts = versions.find((those) => those.length > 0) ?? []
  for (const text of texts) for (const word of text.toLowerCase().split(/[^a-z]+/)) found.add(word)
  return found
}

/** Whether a credential is so short or so ordinary a text that hiding it wherever it stands would spoil outputs. */
export function isOrdinary(credential: string): boolean {
  if (credential.length < SHORTEST) return true
  const parts = credential.split(/[^A-Za-z0-9]+/)
  if (credential.length < SHORT_WORD && parts.every((part) => WORD.test(part))) return true
  const isName = credential.length <= LONGEST_NAME && parts.every((part) => NAME.test(part))
  return isName && ownWords().includes(credential.toLowerCase())
}

/** Everything that the product may write, in lower case; read only where a credential looks like it. */
function ownWords(): string {
  words ??= FOLDERS.flatMap((folder) => textsIn(join(packageRoot(), folder)))
    .join('\n')
    .toLowerCase()
  return words
}

function textsIn(folder: string): string[] {
  try {
    return readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((path) => TEXTS.has(extname(path)) && !/\.(?:test|d)\.ts$|testing/.test(path))
      .map((path) => readFileSync(join(folder, path), 'utf8'))
  } catch {
    // A package has no sources, and sources may not have been built.
    return []
  }
}
