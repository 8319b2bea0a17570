/** What is said of `PATCH /v3/users/{userId}`. The documents do not mention it: all of this stands on public pages. */
import { type Statement, statementsOf } from '../../../model/statement.ts'
import { CATALOG, NOWHERE, ROLES, SDK, UPDATE } from './pages.ts'

export const updateStatements: Statement[] = statementsOf(
  [
    ['U-01', UPDATE, 'stated', 'yes', 'There is a PATCH on /v3/users/{userId}.'],
    ['U-02', UPDATE, 'stated', 'fixture', 'It gives one user of the scope another role.'],
    ['U-03', UPDATE, 'stated', 'fixture', 'Only the admin role may do that.'],
    [
      'U-04',
      ROLES,
      'stated',
      'fixture',
      'The owner may, too.',
      'an answer does not show whether the key belongs to the owner',
    ],
    ['U-05', UPDATE, 'stated', 'fixture', 'Nobody may change their own role.'],
    ['U-06', UPDATE, 'stated', 'fixture', 'The last admin keeps the role.'],
    ['U-07', UPDATE, 'inferred', 'fixture', 'How these two are refused is not shown; removals give 400.'],
    ['U-08', UPDATE, 'stated', 'partly', 'The id in the path is a text and has to be there.'],
    ['U-10', UPDATE, 'stated', 'fixture', 'x-profile-id is optional and means the same as elsewhere.'],
    ['U-11', SDK, 'stated', 'yes', 'The body names a role: admin, billing or developer.'],
    ['U-12', SDK, 'stated', 'yes', 'The body may ask for simulation by sandbox.'],
    ['U-13', UPDATE, 'shown', 'fixture', 'The answer holds the whole user, in the usual envelope.'],
    ['U-14', UPDATE, 'inferred', 'fixture', 'Its status is 200.'],
    ['U-15', UPDATE, 'shown', 'fixture', 'It shows the new role.'],
    ['U-16', UPDATE, 'inferred', 'fixture', 'Nothing else of the user changes.'],
    ['U-17', UPDATE, 'shown', 'fixture', 'updated_at is the time of the change.'],
    ['U-18', UPDATE, 'inferred', 'fixture', 'Whoever reads the user afterwards sees the new role.'],
    ['U-19', UPDATE, 'shown', 'fixture', 'Another role than these is refused; details name the field.'],
    ['U-20', CATALOG, 'stated', 'fixture', 'That refusal has the status 400.'],
    ['U-21', ROLES, 'stated', 'fixture', 'Nobody can be made an owner.'],
    ['U-22', UPDATE, 'shown', 'fixture', 'Who is no admin is refused with AUTH_004.'],
    ['U-23', CATALOG, 'stated', 'fixture', 'That refusal has the status 403.'],
    ['U-24', UPDATE, 'shown', 'yes', 'A user that there is not is refused with RESOURCE_006.'],
    ['U-25', CATALOG, 'stated', 'yes', 'That refusal has the status 404.'],
    ['U-26', CATALOG, 'stated', 'yes', 'Without a key that is known the answer is 401.'],
    ['U-27', UPDATE, 'inferred', 'no', 'One more refusal is declared: most likely a server error.'],
    ['U-28', NOWHERE, 'inferred', 'fixture', 'Whether an invited user has a role to change is not said.'],
    ['U-29', NOWHERE, 'inferred', 'fixture', 'Nor what becomes of asking for the present role.'],
    ['U-30', SDK, 'inferred', 'fixture', 'No other member of a user can be changed.'],
    ['U-31', NOWHERE, 'inferred', 'fixture', 'Whoever is refused has changed nothing.'],
  ],
  'update',
)

/** What it says of replays. */
export const updateKeyStatements: Statement[] = statementsOf(
  [['U-09', UPDATE, 'stated', 'yes', 'Idempotency-Key is optional, in the form that invitations take.']],
  'replay',
)

/** What is said of `GET /v3/me` beside that it tells of an account. */
export const accountStatements: Statement[] = statementsOf(
  [['V-06', SDK, 'stated', 'yes', 'GET /v3/me describes the account of a key; x-profile-id is allowed.']],
  'me',
)
