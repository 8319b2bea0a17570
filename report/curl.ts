/** The command line that repeats an exchange. Credentials stay out of it: the shell puts them in. */

import { printable, wellFormed } from '../helpers/text/printable.ts'
import type { Exchange } from '../model/exchange.ts'

/** What stands for a credential in a recorded header: `$API_KEY`, or `${API_KEY%?}` for one without its last character. */
const PLACEHOLDER = /\$(?:([A-Z][A-Z0-9_]*)|\{[A-Z][A-Z0-9_]*%\?\})/

/** What stands for a header of the configuration: the variable holds whole headers, not the value of one. */
const EXTRA = /^\$(EXTRA_HEADERS(?:_V[13])?)$/

/** How curl is told of each certificate. */
const CERTIFICATES: Record<string, string> = {
  CLIENT_CERT: '--cert',
  CLIENT_KEY: '--key',
  CA_CERT: '--cacert',
}

/** Makes a comment of the line: pasted as it is, it harms nobody. */
const WARNING = '# Warning: this may remove somebody for good. Without this note it would be sent: '

/** Headers that curl writes itself, or that belong to one connection only. */
const NOT_REPEATED = new Set([
  'host',
  'connection',
  'content-length',
  'transfer-encoding',
  'accept-encoding',
  'user-agent',
])

/**
 * One line for a POSIX-like shell (`$'...'` is used only where a text holds control characters).
 * @param baseUrl stands before a recorded URL that is only a path
 */
export function curlLine(exchange: Exchange, baseUrl: string): string {
  const { method, url, headers, body, certificates = [] } = exchange.request
  const full = /^https?:/i.test(url) ? url : baseUrl + url
  const extra = new Set(Object.values(headers).flatMap((value) => EXTRA.exec(value)?.[1] ?? []))
  const words = [...piped(extra), 'curl', '-i']
  if (/[[\]{}]/.test(full)) words.push('--globoff')
  if (/\/\.{1,2}(\/|\?|$)/.test(full)) words.push('--path-as-is')
  for (const name of certificates) words.push(CERTIFICATES[name] ?? '', `"$${name}"`)
  if (method !== 'GET' || body !== undefined) words.push('-X', quoted(method))
  words.push(quoted(full))
  for (const [name, value] of Object.entries(headers)) {
    if (NOT_REPEATED.has(name.toLowerCase()) || EXTRA.test(value)) continue
    // Which replica answers is no part of the request; nor does evidence know the value.
    if (name === 'cookie') continue
    words.push('-H', headerWord(name, value))
  }
  if (extra.size > 0) words.push('-H', '@-')
  if (body !== undefined) {
    // Without this, curl would label the body as a form.
    if (!Object.keys(headers).some((name) => name.toLowerCase() === 'content-type')) {
      words.push('-H', "'content-type:'")
    }
    words.push('--data-raw', quoted(body))
  }
  return (exchange.risk ? WARNING : '') + words.join(' ')
}

/** Hands the headers of variables to curl, a line each, without their values in the command. */
function piped(variables: ReadonlySet<string>): string[] {
  if (variables.size === 0) return []
  return ['printf', `'%b\\n'`, ...[...variables].map((name) => `"$${name}"`), '|']
}

function headerWord(name: string, value: string): string {
  // curl sends a header without value only when it ends in a semicolon.
  const line = value === '' ? `${name};` : `${name}: ${value}`
  return PLACEHOLDER.test(line) && printable(line) === line ? expanded(line) : quoted(line)
}

/** In double quotes, so that the shell expands placeholders, and nothing else. */
function expanded(line: string): string {
  let word = ''
  let rest = line
  for (let match = PLACEHOLDER.exec(rest); match !== null; match = PLACEHOLDER.exec(rest)) {
    const after = rest.slice(match.index + match[0].length)
    const [all, name] = match
    const variable = name === undefined ? all : /^\w/.test(after) ? `\${${name}}` : all
    word += inDouble(rest.slice(0, match.index)) + variable
    rest = after
  }
  return `"${word}${inDouble(rest)}"`
}

/** Between double quotes a backslash takes the meaning of all but `!`, which interactive shells expand. */
function inDouble(text: string): string {
  return text.replace(/[\\"`$]/g, '\\$&').replace(/!+/g, `"'$&'"`)
}

function quoted(text: string): string {
  const sound = wellFormed(text)
  if (printable(sound) !== sound) return `$'${sound.replace(/[\\']/g, '\\$&').replace(/./gsu, byteEscaped)}'`
  return /^[A-Z]+$/.test(sound) ? sound : `'${sound.replaceAll("'", `'\\''`)}'`
}

/** A character no argument or terminal can carry, as the bytes of its UTF-8; a NUL ends arguments and goes. */
function byteEscaped(character: string): string {
  if (character === '\0') return ''
  if (printable(character) === character) return character
  return [...Buffer.from(character)].map((byte) => `\\x${byte.toString(16).padStart(2, '0')}`).join('')
}
