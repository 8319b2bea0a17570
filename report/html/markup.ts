/** HTML in which every value is text unless it was made here: forgetting to escape is not possible. */
import { printable } from '../../helpers/text/printable.ts'
import { escapeMarkup } from '../xml.ts'

/** Markup that is safe as it is. */
export class Markup {
  readonly text: string

  constructor(text: string) {
    this.text = text
  }
}

export type Part = Markup | string | number | undefined | readonly Part[]

/** A tagged template: strings among the values are escaped and shown with `printable`. */
export function html(strings: TemplateStringsArray, ...parts: Part[]): Markup {
  let text = strings[0] ?? ''
  for (const [index, part] of parts.entries()) text += render(part) + (strings[index + 1] ?? '')
  return new Markup(text)
}

function render(part: Part): string {
  if (part === undefined) return ''
  if (part instanceof Markup) return part.text
  if (typeof part === 'object') return part.map(render).join('')
  return escapeMarkup(printable(String(part)))
}

/** A fragment that sets filters, e.g. `#verdict=failed`; the script of the page reads it. */
export function fragment(filters: Record<string, string>): string {
  return `#${new URLSearchParams(filters)}`
}
