/** What the page of v1 shows of each operation, for the OpenAPI description. */

import { CREATE, DELETE, GET, LIST } from '../../contracts/v1/pages.ts'
import type { ApiDescription, ParameterDescription } from '../../helpers/schema/openapi.ts'

const id: ParameterDescription = {
  name: 'id',
  in: 'path',
  description: "The user's unique identifier.",
  schema: { type: 'string' },
}

const unauthorized = { description: 'No valid token.', schema: 'v1/unauthorized' }
const notFound = (schema: string) => ({ description: 'No such user.', schema })

export const V1_DESCRIPTION: ApiDescription = {
  tag: 'v1',
  security: ['bearer', { type: 'http', scheme: 'bearer' }],
  operations: [
    {
      operation: LIST.operation,
      operationId: 'v1ListUsers',
      summary: 'List Users',
      description: 'One page of the users of the organization.',
      parameters: [
        {
          name: 'page',
          in: 'query',
          description: 'The page; the first one is 1.',
          schema: { type: 'integer', minimum: 1 },
        },
        {
          name: 'limit',
          in: 'query',
          description: 'How many users a page holds.',
          schema: { type: 'integer', minimum: 1, maximum: 100 },
        },
        {
          name: 'status',
          in: 'query',
          description: 'Only users with this status.',
          schema: { enum: ['active', 'inactive', 'pending'] },
        },
      ],
      responses: { 200: { description: 'A page.', schema: 'v1/list-users.200' }, 401: unauthorized },
    },
    {
      operation: CREATE.operation,
      operationId: 'v1CreateUser',
      summary: 'Create User',
      description: 'Makes a user of the organization.',
      body: {
        required: true,
        schema: {
          type: 'object',
          required: ['email'],
          properties: {
            email: { type: 'string', format: 'email' },
            name: { type: 'string' },
            role: { type: 'string' },
          },
        },
      },
      responses: {
        201: { description: 'The new user.', schema: 'v1/create-user.201' },
        400: { description: 'The body is not as it should be.', schema: 'v1/create-user.400' },
        401: unauthorized,
        409: { description: 'Somebody has the address already.', schema: 'v1/create-user.409' },
      },
    },
    {
      operation: GET.operation,
      operationId: 'v1GetUser',
      summary: 'Get User',
      description: 'One user of the organization.',
      parameters: [id],
      responses: {
        200: { description: 'The user.', schema: 'v1/get-user.200' },
        401: unauthorized,
        404: notFound('v1/get-user.404'),
      },
    },
    {
      operation: DELETE.operation,
      operationId: 'v1DeleteUser',
      summary: 'Delete User',
      description: 'Takes a user away for good.',
      parameters: [id],
      responses: {
        204: { description: 'Deleted.' },
        401: unauthorized,
        403: { description: 'The token may not delete users.', schema: 'v1/delete-user.403' },
        404: notFound('v1/delete-user.404'),
      },
    },
  ],
}
