/** GET /v3/me: the account that a key belongs to. */
import { succeeded } from './answers.ts'
import type { Context } from './behaviour.ts'
import type { Answer, JsonObject } from './types.ts'
import type { Scope } from './world.ts'

export function me(c: Context): Answer {
  return succeeded(c.behaviour.successStatus.me, c.behaviour.renderAccount(c), c)
}

/** The organization with its profiles, or one of these. No member tells which user entry the caller has. */
export function renderAccount(c: Context): JsonObject {
  const { scope, world } = c
  const created_at = world.clock.daysAgo(400)
  const channels = { sms: { configured: false }, whatsapp: { configured: false }, rcs: { configured: false } }
  const base = { id: scope.id, email: c.account.email, icon: null, description: null, created_at, channels }
  if (scope.parent) {
    const profile = { organization_id: scope.parent.id, short_name: 'BRAND', status: 'approved' }
    return { ...base, type: 'profile', name: 'Brand', ...profile, profiles: [], settings: {} }
  }
  const children = [world.profile, world.foreignProfile].filter(({ parent }) => parent === scope)
  const none = { organization_id: null, short_name: null, status: null, settings: null }
  return { ...base, type: 'organization', name: 'Acme', ...none, profiles: children.map(shownBriefly) }
}

function shownBriefly({ id }: Scope): JsonObject {
  return { id, name: 'Brand', short_name: 'BRAND', status: 'approved' }
}
