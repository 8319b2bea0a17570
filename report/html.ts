/** `report.html`: the report as one self-contained page that needs neither network nor permissions. */
import { createHash } from 'node:crypto'
import type { Report } from '../model/report.ts'
import { damagesPanel } from './html/damages.ts'
import { embeddedData } from './html/data.ts'
import { loose, violations } from './html/findings.ts'
import { header, VERDICT_STATE } from './html/header.ts'
import { html, Markup } from './html/markup.ts'
import { matrix } from './html/matrix.ts'
import { requirements } from './html/requirements.ts'
import { PAGE_SCRIPT } from './html/script.ts'
import { SIGNS } from './html/state.ts'
import { PAGE_STYLE } from './html/style.ts'
import { toolbar } from './html/toolbar.ts'

/** Nothing may be loaded, and nothing may run but the one script and the one style of this page. */
const POLICY = [
  "default-src 'none'",
  `script-src '${hashOf(PAGE_SCRIPT)}'`,
  `style-src '${hashOf(PAGE_STYLE)}'`,
  "base-uri 'none'",
  "form-action 'none'",
].join('; ')

export function htmlReport(report: Report): string {
  const page = html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${new Markup(POLICY)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<title>${report.verdict}: users API conformance of ${report.target.embedded ? 'the embedded reference' : report.target.baseUrl}</title>
<style>${new Markup(PAGE_STYLE)}</style>
</head>
<body class="${VERDICT_STATE[report.verdict]}">
<a class="skip" href="#requirements">Skip to the requirements</a>
${SIGNS}
${header(report)}
<main>
${damagesPanel(report)}
${violations(report)}
${matrix(report)}
${loose(report)}
<section class="panel list" aria-labelledby="requirements">
<h2 id="requirements" tabindex="-1">Requirements</h2>
${toolbar(report)}
<p id="nothing" class="hint" hidden>No requirement fits these filters.</p>
${requirements(report)}
</section>
</main>
<footer><p>${report.suite.name} ${report.suite.version}. The same run for programs: report.json, junit.xml, traffic.har.</p></footer>
<div id="announcement" class="unseen" role="status"></div>
${embeddedData(report)}
<script>${new Markup(PAGE_SCRIPT)}</script>
</body>
</html>
`
  return page.text
}

function hashOf(text: string): string {
  return `sha256-${createHash('sha256').update(text).digest('base64')}`
}
