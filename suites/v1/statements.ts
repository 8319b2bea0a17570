/** Every statement of the v1 pages. They have no public counterpart, and no address that is known. */
import { type SourcePage, type Statement, statementsOf } from '../../model/statement.ts'

const LIST = documented('List Users')
const CREATE = documented('Create User')
const GET = documented('Get User')
const DELETE = documented('Delete User')
/** All four pages alike. */
const EVERY = documented('every page')

const shapes: Statement[] = statementsOf([
  [
    'DS-01',
    LIST,
    'shown',
    'yes',
    'A list entry has an id, an address, a name, a status and a creation time.',
  ],
  ['DS-02', CREATE, 'shown', 'yes', 'A created user has a role, too, and no last_login.'],
  ['DS-03', GET, 'shown', 'yes', 'A user that is read has a role and last_login, too.'],
  ['DS-04', EVERY, 'shown', 'yes', 'An id is a text; the examples begin with usr_.'],
  ['DS-05', LIST, 'stated', 'yes', 'A status is active, inactive or pending.'],
  [
    'DS-06',
    EVERY,
    'shown',
    'partly',
    'The roles member and admin are shown; whether there are more is not said.',
  ],
  ['DS-07', EVERY, 'shown', 'yes', 'Times are ISO 8601, in the examples UTC and whole seconds.'],
  ['DS-08', GET, 'inferred', 'partly', 'What last_login holds for who has never logged in is not said.'],
  ['DS-09', EVERY, 'shown', 'yes', 'An error has the texts error, for programs, and message, for people.'],
  ['DS-10', EVERY, 'shown', 'yes', 'Four words for programs are shown, one for each kind of refusal.'],
  ['DS-11', EVERY, 'shown', 'yes', 'A user is answered bare, a list in data beside meta.'],
  ['DS-12', EVERY, 'shown', 'yes', 'Bodies are JSON.'],
  [
    'DS-13',
    EVERY,
    'stated',
    'yes',
    'What an operation is described to do is done for whoever asks as described.',
  ],
])

const list: Statement[] = statementsOf([
  ['DL-01', LIST, 'stated', 'yes', 'Users are listed by GET on /api/v1/users.'],
  ['DL-02', LIST, 'stated', 'fixture', "They are those of the caller's organization."],
  ['DL-03', LIST, 'stated', 'yes', 'The list comes in pages.'],
  ['DL-04', LIST, 'stated', 'yes', 'page is a whole number; the first page is 1.'],
  ['DL-05', LIST, 'stated', 'yes', 'limit is a whole number: how many users a page holds.'],
  ['DL-06', LIST, 'stated', 'yes', 'A page holds 100 users at the most.'],
  ['DL-07', LIST, 'stated', 'yes', 'status lets through only who has that status.'],
  ['DL-08', LIST, 'inferred', 'yes', 'All three may be left out.'],
  ['DL-09', LIST, 'stated', 'yes', 'A bearer token has to be sent in Authorization.'],
  ['DL-10', LIST, 'stated', 'yes', 'The list is answered with 200.'],
  ['DL-11', LIST, 'shown', 'yes', 'The body has a list data and an object meta.'],
  ['DL-12', LIST, 'shown', 'yes', 'meta has the whole numbers page, limit and total.'],
  ['DL-13', LIST, 'inferred', 'yes', 'page and limit there are the ones that were applied.'],
  ['DL-14', LIST, 'inferred', 'yes', 'total counts everybody, not this page alone.'],
  ['DL-15', LIST, 'inferred', 'yes', 'Who asks for no page gets the first.'],
  ['DL-16', LIST, 'inferred', 'partly', 'Who asks for no limit may get 20; only an example says so.'],
  ['DL-17', LIST, 'inferred', 'yes', 'total, too, knows only who passes the filter.'],
  ['DL-18', LIST, 'inferred', 'yes', 'The order is free, but the same for every page.'],
  ['DL-19', LIST, 'inferred', 'yes', 'A created user is in the list.'],
  ['DL-20', LIST, 'inferred', 'yes', 'A deleted user is not.'],
  ['DL-21', LIST, 'shown', 'no', 'No refusal is described for the list.'],
])

const create: Statement[] = statementsOf([
  ['DC-01', CREATE, 'stated', 'yes', 'Users are created by POST on /api/v1/users.'],
  ['DC-02', CREATE, 'stated', 'yes', "The new user belongs to the caller's organization."],
  ['DC-03', CREATE, 'stated', 'yes', 'A bearer token has to be sent in Authorization.'],
  ['DC-04', CREATE, 'stated', 'yes', 'The request has to be labelled application/json.'],
  ['DC-05', CREATE, 'shown', 'yes', 'Its body holds an address, a name and a role.'],
  ['DC-06', CREATE, 'stated', 'yes', 'The address cannot be left out.'],
  ['DC-07', CREATE, 'inferred', 'yes', 'Whether name and role can is not said.'],
  ['DC-08', CREATE, 'stated', 'yes', 'A success is answered with 201.'],
  ['DC-09', CREATE, 'shown', 'yes', 'Its body is the new user.'],
  ['DC-10', CREATE, 'shown', 'yes', 'Address, name and role are those of the request.'],
  ['DC-11', CREATE, 'shown', 'yes', 'The status of a new user is pending.'],
  ['DC-12', CREATE, 'inferred', 'yes', 'created_at is the time of the request.'],
  ['DC-13', CREATE, 'inferred', 'yes', 'The id is new, and the other operations understand it.'],
  ['DC-14', CREATE, 'stated', 'yes', 'A body that is not valid is answered with 400.'],
  ['DC-15', CREATE, 'shown', 'yes', 'The word of that refusal is validation_error.'],
  ['DC-16', CREATE, 'stated', 'yes', 'An address that is taken is answered with 409.'],
  ['DC-17', CREATE, 'shown', 'yes', 'The word of that refusal is conflict.'],
  ['DC-18', CREATE, 'inferred', 'yes', 'Thereafter the address still belongs to one user alone.'],
  ['DC-19', CREATE, 'shown', 'no', 'No Location header is described.'],
])

const get: Statement[] = statementsOf([
  [
    'DG-01',
    GET,
    'stated',
    'yes',
    'One user is read by GET on /api/v1/users/ and the id, a text that no other user has.',
  ],
  ['DG-02', GET, 'stated', 'yes', 'A bearer token has to be sent in Authorization.'],
  ['DG-03', GET, 'stated', 'yes', 'A user that exists is answered with 200.'],
  ['DG-04', GET, 'shown', 'yes', 'The body is the user, with seven members.'],
  ['DG-05', GET, 'inferred', 'yes', 'The id in the answer is the one in the path.'],
  ['DG-06', GET, 'inferred', 'yes', 'The other operations tell the same of that user.'],
  ['DG-07', GET, 'stated', 'yes', 'An id that names nobody is answered with 404.'],
  ['DG-08', GET, 'shown', 'yes', 'The word of that refusal is not_found.'],
  ['DG-09', GET, 'shown', 'no', 'No 403 is described for reading.'],
])

const remove: Statement[] = statementsOf([
  [
    'DD-01',
    DELETE,
    'stated',
    'yes',
    'A user is deleted by DELETE on /api/v1/users/ and the id, which is a text.',
  ],
  ['DD-02', DELETE, 'stated', 'yes', 'A bearer token has to be sent in Authorization.'],
  ['DD-03', DELETE, 'stated', 'yes', 'A deleted user is gone for good.'],
  ['DD-04', DELETE, 'stated', 'partly', 'There is no way back.'],
  ['DD-05', DELETE, 'stated', 'yes', 'A success is answered with 204.'],
  ['DD-06', DELETE, 'inferred', 'yes', 'It has no body.'],
  ['DD-07', DELETE, 'stated', 'yes', 'An id that names nobody is answered with 404 and not_found.'],
  ['DD-08', DELETE, 'stated', 'fixture', 'Who may not delete is answered with 403 and forbidden.'],
  ['DD-09', DELETE, 'inferred', 'no', 'Who may is not said.'],
  ['DD-10', DELETE, 'inferred', 'fixture', 'A refusal deletes nobody.'],
  [
    'DD-11',
    DELETE,
    'inferred',
    'yes',
    'A deleted user cannot be deleted again: there is nobody to be found.',
  ],
  ['DD-12', DELETE, 'inferred', 'yes', 'The address of a deleted user is free.'],
])

/** What the v1 catalogue is measured against. */
export const V1_STATEMENTS: Statement[] = [...shapes, ...list, ...create, ...get, ...remove]

function documented(name: string): SourcePage {
  return { name: `v1: ${name}`, tier: 'documents' }
}
