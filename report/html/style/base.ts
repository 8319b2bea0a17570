/** Colours, type and what every part of the page shares. */
export const BASE = `
:root {
  color-scheme: light;
  --paper: #f7f6f3; --surface: #ffffff; --sunken: #f3f1ec; --line: #e4e0d8; --strong-line: #8d887e;
  --ink: #1d1c1a; --soft: #5d5952; --link: #24508f;
  --passed: #17713f; --passed-tint: #e5f3ea;
  --failed: #b3261e; --failed-tint: #fdeae7;
  --warning: #855700; --warning-tint: #fbf0d9;
  --inconclusive: #6a3fa0; --inconclusive-tint: #f1eafa;
  --untested: #4b5a6a; --untested-tint: #e9edf1;
  --unobservable: #6a655c; --unobservable-tint: #f0eee9;
  --key: #24508f; --string: #17613a; --number: #8a4b08; --literal: #6a3fa0;
  --sans: -apple-system, "Segoe UI", Roboto, Inter, "Helvetica Neue", "Noto Sans", "Liberation Sans", Arial, system-ui, sans-serif;
  --mono: ui-monospace, "SF Mono", "Cascadia Mono", Menlo, Consolas, "Roboto Mono", "DejaVu Sans Mono", monospace;
}
@media screen and (prefers-color-scheme: dark) {
  :root {
    color-scheme: dark;
    --paper: #131415; --surface: #1b1d1f; --sunken: #141617; --line: #2f3336; --strong-line: #7b8289;
    --ink: #ecebe7; --soft: #a9a6a0; --link: #93b9f2;
    --passed: #5cc98d; --passed-tint: #16301f;
    --failed: #ff8a80; --failed-tint: #3d1c1a;
    --warning: #e6b450; --warning-tint: #35290f;
    --inconclusive: #c3a3f5; --inconclusive-tint: #2b2140;
    --untested: #a9b8c7; --untested-tint: #232b33;
    --unobservable: #a8a297; --unobservable-tint: #272623;
    --key: #93b9f2; --string: #7fce9f; --number: #e6b06a; --literal: #c3a3f5;
  }
}
.passed { --accent: var(--passed); --tint: var(--passed-tint) }
.failed { --accent: var(--failed); --tint: var(--failed-tint) }
.warning { --accent: var(--warning); --tint: var(--warning-tint) }
.inconclusive { --accent: var(--inconclusive); --tint: var(--inconclusive-tint) }
.untested { --accent: var(--untested); --tint: var(--untested-tint) }
.unobservable { --accent: var(--unobservable); --tint: var(--unobservable-tint) }

* { box-sizing: border-box }
[hidden] { display: none !important }
html { -webkit-text-size-adjust: 100%; scroll-padding-top: 8.5rem }
body {
  margin: 0; background: var(--paper); color: var(--ink); border-top: 5px solid var(--accent);
  font: 400 1rem/1.55 var(--sans); font-variant-numeric: tabular-nums;
}
body > header, main, footer { max-width: 74rem; margin: 0 auto; padding: 0 2rem }
h1, h2, h3, p, dl, dd, ul, ol { margin: 0; padding: 0 }
ul, ol { list-style: none }
h2 { font-size: 1.25rem; line-height: 1.3; font-weight: 650; letter-spacing: -.01em }
h2:focus { outline: none }
code, pre, .path, .method { font-family: var(--mono); font-size: .875em }
small { font-size: .8125rem; color: var(--soft) }
a { color: var(--link); text-decoration-thickness: .06em; text-underline-offset: .2em }
:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; border-radius: 6px }
.sign {
  flex: none; width: 1.25rem; height: 1.25rem; padding: .125rem; border-radius: 50%; background: var(--tint);
  stroke: var(--accent); stroke-width: 2.6; stroke-linecap: round; stroke-linejoin: round; fill: none;
}
.signs { position: absolute }
.pair { display: grid; grid-template-columns: repeat(auto-fit, minmax(24rem, 1fr)); gap: 0 1.5rem; align-items: start }
.panel {
  margin: 0 0 1.5rem; padding: 1.75rem 2rem 2rem; background: var(--surface);
  border: 1px solid var(--line); border-radius: 16px;
}
.hint { color: var(--soft); font-size: .875rem }
.skip { position: absolute; left: -200vw }
.unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap }
.skip:focus { left: 1rem; top: 1rem; z-index: 9; padding: .5rem 1rem; background: var(--surface) }
button, select, input { font: inherit; color: inherit }
button { cursor: pointer }
.quiet {
  position: relative; flex: none; padding: .2rem .6rem; font-size: .8125rem; border: 1px solid var(--line); border-radius: 8px;
  background: var(--surface); color: var(--link);
}
.quiet:hover { border-color: var(--strong-line) }
footer { padding-top: .5rem; padding-bottom: 3rem; color: var(--soft); font-size: .8125rem }
`
