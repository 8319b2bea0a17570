/**
 * Violations from which others follow: an operation is looked at through answers of another one, and what is wrong with
 * those is no finding about it.
 */
import type { Cause } from '../../language/causes.ts'

/** What is wrong with the list itself, whoever stands in it. */
export const BROKEN_LIST: readonly Cause[] = [
  'v3.list.user-fields',
  'v3.list.user-role',
  'v3.list.user-status',
  'v3.list.user-timestamps',
]

/** The invited user can be read, and the list alone does not show it. */
export const UNLISTED: Cause = { of: 'v3.list.shows-invited', given: 'v3.get.invited-readable' }

/** Nothing but the invitation's own answer shows the invited user as asked for. */
export const NOT_INVITED: readonly Cause[] = [
  'v3.invite.echo',
  'v3.invite.status-invited',
  { of: 'v3.invite.scope-own-profile', lacking: 'v3.get.scope-own-profile' },
  'v3.remove.scope-own-profile',
]

/** Reading a user changes the user, or does not show the user every time, so that no change says who made it. */
export const READING_CHANGES: readonly Cause[] = [
  'v3.get.stable-read',
  'v3.list.stable-read',
  'v3.get.success-status',
]
