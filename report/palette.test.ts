import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { badgeSvg, badgesOf } from './badge.ts'
import { asset } from './html/assets.ts'
import { inkOf, paletteStyle } from './palette.ts'
import { reportOf } from './testing/report.ts'

const STYLES = new URL('./html/style/', import.meta.url)
const files = readdirSync(STYLES).map((name): [string, string] => [
  name,
  readFileSync(new URL(name, STYLES), 'utf8'),
])

const own = new Set(files.flatMap(([, text]) => [...text.matchAll(/(--[\w-]+):/g)].map(([, name]) => name)))

test.each(files)('%s has no colour of its own, and uses none that the palette has not', (_, text) => {
  expect(text.match(/#[\da-f]{3,8}\b|\brgba?\(|\bhsla?\(/gi)).toBeNull()
  const palette = paletteStyle()
  for (const [, name = ''] of text.matchAll(/var\((--[\w-]+)/g)) {
    expect(own.has(name) || palette.includes(`${name}: `) || name === '--depth', name).toBe(true)
  }
})

test('the pages bring the palette and their files along, as they are in the sources', () => {
  const page = asset('page.css').content.text
  expect(page.startsWith(paletteStyle())).toBe(true)
  for (const [name, text] of files) {
    const sheet = name === 'comparison.css' || name === 'results.css' ? asset(name).content.text : page
    expect(sheet.includes(text), `${name}: npm run build makes it new`).toBe(true)
  }
})

test('a badge has the ink of the verdict', () => {
  expect(badgeSvg(badgesOf(reportOf({ 'v3.list.meta': 'failed' }), '0a').run)).toContain(
    `fill="${inkOf('failed')}"`,
  )
})
