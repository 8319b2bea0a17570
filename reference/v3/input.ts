/** Reads and validates request bodies. */

import type { Context } from './behaviour.ts'
import { type Details, invalid } from './refusal.ts'
import { type JsonObject, ROLES } from './types.ts'

const ADDRESS = /^[^\s@]+@[^\s@.]+(\.[^\s@.]+)+$/

/** Parses the body into `c.input`; no body at all is the same as an empty object. */
export function readInput(c: Context): void {
  c.input = parse(c.call.body)
  c.sandbox = c.behaviour.isSandbox(c.input, c)
}

export function checkInput(c: Context): void {
  const { validateInvite, validateUpdate, validateRemove } = c.behaviour
  const validate = { invite: validateInvite, update: validateUpdate, remove: validateRemove }[
    c.operation as 'invite' | 'update' | 'remove'
  ]
  const details = validate(c.input)
  if (Object.keys(details).length > 0) throw invalid(details)
}

export function isSandbox(body: JsonObject): boolean {
  return body.sandbox === true
}

export function validateInvite(body: JsonObject): Details {
  return {
    ...(isAddress(body.email) ? {} : { email: ['This is not an e-mail address.'] }),
    ...(isText(body.name) ? {} : { name: ['A name is needed.'] }),
    ...validateUpdate(body),
  }
}

export function validateUpdate(body: JsonObject): Details {
  const known = ROLES.some((role) => role === body.role)
  return {
    ...(known ? {} : { role: [`The role has to be one of ${ROLES.join(', ')}.`] }),
    ...validateRemove(body),
  }
}

export function validateRemove(body: JsonObject): Details {
  const fits = body.sandbox === undefined || typeof body.sandbox === 'boolean'
  return fits ? {} : { sandbox: ['This is either true or false.'] }
}

/** Whether the value can be an e-mail address. */
export function isAddress(value: unknown): value is string {
  return typeof value === 'string' && value.length <= 320 && ADDRESS.test(value)
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value.trim() !== ''
}

function parse(body: Buffer): JsonObject {
  if (body.length === 0) return {}
  let value: unknown
  try {
    value = JSON.parse(body.toString('utf8'))
  } catch {
    throw invalid(null, 'The body is not JSON.')
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw invalid(null, 'The body has to be a JSON object.')
  }
  return value as JsonObject
}
