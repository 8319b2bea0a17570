/** Style and script of the pages, as the build has put them together (`build.ts`). */
import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { Markup } from './markup.ts'

/** What the build writes: a style for each page, and the scripts. */
export type AssetName = 'page.css' | 'page.js' | 'comparison.css' | 'results.css' | 'results.js'

/** A file that goes into a page as it is. */
export interface Asset {
  content: Markup
  /** What a content security policy calls exactly this content, e.g. `'sha256-…'`. */
  source: string
}

/** Beside this file where it is compiled; the sources have no other than what was built last. */
const FOLDERS = ['./', '../../dist/report/html/'].map((path) => new URL(path, import.meta.url))

const read = new Map<AssetName, Asset>()

/** @throws Error when nothing was built */
export function asset(name: AssetName): Asset {
  let found = read.get(name)
  if (found === undefined) {
    const file = FOLDERS.map((folder) => new URL(name, folder)).find((url) => existsSync(url))
    if (file === undefined) throw new Error(`${name} is not there; npm run build makes it`)
    const text = readFileSync(file, 'utf8')
    const hash = createHash('sha256').update(text).digest('base64')
    found = { content: new Markup(text), source: `'sha256-${hash}'` }
    read.set(name, found)
  }
  return found
}
