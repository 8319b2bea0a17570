/** The style of the comparison page: the verdicts keep the colours that they have in a report. */

export const COMPARISON_STYLE = `
:root { color-scheme: light dark; --text: #1b1f24; --soft: #57606a; --line: #d5dae0; --back: #fff; --panel: #f6f8fa;
  --passed: #1a6b37; --failed: #b3261e; --warning: #8a5a00; --open: #5b4bb3; }
@media (prefers-color-scheme: dark) { :root { --text: #e8eaed; --soft: #a4acb6; --line: #3a4149; --back: #14171b;
  --panel: #1c2126; --passed: #6fcf8f; --failed: #ff8a80; --warning: #f0b849; --open: #b8aaff; } }
* { box-sizing: border-box; }
body { margin: 0; background: var(--back); color: var(--text); font: 15px/1.5 system-ui, sans-serif; }
main { max-width: 72rem; margin: 0 auto; padding: 2rem 1.25rem 4rem; }
h1 { font-size: 1.6rem; line-height: 1.25; margin: 0 0 1.25rem; }
h2 { font-size: 1.1rem; margin: 2.25rem 0 .6rem; display: inline-block; }
h2 small { color: var(--soft); font-weight: 400; }
.wide { overflow-x: auto; border: 1px solid var(--line); border-radius: 8px; }
table { border-collapse: collapse; width: 100%; }
th, td { text-align: left; vertical-align: top; padding: .5rem .75rem; font-weight: 400; }
thead th { background: var(--panel); color: var(--soft); font-size: .85rem; white-space: nowrap; }
tbody tr + tr th, tbody tr + tr td { border-top: 1px solid var(--line); }
.rows tbody th { min-width: 18rem; }
code { font: .85em ui-monospace, monospace; color: var(--soft); overflow-wrap: anywhere; }
small { color: var(--soft); }
.reason { display: block; color: var(--soft); font-size: .9rem; overflow-wrap: anywhere; }
.note { color: var(--soft); }
.cell { white-space: nowrap; font-weight: 600; }
.cell::before { display: inline-block; width: 1.2em; }
.passed::before { content: "✓"; } .failed::before { content: "✕"; } .warning::before { content: "!"; }
.inconclusive::before { content: "?"; } .untested::before { content: "–"; } .absent::before { content: "·"; }
.passed { color: var(--passed); } .failed { color: var(--failed); } .warning { color: var(--warning); }
.inconclusive, .untested { color: var(--open); } .absent { color: var(--soft); }
section.regression h2 { color: var(--failed); }
summary { cursor: pointer; }
@media print { body { font-size: 11px; } main { max-width: none; padding: 0; } .wide { overflow: visible; } }
`
