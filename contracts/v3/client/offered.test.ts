/** Which answers say that there is no such operation. */
import { describe, expect, test } from 'vitest'
import type { Answer } from '../../../model/answer.ts'
import { absence } from './offered.ts'

const JSON_TYPE = 'application/json'

function answered(status: number, type?: string, body = ''): Answer {
  const json = parsed(body)
  const headers: Record<string, string> = type === undefined ? {} : { 'content-type': type }
  return {
    status,
    headers,
    body,
    empty: body === '',
    ...(json === undefined ? {} : { json }),
  } as unknown as Answer
}

function parsed(body: string): unknown {
  try {
    return JSON.parse(body)
  } catch {
    return undefined
  }
}

describe('an operation is absent', () => {
  test.each([
    [404, undefined, ''],
    [405, JSON_TYPE, '{"success":false}'],
    [501, 'text/html', '<h1>'],
    [200, undefined, ''],
    [204, undefined, ''],
    [200, 'text/html', '<h1>'],
    [200, JSON_TYPE, '{"message":"welcome"}'],
    [403, JSON_TYPE, '{"message":"Missing Authentication Token"}'],
    [401, undefined, ''],
    [410, 'text/html', '<h1>'],
    [302, undefined, ''],
  ])('where it is answered %i %s %s', (status, type, body) => {
    expect(absence(answered(status, type, body))).toContain(String(status))
  })

  test.each([
    [200, JSON_TYPE, '{"success":true,"data":{}}'],
    [200, JSON_TYPE, '{"id":"1"}'],
    [200, JSON_TYPE, '{"success":tr'],
    [403, JSON_TYPE, '{"success":false}'],
    [400, JSON_TYPE, '{"success":true}'],
    [500, 'text/html', '<h1>'],
    [503, undefined, ''],
    [429, undefined, ''],
  ])('but not where it is answered %i %s %s', (status, type, body) => {
    expect(absence(answered(status, type, body))).toBeUndefined()
  })
})
