/**
 * Where the statements of v3 are made: the three documents, the pages to which they refer (the invitation at the foot of
 * one of them; the pages on errors and on authentication, to which their errors link), and the public ones around them.
 */
import type { SourcePage } from '../../../model/statement.ts'

const REFERENCE = 'https://docs.sent.dm/reference/api'
const OPERATION = `${REFERENCE}/users/SentDmServicesEndpointsCustomerAPIv3Users`

const documented = (name: string, url?: string): SourcePage => pageOf(`v3: ${name}`, 'documents', url)
const published = (name: string, url?: string): SourcePage => pageOf(`public: ${name}`, 'public', url)

export const LIST = documented('List users', `${OPERATION}GetUsersEndpoint`)
export const GET = documented('Get user by ID', `${OPERATION}GetUserEndpoint`)
export const REMOVE = documented('Remove user', `${OPERATION}RemoveUserEndpoint`)
/** The three pages alike. */
export const EVERY = documented('every page')

export const INVITE = documented('Invite a user', `${OPERATION}InviteUserEndpoint`)
export const CATALOG = documented('error catalog', `${REFERENCE}/error-catalog`)
export const AUTHENTICATION = documented('authentication', `${REFERENCE}/authentication`)

export const UPDATE = published('Update user role', `${OPERATION}UpdateUserEndpoint`)
/** Another rendering of the page, with tables of parameters. */
export const GET_PAGE = published('Get user by ID', `${OPERATION}GetUserEndpoint`)
export const ROLES = published('roles and permissions', `${REFERENCE}/roles-and-permissions`)
export const TROUBLESHOOTING = published(
  'troubleshooting',
  'https://docs.sent.dm/start/reference-guides/troubleshooting',
)
export const SANDBOX = published('sandbox mode', `${REFERENCE}/test-mode`)
export const SANDBOX_GUIDE = published(
  'testing with sandbox mode',
  'https://docs.sent.dm/start/guides/testing-with-sandbox-mode',
)
export const IDEMPOTENCY = published('idempotency', `${REFERENCE}/idempotency`)
export const RATE_LIMITS = published('rate limits', `${REFERENCE}/rate-limits`)
export const MODELS = published('data models', `${REFERENCE}/data-models`)
export const CONTACTS = published('contacts')
export const MIGRATION = published('migration from v2 to v3')
export const CHANGELOG = published('changelog')
export const OPENAPI = published('OpenAPI description', `${REFERENCE}/openapi-spec`)
export const SDK = published('client libraries', 'https://github.com/sentdm/sent-dm-typescript')
export const SNAPSHOT = published('documentation snapshot', 'https://github.com/sentdm/agent-skills')
export const PRE_RELEASE = published('pre-release specification')
export const COMMUNITY = published('community notes')
export const HTTP = published('HTTP', 'https://www.rfc-editor.org/rfc/rfc9110')
/** Said nowhere: where the pages are silent, the silence is noted, so that nobody asserts it. */
export const NOWHERE: SourcePage = { name: 'nowhere', tier: 'public' }

function pageOf(name: string, tier: SourcePage['tier'], url: string | undefined): SourcePage {
  return { name, tier, ...(url === undefined ? {} : { url }) }
}
