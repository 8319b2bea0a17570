/** What a requirement can be about: the columns of the report's matrix. Each requirement says it of itself. */

/** Keys stand in fragments of URLs, names in headings; in the order of the columns. */
export const THEMES = {
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

export type Theme = keyof typeof THEMES
