/** The list of requirements. */
export const LIST = `
.list { padding-bottom: 1rem }
.group h3 { margin: 2rem 0 .5rem; font-size: 1rem; font-weight: 600 }
.group h3 .method { min-width: 0; color: var(--soft) }
.requirement { border-top: 1px solid var(--line) }
.requirement > summary {
  display: flex; gap: .8rem; align-items: start; padding: .65rem .6rem; margin: 0 -.6rem; cursor: pointer; list-style: none; border-radius: 10px;
}
.requirement > summary::-webkit-details-marker { display: none }
.requirement > summary:hover { background: var(--sunken) }
.requirement > summary > .sign { margin-top: .12rem }
.promise { flex: 1; min-width: 0; overflow-wrap: anywhere }
.title { display: block }
.requirement .id { margin-right: .5rem; font-size: .8125rem; color: var(--soft) }
.promise small { white-space: nowrap }
.requirement[open] .promise .told { display: none }
.promise .reason { display: block; margin-top: .1rem; font-size: .875rem; color: var(--accent) }
.word {
  flex: none; padding: .1rem .6rem; border-radius: 99px; background: var(--tint); color: var(--accent); font-size: .8125rem; font-weight: 550;
}
.requirement.passed .word, .requirement.unobservable .word { background: none }
.requirement.failed > summary .title { font-weight: 600 }
.requirement[open] { padding-bottom: 1.25rem }
.requirement[open] > summary { background: var(--sunken) }
.requirement:target > summary, .requirement.linked > summary { box-shadow: inset 3px 0 0 var(--accent) }
.inside { padding: 1rem 0 0 2.05rem }
.about { display: flex; flex-wrap: wrap; gap: .6rem 2.5rem; margin-bottom: 1rem; font-size: .9375rem }
.about > div { max-width: 34rem }
.about dt { font-size: .75rem; color: var(--soft) }
.about b { font-weight: 600 }
.deviations { margin-bottom: 1rem; border-radius: 10px; background: var(--tint); font-size: .9375rem }
.deviations li { padding: .7rem 1rem; overflow-wrap: anywhere }
.deviations li + li { border-top: 1px solid var(--surface) }
.deviations p { display: flex; gap: .8rem }
.deviations b { flex: none; width: 4.6rem; font-weight: 500; color: var(--accent) }
.deviations .where { display: block; font-size: .8125rem; color: var(--soft); padding-left: 5.4rem }
.evidence { font-size: .875rem; overflow-wrap: anywhere }
`
