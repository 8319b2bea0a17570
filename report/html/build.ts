/**
 * The step of the build that makes style and script of the pages: files of their own in the sources, one text each in
 * a page. Before it, tsc has compiled the script into `script-modules/`, beside the compiled form of this file.
 */
import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { packageRoot } from '../../helpers/text/package-root.ts'
import { paletteStyle } from '../palette.ts'
import { linked } from './link.ts'

/** In the order in which they stand: what comes later prevails. */
const PAGE = ['base', 'head', 'matrix', 'filters', 'list', 'evidence', 'facts', 'media']
const COMPARISON = ['base', 'head', 'media', 'comparison']
const RESULTS = ['base', 'head', 'filters', 'media', 'comparison', 'results']

function styleOf(names: string[]): string {
  const files = names.map((name) => readFileSync(`${packageRoot()}/report/html/style/${name}.css`, 'utf8'))
  return [paletteStyle(), ...files].join('')
}

const here = (path: string): URL => new URL(path, import.meta.url)

writeFileSync(here('page.css'), styleOf(PAGE))
writeFileSync(here('comparison.css'), styleOf(COMPARISON))
writeFileSync(here('results.css'), styleOf(RESULTS))
const MODULES = here('script-modules/')
const moduleOf = (name: string): string =>
  readFileSync(new URL(`report/html/script/${name}.js`, MODULES), 'utf8')
writeFileSync(here('page.js'), linked('main', moduleOf))
writeFileSync(here('results.js'), linked('results', moduleOf))
rmSync(MODULES, { recursive: true })
