/** The top of the page, and the short lists below it. */
export const HEAD = `
.head { padding-top: 2.75rem !important; padding-bottom: 2.25rem !important }
.eyebrow { color: var(--soft); font-size: .875rem; font-weight: 550; letter-spacing: .01em }
.verdict { display: flex; gap: 1.25rem; align-items: center; margin: .9rem 0 2rem }
.seal .sign { display: block; width: 4.25rem; height: 4.25rem; padding: .8rem; stroke-width: 2.2 }
h1 { font-size: clamp(2.1rem, 5vw, 3rem); line-height: 1.1; overflow-wrap: anywhere; font-weight: 700; letter-spacing: -.025em; color: var(--accent) }
.verdict > div { min-width: 0 }
.headline { margin-top: .3rem; font-size: 1.125rem }
.message {
  margin: -.5rem 0 2rem; padding: .9rem 1.2rem; border-radius: 12px; background: var(--tint); overflow-wrap: anywhere;
}
.facts {
  display: grid; grid-template-columns: repeat(4, 1fr); gap: 1.4rem 2rem; padding: 1.4rem 0 1.6rem;
  border-top: 1px solid var(--line);
}
.facts > div:first-child { grid-column: span 2 }
.facts dt { font-size: .8125rem; color: var(--soft) }
.facts dd { font-weight: 550; overflow-wrap: anywhere }
.facts small { display: block; font-weight: 400 }
.target { font-family: var(--mono); font-size: .9375rem }
.bar { display: block; width: 100%; height: .625rem; border-radius: 99px }
.bar rect { fill: var(--accent) }
.counts { display: flex; flex-wrap: wrap; gap: .4rem .6rem; margin: .8rem -.55rem 0 }
.counts li { font-size: .9375rem }
.counts a, .counts .none { display: flex; align-items: center; gap: .4rem; padding: .25rem .55rem; border-radius: 99px }
.counts a { color: inherit; text-decoration: none }
.counts a:hover { background: var(--tint) }
.counts .none { color: var(--soft) }
.counts .none .sign { opacity: .55 }
.counts b { font-weight: 650 }

.violations, .reasons { margin-top: 1rem }
.violations li, .reasons li { display: flex; gap: .8rem; padding: .8rem 0; border-top: 1px solid var(--line) }
.violations li:first-child, .reasons li:first-child { border-top: 0; padding-top: .2rem }
.violations li:last-child, .reasons li:last-child { padding-bottom: 0 }
.violations .sign, .reasons .sign { margin-top: .15rem }
.violations div, .reasons div { min-width: 0; overflow-wrap: anywhere }
.violations a, .reasons a, .who { font-weight: 550; color: var(--ink); text-decoration-color: var(--strong-line) }
.violations a:hover, .reasons a:hover { text-decoration-color: currentColor }
.violations p, .reasons p { color: var(--soft); font-size: .875rem }
.violations .reason { color: var(--failed) }
.violations code { margin-right: .4rem }
.more { margin-top: 1rem }
`
