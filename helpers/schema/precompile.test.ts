import { createRequire } from 'node:module'
import type { ErrorObject, ValidateFunction } from 'ajv'
import { describe, expect, test } from 'vitest'
import { compileSchema } from './compile.ts'
import { schemaNames } from './files.ts'
import { precompiledCode } from './precompile.ts'

/** Evaluates the code as Node evaluates a CommonJS file. */
function evaluated(code: string): { validators: Record<string, ValidateFunction> } {
  const exports = { validators: {} }
  new Function('exports', 'require', code)(exports, createRequire(import.meta.url))
  return exports
}

const USER = {
  id: '880e8400-e29b-41d4-a716-446655440003',
  email: 'somebody@example.com',
  name: 'Somebody',
  role: 'admin',
  status: 'active',
  invited_at: '2026-03-11T21:50:49.7725221+00:00',
  last_login_at: null,
  created_at: '2026-03-11T21:50:49Z',
  updated_at: 'yesterday',
}
const META = { request_id: '', timestamp: '9'.repeat(100), version: 'v2' }
const BODIES: [string, unknown][] = [
  ['nothing', undefined],
  ['null', null],
  ['a text', 'text'],
  ['a number', 4],
  ['an empty object', {}],
  ['an empty list', []],
  ['a user', USER],
  ['a user of wrong types', { ...USER, id: 4, role: 'owner', status: 'Active', created_at: '2026-03-11' }],
  ['a list', { success: true, data: { users: [USER] }, error: null, meta: META }],
  ['a page', { data: [USER], meta: { page: 0, limit: 'many', total: 1.5 } }],
  ['a refusal', { success: false, error: { code: 'auth', message: '', details: { a: 1 } }, meta: META }],
  ['an error', { error: 'other', message: 4 }],
]

describe('compiled by the build', () => {
  const { validators } = evaluated(precompiledCode())

  test('is every schema', () => {
    expect(Object.keys(validators)).toEqual(schemaNames())
  })

  test.each(schemaNames())('%s says the same as compiled when needed', (name) => {
    const violations = (body: unknown): ErrorObject[] => {
      const validate = validators[name]
      return validate?.(body) ? [] : (validate?.errors ?? [])
    }
    for (const [, body] of BODIES) {
      expect(violations(body)).toEqual(compileSchema(name)?.violations(body, 'all'))
    }
  })
})
