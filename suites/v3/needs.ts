/** What the checks of v3 ask for beside `API_KEY`. `needs.test.ts` holds it against a run that lacks it. */
import type { Need } from '../../helpers/needs.ts'

export const V3_NEEDS: Need[] = [
  [/\.developer-/, 'DEVELOPER_API_KEY'],
  [/\.no-access-/, 'RESTRICTED_API_KEY'],
  [/\.requires-admin/, 'DEVELOPER_API_KEY or RESTRICTED_API_KEY'],
  [/\.self-/, 'SELF_USER_ID'],
  [/\.scope-(own|profile|header)/, 'PROFILE_ID'],
  [/\.last-admin-/, 'PROFILE_ID with one admin of its own'],
  [/\.scope-foreign-/, 'FOREIGN_PROFILE_ID'],
  [/^v3\.invite\./, 'SAFETY=disposable'],
  [/^v3\.remove\.(?!self-|last-admin-)/, 'SAFETY=disposable'],
  [/^v3\.remove\.(self|last-admin)-/, 'SAFETY=full, or SAFETY=disposable where the simulation is refused'],
  [
    /^v3\.list\.(shows-invited|invited-never-logged-in|removed-absent|stable-read|scope-profile-only)$/,
    'SAFETY=disposable',
  ],
  [/^v3\.get\.(invited-readable|removed-not-found|stable-read|scope-own-profile)$/, 'SAFETY=disposable'],
]
