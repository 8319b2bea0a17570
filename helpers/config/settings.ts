/** The settings that decide what a run tries and how it judges, as its report tells them. */
import type { Config } from './config.ts'
import type { VariableName } from './variables.ts'

/**
 * By the names of their variables; credentials by name alone, and everything in the words in which it would be set.
 * Limits that only say how long a run may take are left out: they change no verdict that was reached.
 */
export function settingsOf(config: Config): Record<string, string> {
  return {
    SAFETY: config.safety,
    INVITATIONS: config.invitations,
    PUBLIC_TIER: [config.publicTier].flat().join(','),
    CONCURRENCY: String(config.concurrency),
    CONSISTENCY_MS: String(config.consistencyMs),
    MAX_PAGES: String(config.maxPages),
    RECORDED_BODY_CHARS: String(config.recordedBodyChars),
    ...(config.maxRequests === undefined ? {} : { MAX_REQUESTS: String(config.maxRequests) }),
    ...(config.ownerCountsAsAdmin ? { OWNER_COUNTS_AS_ADMIN: 'true' } : {}),
    ...(config.v3.selfUnlisted ? { SELF_USER_ID: 'none' } : {}),
    ...(config.showPeople ? { SHOW_PEOPLE: 'true' } : {}),
    ...(config.incognito ? { INCOGNITO: 'true' } : {}),
  }
}

/** Names of the credentials and ids that a run was given: what somebody else needs to repeat it. */
export function givenNames({ v3, v1 }: Config): string[] {
  const values: [name: VariableName, value: unknown][] = [
    ['API_KEY', v3.apiKey],
    ['DEVELOPER_API_KEY', v3.developerApiKey],
    ['DEVELOPER_EMAIL', v3.developerEmail],
    ['RESTRICTED_API_KEY', v3.restrictedApiKey],
    ['BILLING_API_KEY', v3.billingApiKey],
    ['SELF_USER_ID', v3.selfUserId],
    ['SELF_EMAIL', v3.selfEmail],
    ['SELF_CONFIRMED', v3.selfConfirmed],
    ['PROFILE_ID', v3.profileId],
    ['FOREIGN_PROFILE_ID', v3.foreignProfileId],
    ['FOREIGN_USER_ID', v3.foreignUserId],
    ['ACCESS_TOKEN', v1.accessToken],
    ['RESTRICTED_ACCESS_TOKEN', v1.restrictedAccessToken],
  ]
  return values.filter(([, value]) => value !== undefined).map(([name]) => name)
}
