/** The colours of every output: report page, comparison, badge and terminal show a verdict in the same one. */
import type { RunVerdict, Verdict } from '../model/contract.ts'

/** What a colour says: a verdict on a requirement, or that HTTP cannot show it. */
export type Tone = Verdict | 'unobservable'

/** The tone in which a run's verdict is shown. */
export const RUN_TONE: Record<RunVerdict, Tone> = {
  conformant: 'passed',
  nonconformant: 'failed',
  incomplete: 'warning',
  inconclusive: 'inconclusive',
}

/** A tone as ink, and as the ground on which that ink is read. */
type Inks = Record<Tone, [ink: string, ground: string]>

const LIGHT_INKS: Inks = {
  passed: ['#17713f', '#e5f3ea'],
  failed: ['#b3261e', '#fdeae7'],
  warning: ['#855700', '#fbf0d9'],
  inconclusive: ['#6a3fa0', '#f1eafa'],
  untested: ['#4b5a6a', '#e9edf1'],
  unobservable: ['#6a655c', '#f0eee9'],
}

const DARK_INKS: Inks = {
  passed: ['#5cc98d', '#16301f'],
  failed: ['#ff8a80', '#3d1c1a'],
  warning: ['#e6b450', '#35290f'],
  inconclusive: ['#c3a3f5', '#2b2140'],
  untested: ['#a9b8c7', '#232b33'],
  unobservable: ['#a8a297', '#272623'],
}

/** Everything that is no verdict: paper, lines, text, and the parts of JSON. */
const LIGHT = {
  paper: '#f7f6f3',
  surface: '#ffffff',
  sunken: '#f3f1ec',
  line: '#e4e0d8',
  'strong-line': '#8d887e',
  ink: '#1d1c1a',
  soft: '#5d5952',
  link: '#24508f',
  key: '#24508f',
  string: '#17613a',
  number: '#8a4b08',
  literal: '#6a3fa0',
}

const DARK: typeof LIGHT = {
  paper: '#131415',
  surface: '#1b1d1f',
  sunken: '#141617',
  line: '#2f3336',
  'strong-line': '#7b8289',
  ink: '#ecebe7',
  soft: '#a9a6a0',
  link: '#93b9f2',
  key: '#93b9f2',
  string: '#7fce9f',
  number: '#e6b06a',
  literal: '#c3a3f5',
}

/** The colours of a badge, which is seen on pages that are not ours: dark enough for white text. */
export const BADGE = { label: LIGHT.ink, text: '#ffffff' }

/** What shields.io calls the tones that a badge may have. */
export const SHIELD: Record<Tone, string> = {
  passed: 'brightgreen',
  failed: 'red',
  warning: 'yellow',
  inconclusive: 'lightgrey',
  untested: 'lightgrey',
  unobservable: 'lightgrey',
}

/** Which of a terminal's own colours comes nearest to a tone: they follow its theme, as ours follow the page's. */
export const TERMINAL = {
  passed: 'green',
  failed: 'red',
  warning: 'yellow',
  inconclusive: 'magenta',
  untested: 'cyan',
  unobservable: 'dim',
} as const satisfies Record<Tone, string>

/** A tone as ink on white, `#rrggbb`. */
export function inkOf(tone: Tone): string {
  return LIGHT_INKS[tone][0]
}

/** The palette as a style sheet: variables for light and dark, and a class for each tone. */
export function paletteStyle(): string {
  const classes = Object.keys(LIGHT_INKS).map(
    (tone) => `.${tone} { --accent: var(--${tone}); --tint: var(--${tone}-tint) }`,
  )
  return [
    `:root { color-scheme: light; ${variables(LIGHT, LIGHT_INKS)} }`,
    `@media screen and (prefers-color-scheme: dark) { :root { color-scheme: dark; ${variables(DARK, DARK_INKS)} } }`,
    ...classes,
    '',
  ].join('\n')
}

function variables(plain: Record<string, string>, inks: Inks): string {
  const all = Object.entries(plain)
  for (const [tone, [ink, ground]] of Object.entries(inks)) all.push([tone, ink], [`${tone}-tint`, ground])
  return all.map(([name, value]) => `--${name}: ${value}`).join('; ')
}
