/**
 * Pretty-printing of JSON as it was sent: numbers keep their spelling, doubled members stay, and a body that
 * was cut or is broken is shown as far as it goes.
 */
export const JSON_LINES = String.raw`
const TOKEN = /\s*(?:("[^"\\]*(?:\\[^][^"\\]*)*")|([{}[\],:])|(-?\d[\d.eE+-]*)|(true|false|null))/y

/**
 * Lines of { depth, pointer, parts: [class, text][] }; pointer is that of the member which begins on the line.
 * Nothing when the text does not look like JSON.
 */
function jsonLines(text) {
  if (!/^\s*[[{]/.test(text)) return null
  const lines = []
  const open = []
  let line = startLine(lines, 0, '')
  let at = 0
  TOKEN.lastIndex = 0
  for (let token = TOKEN.exec(text); token !== null; token = TOKEN.exec(text)) {
    const inside = open[open.length - 1]
    const mark = token[2]
    if (inside === undefined && lines.length > 1) break
    at = TOKEN.lastIndex
    if (mark === '}' || mark === ']') {
      open.pop()
      if (inside.count > 0) line = startLine(lines, open.length)
      line.parts.push(['', mark])
    } else if (mark === ',') {
      line.parts.push(['', ','])
      if (inside) inside.key = null
    } else if (mark === ':') {
      line.parts.push(['', ': '])
    } else if (inside && !inside.array && inside.key === null && token[1]) {
      inside.key = keyOf(token[1])
      inside.count++
      line = startLine(lines, open.length, inside.pointer + '/' + inside.key)
      line.parts.push(['key', token[1]])
    } else {
      let pointer = ''
      if (inside && inside.array) {
        pointer = inside.pointer + '/' + inside.count++
        line = startLine(lines, open.length, pointer)
      } else if (inside) {
        pointer = inside.pointer + '/' + inside.key
      }
      if (mark) open.push({ array: mark === '[', pointer: pointer, count: 0, key: null })
      line.parts.push([token[1] ? 'string' : token[3] ? 'number' : token[4] ? 'literal' : '', mark || token[0].trim()])
    }
    if (open.length === 0 && mark) break
  }
  const rest = text.slice(at).trim()
  if (rest !== '') startLine(lines, open.length).parts.push(['', rest])
  return lines
}

function startLine(lines, depth, pointer) {
  const line = { depth: depth, pointer: pointer, parts: [] }
  lines.push(line)
  return line
}

/** A member's name as JSON pointers spell it. */
function keyOf(literal) {
  let name = literal.slice(1, -1)
  try {
    name = JSON.parse(literal)
  } catch {
    // Not a sound string: its spelling has to do.
  }
  return name.replace(/~/g, '~0').replace(/\//g, '~1')
}

/** The line of a member; of what encloses it where the member is missing. */
function lineOf(lines, pointer) {
  for (let wanted = pointer; ; wanted = wanted.slice(0, wanted.lastIndexOf('/'))) {
    const line = lines.find(function (one) {
      return one.pointer === wanted
    })
    if (line || wanted === '') return line || lines[0]
  }
}
`
