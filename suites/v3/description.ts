/** What the pages of v3 show of each operation, for the OpenAPI description. */

import { GET, INVITE, LIST, ME, REMOVE, UPDATE } from '../../contracts/v3/pages.ts'
import type { ApiDescription, ParameterDescription } from '../../helpers/schema/openapi.ts'

const ROLES = { enum: ['admin', 'billing', 'developer'] }

const profile: ParameterDescription = {
  name: 'x-profile-id',
  in: 'header',
  description:
    'A child profile of the organization, to which the request is scoped; for keys of organizations.',
  schema: { type: 'string', format: 'uuid' },
}
const userId: ParameterDescription = {
  name: 'userId',
  in: 'path',
  description: 'The id of the user.',
  schema: { type: 'string' },
}
const replayKey: ParameterDescription = {
  name: 'Idempotency-Key',
  in: 'header',
  description: 'The same key again has the first answer, and no second effect, for a day.',
  schema: { type: 'string', pattern: '^[a-zA-Z0-9_-]{1,255}$' },
  tier: 'public',
}

const unauthorized = { description: 'No valid key; the pages show an empty body.', schema: 'v3/unauthorized' }
const noAccess = { description: 'The key may not do this (AUTH_004).', schema: 'v3/error-answer' }
const noScope = { description: 'No such organization or profile (RESOURCE_005).', schema: 'v3/error-answer' }
const noUser = { description: 'No such user (RESOURCE_006).', schema: 'v3/error-answer' }
const failed = { description: 'An unexpected error (INTERNAL_001).', schema: 'v3/error-answer' }
const invalid = { description: 'What is asked for is refused (VALIDATION_001).', schema: 'v3/error-answer' }

export const V3_DESCRIPTION: ApiDescription = {
  tag: 'v3',
  security: ['apiKey', { type: 'apiKey', in: 'header', name: 'x-api-key' }],
  operations: [
    {
      operation: LIST.operation,
      operationId: 'v3ListUsers',
      summary: 'List users',
      description: 'Everybody with access to the organization or profile, invited users included.',
      parameters: [profile],
      responses: {
        200: { description: 'The users.', schema: 'v3/list-users.200' },
        401: unauthorized,
        403: noAccess,
        404: noScope,
        500: failed,
      },
    },
    {
      operation: GET.operation,
      operationId: 'v3GetUser',
      summary: 'Get user by ID',
      description: 'One user of the organization or profile.',
      parameters: [userId, profile],
      responses: {
        200: { description: 'The user.', schema: 'v3/get-user.200' },
        400: invalid,
        401: unauthorized,
        403: noAccess,
        404: noUser,
        500: failed,
      },
    },
    {
      operation: INVITE.operation,
      operationId: 'v3InviteUser',
      summary: 'Invite a user',
      description: 'Invites somebody with a role. Needs the admin role.',
      parameters: [profile, replayKey],
      body: {
        required: true,
        schema: {
          type: 'object',
          required: ['email', 'name'],
          properties: {
            email: { type: 'string', format: 'email' },
            name: { type: 'string' },
            role: ROLES,
            sandbox: { type: 'boolean', description: 'Whether the invitation is only simulated.' },
          },
        },
      },
      responses: {
        200: { description: 'The invited user.', schema: 'v3/invite-user.success' },
        201: { description: 'The invited user.', schema: 'v3/invite-user.success' },
        400: invalid,
        401: unauthorized,
        403: noAccess,
        404: noScope,
        409: { description: 'Somebody has the address already.', schema: 'v3/error-answer' },
        500: failed,
      },
    },
    {
      operation: REMOVE.operation,
      operationId: 'v3RemoveUser',
      summary: 'Remove user',
      description:
        "Takes a user's access away. Needs the admin role; nobody removes oneself or the last admin.",
      parameters: [userId, profile],
      body: {
        required: false,
        schema: {
          type: 'object',
          properties: {
            sandbox: { type: 'boolean', description: 'Whether the removal is only simulated.' },
          },
        },
      },
      responses: {
        200: { description: 'Removed.', schema: 'v3/remove-user.success' },
        204: { description: 'Removed.' },
        400: invalid,
        401: unauthorized,
        403: noAccess,
        404: noUser,
        500: failed,
      },
    },
    {
      operation: UPDATE.operation,
      operationId: 'v3UpdateUserRole',
      summary: 'Update user role',
      description:
        'Gives a user another role. Needs the admin role; nobody changes their own role or that of the last admin.',
      tier: 'public',
      parameters: [userId, profile, replayKey],
      body: {
        required: true,
        schema: {
          type: 'object',
          required: ['role'],
          properties: {
            role: ROLES,
            sandbox: { type: 'boolean', description: 'Whether the change is only simulated.' },
          },
        },
      },
      responses: {
        200: { description: 'The user with the new role.', schema: 'v3/get-user.200' },
        400: invalid,
        401: unauthorized,
        403: noAccess,
        404: noUser,
        500: failed,
      },
    },
    {
      operation: ME.operation,
      operationId: 'v3GetAccount',
      summary: 'Account of the key',
      description: 'Whose key it is: the account of an organization, a person or a profile.',
      tier: 'public',
      parameters: [profile],
      responses: {
        200: { description: 'The account.', schema: 'v3/me.200' },
        401: unauthorized,
        403: noAccess,
        404: noScope,
        500: failed,
      },
    },
  ],
}
