/** A body, pretty-printed where it is JSON, the members at fault marked. */
import type { Deviation } from '../../../model/report.ts'
import { make } from './dom.ts'
import { jsonLines, type Line, lineOf } from './json-lines.ts'

/** Deeper lines are not moved further to the right. */
const DEEPEST = 24

/** @param deviations those that name a member of this body */
export function bodyElement(text: string, deviations: readonly Deviation[], label: string): HTMLElement {
  const block = make('pre', 'body')
  block.tabIndex = 0
  block.setAttribute('role', 'region')
  block.setAttribute('aria-label', label)
  const lines = jsonLines(text) ?? [{ depth: 0, pointer: '', parts: [['', text]] } satisfies Line]
  const marks = new Map<Line | undefined, Deviation[]>()
  for (const deviation of deviations) {
    const line = lineOf(lines, deviation.pointer ?? '')
    marks.set(line, [...(marks.get(line) ?? []), deviation])
  }
  for (const line of lines) {
    const parts = line.parts.map(([kind, part]) => (kind === '' ? part : make('span', kind, part)))
    const row = make('span', 'row', parts)
    const own = marks.get(line)
    const whole = own === undefined ? row : marked(row, line, own)
    // A style sheet cannot count, and a style attribute is forbidden here; setting it from a script is not.
    whole.style.setProperty('--depth', String(Math.min(line.depth, DEEPEST)))
    block.append(whole)
  }
  return block
}

function marked(row: HTMLElement, line: Line, deviations: readonly Deviation[]): HTMLElement {
  const notes = deviations.map(({ pointer, expected, actual }) => {
    const where = pointer === line.pointer ? '' : `${pointer}: `
    return make('span', 'note', `${where}expected ${expected}, got ${actual}`)
  })
  return make('mark', deviations.some(({ level }) => level === 'must') ? '' : 'should', [row, ...notes])
}

/** Brings the first mark into sight within its body; the page does not move. */
export function showFirstMark(root: HTMLElement): void {
  const mark = root.querySelector<HTMLElement>('.body mark')
  const body = mark?.closest<HTMLElement>('.body')
  if (!mark || !body) return
  body.scrollTop = mark.offsetTop - body.offsetTop - body.clientHeight / 3
}
