/** The evidence that the page brings along, read when it is first needed. */
import type { PageData } from '../page-data.ts'
import { byId } from './dom.ts'

let cache: PageData | undefined

/** What the report has written into the page. */
export function data(): PageData {
  cache ??= JSON.parse(byId('data').textContent) as PageData
  return cache
}
