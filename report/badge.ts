/** Badges: `badge.json` for a shields endpoint, and `badge.svg` for those who want no third party. */
import type { Report } from '../model/report.ts'
import { partialText } from './describe.ts'
import { BADGE, inkOf, RUN_TONE, SHIELD, type Tone } from './palette.ts'
import { escapeMarkup } from './xml.ts'

/** A part of a run never looks like more than that, unless it found a violation. */
function toneOf({ verdict, partial }: Report): Tone {
  return partial === undefined || verdict === 'nonconformant' ? RUN_TONE[verdict] : 'untested'
}

/** The endpoint format of shields.io. */
export function badgeJson(report: Report): string {
  const { label, message } = badgeText(report)
  const badge = { schemaVersion: 1, label, message, color: SHIELD[toneOf(report)] }
  return `${JSON.stringify(badge, null, 2)}\n`
}

export function badgeSvg(report: Report): string {
  const { label, message } = badgeText(report)
  const left = textWidth(label) + 12
  const right = textWidth(message) + 12
  const width = left + right
  const text = (value: string, from: number, room: number): string =>
    `<text x="${from + 6}" y="14" textLength="${room - 12}" lengthAdjust="spacingAndGlyphs">${escapeMarkup(value)}</text>`
  const title = escapeMarkup(`${label}: ${message}`)
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="20" viewBox="0 0 ${width} 20" role="img" aria-label="${title}">
  <title>${title}</title>
  <clipPath id="rounded"><rect width="${width}" height="20" rx="4"/></clipPath>
  <g clip-path="url(#rounded)">
    <rect width="${left}" height="20" fill="${BADGE.label}"/>
    <rect x="${left}" width="${right}" height="20" fill="${inkOf(toneOf(report))}"/>
  </g>
  <g fill="${BADGE.text}" font-family="Verdana,DejaVu Sans,Geneva,sans-serif" font-size="11">
    ${text(label, 0, left)}
    ${text(message, left, right)}
  </g>
</svg>
`
}

/** Coverage always stands beside the verdict. */
function badgeText(report: Report): { label: string; message: string } {
  const { judged, observable } = report.summary.coverage
  const part = partialText(report)
  return {
    label: `users API ${report.contracts.join(' + ')}`,
    message:
      part === undefined || report.verdict === 'nonconformant'
        ? `${report.verdict} ${judged}/${observable}`
        : part,
  }
}

/** About the width of a text in Verdana at 11 pixels; `textLength` makes up for the difference. */
function textWidth(text: string): number {
  let width = 0
  for (const character of text) {
    width += /[iIlj.,:/ ]/.test(character)
      ? 4
      : /[mwMW+]/.test(character)
        ? 9.5
        : /[A-Z0-9]/.test(character)
          ? 7.2
          : 6.6
  }
  return Math.ceil(width)
}
