/** Text inside XML and HTML that stays text, whatever it is. */
import { printableLines } from '../helpers/text/printable.ts'

const ENTITIES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

/** For element content and quoted attributes; does not care for characters that XML forbids. */
export function escapeMarkup(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? '')
}

/** For XML of any origin: forbidden and invisible characters are shown as escapes, line breaks are kept. */
export function xmlText(text: string): string {
  return escapeMarkup(printableLines(text))
}
