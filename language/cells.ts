/**
 * Cells: the forms in which one promise can be tried (caller, scope, body, role ...). A requirement that names core
 * cells is judged when all of them were tried; what is left of the others is told by name, with what unlocks it.
 */

/** The forms of one requirement. */
export interface Cells {
  /** Without these there is no verdict. Never ones that need an optional credential. */
  core: readonly string[]
  /** Further forms, each with what unlocks it, e.g. `BILLING_API_KEY` or `THOROUGH`. */
  further?: Readonly<Record<string, string>>
}

/** What a run tried of them: "forms 14 of 22". */
export interface Forms {
  tried: number
  of: number
  /** Forms that were not tried; without `unlockedBy`: a core cell. */
  left: { form: string; unlockedBy?: string }[]
}

/** What was tried of the declared cells; core cells that were not come first. */
export function formsOf({ core, further = {} }: Cells, tried: ReadonlySet<string>): Forms {
  const open = core.filter((form) => !tried.has(form))
  const rest = Object.entries(further).filter(([form]) => !tried.has(form))
  const of = core.length + Object.keys(further).length
  return {
    tried: of - open.length - rest.length,
    of,
    left: [...open.map((form) => ({ form })), ...rest.map(([form, unlockedBy]) => ({ form, unlockedBy }))],
  }
}
