/** A body, pretty-printed where it is JSON, the members at fault marked. */
import type { Deviation } from '../../../model/report.ts'
import { make } from './dom.ts'
import { jsonLines, type Line, lineOf } from './json-lines.ts'

/** Deeper lines are not moved further to the right. */
const DEEPEST = 24

/** A longer body is not printed whole, in lines. */
const LONG = 120
/** So many lines on either side of a mark are. */
const AROUND = 20

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
  const near = nearOf(lines, marks)
  let isLeftOut = false
  for (const [index, line] of lines.entries()) {
    const parts = line.parts.map(([kind, part]) => (kind === '' ? part : make('span', kind, part)))
    const row = make('span', 'row', parts)
    const own = marks.get(line)
    const whole = own === undefined ? row : marked(row, line, own)
    // A style sheet cannot count, and a style attribute is forbidden here; setting it from a script is not.
    if (!near(index)) {
      whole.classList.add('far')
      if (!isLeftOut)
        block.append(make('span', 'left-out', '… what is far from a deviation is in report.json …'))
    }
    isLeftOut = !near(index)
    whole.style.setProperty('--depth', String(Math.min(line.depth, DEEPEST)))
    block.append(whole)
  }
  return block
}

/** Which lines are printed: of a long body the beginning, and what stands around the marks. */
function nearOf(
  lines: readonly Line[],
  marks: ReadonlyMap<Line | undefined, unknown>,
): (index: number) => boolean {
  if (lines.length <= LONG) return () => true
  const marked = lines.flatMap((line, index) => (marks.has(line) ? [index] : []))
  return (index) => index < AROUND || marked.some((one) => Math.abs(one - index) <= AROUND)
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
