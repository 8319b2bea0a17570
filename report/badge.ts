/** Badges: `badge.json` for a shields endpoint, and `badge.svg` for those who want no third party. */
import type { RunVerdict } from '../model/contract.ts'
import type { Report } from '../model/report.ts'
import { BADGE, inkOf, RUN_TONE, SHIELD, type Tone } from './palette.ts'
import { escapeMarkup } from './xml.ts'

/** What a badge is about: a whole run, or a profile of it. */
export interface Badge {
  /** What was judged, e.g. `v3-core`. */
  name: string
  verdict: RunVerdict
  coverage: { judged: number; observable: number }
  partial?: { selected: number; observable: number }
  /** Version of the suite. */
  version: string
  /** Day of the run. */
  date: string
  /** Of the file `report.json`, in hexadecimal digits: by it a reader finds out whether a badge is that report's. */
  digest: string
}

/** The badge of a whole run, and one for each profile. @param digest of the file `report.json` */
export function badgesOf(report: Report, digest: string): { run: Badge; profiles: Badge[] } {
  const about = { version: report.suite.version, date: report.run.startedAt.slice(0, 10), digest }
  const { verdict, summary, partial, profiles = [] } = report
  const part = partial === undefined ? {} : { partial }
  const run = { name: report.contracts.join(' + '), verdict, coverage: summary.coverage, ...part, ...about }
  return { run, profiles: profiles.map((profile) => ({ ...profile, ...about })) }
}

/** A part of a run never looks like more than that, unless it found a violation. */
function toneOf({ verdict, partial }: Badge): Tone {
  return partial === undefined || verdict === 'nonconformant' ? RUN_TONE[verdict] : 'untested'
}

/** The endpoint format of shields.io. */
export function badgeJson(badge: Badge): string {
  const { label, message } = badgeText(badge)
  const endpoint = { schemaVersion: 1, label, message, color: SHIELD[toneOf(badge)] }
  return `${JSON.stringify(endpoint, null, 2)}\n`
}

export function badgeSvg(badge: Badge): string {
  const { label, message } = badgeText(badge)
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
    <rect x="${left}" width="${right}" height="20" fill="${inkOf(toneOf(badge))}"/>
  </g>
  <g fill="${BADGE.text}" font-family="Verdana,DejaVu Sans,Geneva,sans-serif" font-size="11">
    ${text(label, 0, left)}
    ${text(message, left, right)}
  </g>
</svg>
`
}

/** Digits of a digest that a badge has room for. */
const DIGITS = 8

/** Coverage always stands beside the verdict. */
function badgeText(badge: Badge): { label: string; message: string } {
  const { name, verdict, coverage, partial, version, date, digest } = badge
  const isPart = partial !== undefined && verdict !== 'nonconformant'
  const found = isPart
    ? `partial ${partial.selected} of ${partial.observable}`
    : `${verdict} ${coverage.judged}/${coverage.observable}`
  return {
    label: `users API ${name}`,
    message: [found, `suite ${version}`, date, digest.slice(0, DIGITS)].join(', '),
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
