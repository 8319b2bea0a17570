/** What a requirement is about: the columns of the matrix. */
import type { Requirement } from '../../contract.ts'

/** Keys stand in fragments of URLs, names in headings; in the order of the columns. */
export const KINDS = {
  shape: 'Status and shape',
  effects: 'Effects',
  'not-found': 'Not found',
  validation: 'Validation',
  pagination: 'Pages and filters',
  authentication: 'Authentication',
  roles: 'Roles',
  scope: 'Scope',
  sandbox: 'Sandbox',
} as const

export type Kind = keyof typeof KINDS

/** The first rule that fits the last part of an id decides, so the more particular stand first. */
const RULES: [kind: Kind, slug: RegExp][] = [
  ['scope', /^scope-|profile|organization/],
  ['roles', /developer|admin|no-access|^self-|owner-(may|not)|billing|forbidden/],
  ['sandbox', /sandbox|empty-object/],
  ['authentication', /(^|-)(key|scheme)(-|$)|(missing|unknown|requires)-token/],
  ['pagination', /^(limit|pages?|past|default-page|total|filter|order)|^status-(filter|unknown|case)/],
  ['not-found', /^unknown-(user|404)|not-found|^second-/],
  [
    'validation',
    /malformed|missing|required|empty$|null$|syntax|length|unknown-refused|role-(owner|unknown)|wrong-types|invalid|validation|content-type|extra-members/,
  ],
  [
    'effects',
    /listed|shows-|gone|absent|keeps|kept|creates|one-entry|new-id|id-new|agree|stable|duplicate|conflict|readable|retrievable|again|permanent|free|email-sent|acceptance/,
  ],
]

/** What HTTP status, headers, members and values say is the rest. */
export function kindOf({ id }: Pick<Requirement, 'id'>): Kind {
  const slug = id.split('.').slice(2).join('.')
  return RULES.find(([, pattern]) => pattern.test(slug))?.[0] ?? 'shape'
}
