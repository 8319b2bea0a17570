/** `report.html`: the report as one self-contained page that needs neither network nor permissions. */
import type { Report } from '../model/report.ts'
import { type Asset, asset } from './html/assets.ts'
import { damagesPanel } from './html/damages.ts'
import { embeddedData } from './html/data.ts'
import { facts } from './html/facts.ts'
import { loose, violations, warnings } from './html/findings.ts'
import { header, runPanel } from './html/header.ts'
import { html, Markup } from './html/markup.ts'
import { matrix } from './html/matrix.ts'
import { profiles } from './html/profiles.ts'
import { publicPanel } from './html/public.ts'
import { requirements } from './html/requirements.ts'
import { SIGNS } from './html/state.ts'
import { toolbar } from './html/toolbar.ts'
import { RUN_TONE } from './palette.ts'
import { suiteText } from './provenance.ts'
import { documentsOf } from './tiers.ts'

/** Nothing may be loaded, and nothing may run but the one script and the one style of this page. */
function policyOf(script: Asset, style: Asset): Markup {
  const rules = [`script-src ${script.source}`, `style-src ${style.source}`]
  return new Markup(`default-src 'none'; ${rules.join('; ')}; base-uri 'none'; form-action 'none'`)
}

/** @throws Error when style and script of the page were not built */
export function htmlReport(report: Report): string {
  const script = asset('page.js')
  const style = asset('page.css')
  const documents = documentsOf(report)
  const page = html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policyOf(script, style)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<title>${report.verdict}: users API conformance of ${report.target.embedded ? 'the embedded reference' : report.target.baseUrl}</title>
<style>${style.content}</style>
</head>
<body class="${RUN_TONE[report.verdict]}">
<a class="skip" href="#list">Skip to the first requirement</a>
${SIGNS}
${header(documents)}
<main>
${damagesPanel(report)}
${violations(documents)}
${warnings(documents)}
${runPanel(documents)}
${profiles(report)}
${matrix(documents)}
${loose(documents)}
${publicPanel(report)}
<section class="panel list" aria-labelledby="requirements">
<h2 id="requirements" tabindex="-1">Requirements</h2>
${toolbar(report)}
<p id="unknown" class="hint" hidden></p>
<p id="nothing" class="hint" hidden>No requirement fits these filters.</p>
${requirements(report)}
</section>
${facts(report)}
</main>
<footer><p>${suiteText(report)}. The same run for programs: report.json, junit.xml, ctrf.json, earl.jsonld, traffic.har.</p></footer>
<div id="announcement" class="unseen" role="status"></div>
${embeddedData(report)}
<script>${script.content}</script>
</body>
</html>
`
  return page.text
}
