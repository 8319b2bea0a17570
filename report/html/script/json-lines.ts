/**
 * Pretty-printing of JSON as it was sent: numbers keep their spelling, doubled members stay, and a body that
 * was cut or is broken is shown as far as it goes.
 */

/** One line of a pretty-printed text. */
export interface Line {
  depth: number
  /** JSON pointer of the member that begins on the line, where one does. */
  pointer: string | undefined
  /** Pieces of the line, each with its kind: `key`, `string`, `number`, `literal`, or none. */
  parts: [kind: string, text: string][]
}

interface Open {
  array: boolean
  pointer: string
  /** How many members have begun. */
  count: number
  /** Name of the member whose value is due; undefined where a name is. */
  key: string | undefined
}

const TOKEN = /\s*(?:("[^"\\]*(?:\\[\s\S][^"\\]*)*")|([{}[\],:])|(-?\d[\d.eE+-]*)|(true|false|null))/y

/** The lines of a text; undefined when it does not look like JSON. */
export function jsonLines(text: string): Line[] | undefined {
  if (!/^\s*[[{]/.test(text)) return undefined
  const lines: Line[] = []
  const open: Open[] = []
  let line = startLine(lines, 0, '')
  let at = 0
  TOKEN.lastIndex = 0
  for (let token = TOKEN.exec(text); token !== null; token = TOKEN.exec(text)) {
    const inside = open.at(-1)
    const [all, string, mark, number, literal] = token
    if (inside === undefined && lines.length > 1) break
    at = TOKEN.lastIndex
    if (mark === '}' || mark === ']') {
      open.pop()
      if (inside !== undefined && inside.count > 0) line = startLine(lines, open.length)
      line.parts.push(['', mark])
    } else if (mark === ',') {
      line.parts.push(['', ','])
      if (inside !== undefined) inside.key = undefined
    } else if (mark === ':') {
      line.parts.push(['', ': '])
    } else if (inside !== undefined && !inside.array && inside.key === undefined && string !== undefined) {
      inside.key = nameOf(string)
      inside.count++
      line = startLine(lines, open.length, `${inside.pointer}/${inside.key}`)
      line.parts.push(['key', string])
    } else {
      let pointer = ''
      if (inside?.array) {
        pointer = `${inside.pointer}/${inside.count++}`
        line = startLine(lines, open.length, pointer)
      } else if (inside !== undefined) {
        pointer = `${inside.pointer}/${inside.key}`
      }
      if (mark !== undefined) open.push({ array: mark === '[', pointer, count: 0, key: undefined })
      const kind = string ? 'string' : number ? 'number' : literal ? 'literal' : ''
      line.parts.push([kind, mark ?? all.trim()])
    }
    if (open.length === 0 && mark !== undefined) break
  }
  const rest = text.slice(at).trim()
  if (rest !== '') startLine(lines, open.length).parts.push(['', rest])
  return lines
}

function startLine(lines: Line[], depth: number, pointer?: string): Line {
  const line: Line = { depth, pointer, parts: [] }
  lines.push(line)
  return line
}

/** A member's name as JSON pointers spell it. */
function nameOf(literal: string): string {
  let name = literal.slice(1, -1)
  try {
    name = JSON.parse(literal) as string
  } catch {
    // Not a sound string: its spelling has to do.
  }
  return name.replaceAll('~', '~0').replaceAll('/', '~1')
}

/** The line of a member; of what encloses it where the member is missing. There has to be a line. */
export function lineOf(lines: readonly Line[], pointer: string): Line | undefined {
  for (let wanted = pointer; ; wanted = wanted.slice(0, Math.max(0, wanted.lastIndexOf('/')))) {
    const line = lines.find((one) => one.pointer === wanted)
    if (line !== undefined || wanted === '') return line ?? lines[0]
  }
}
