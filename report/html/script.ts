/** The script of the page, put together; the policy of the page allows exactly this text. */
import { COPY } from './script/copy.ts'
import { DOM } from './script/dom.ts'
import { EVIDENCE } from './script/evidence.ts'
import { EXCHANGE } from './script/exchange.ts'
import { FILTER } from './script/filter.ts'
import { JSON_LINES } from './script/json-lines.ts'
import { MAIN } from './script/main.ts'

/** Plain JavaScript for any browser of the last years; no text of the report ever becomes markup in it. */
export const PAGE_SCRIPT = [
  "(function () {\n'use strict'",
  DOM,
  COPY,
  JSON_LINES,
  EXCHANGE,
  EVIDENCE,
  FILTER,
  MAIN,
  '})()',
].join('\n')
