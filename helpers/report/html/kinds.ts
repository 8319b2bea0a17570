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
  ['roles', /developer|admin|no-access|self-|owner-(may|not)|billing|forbidden|permission|weak/],
  ['sandbox', /sandbox|empty-object/],
  [
    'authentication',
    /(^|-)(key|bearer|scheme|unauthorized|authentication)(-|$)|token-(missing|invalid|unknown|refused)|requires-token|unknown-token|^token-before/,
  ],
  ['pagination', /(^|-)(pages?|limit|total|filter|meta-echo|order|past-end|offset)(-|$)/],
  ['not-found', /^unknown-(user|id)|not-found|second-(removal|delete)/],
  [
    'validation',
    /malformed|missing|required|invalid|refused$|validation|lengths|content-type|syntax|unsupported|empty-email|wrong-type/,
  ],
  [
    'effects',
    /listed|shows-|gone|absent|kept|keeps|creates|one-entry|new-id|agree|stable|duplicate|conflict|readable|invited-again|no-effect|email-sent|acceptance|permanent|deleted|appears|free-again/,
  ],
]

export function kindOf({ id }: Pick<Requirement, 'id'>): Kind {
  const slug = id.split('.').slice(2).join('.')
  return RULES.find(([, pattern]) => pattern.test(slug))?.[0] ?? 'shape'
}
