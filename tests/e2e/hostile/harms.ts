/** Targets whose answers are made to break whatever shows or stores them. */
import { HOSTILE } from '../../report/hostile.ts'
import type { Spoil, Spoiled } from './spoiled-target.ts'

/** Longer than anything that a report could hold. */
const HUGE = 'h\u00fc\u{1f600}<'.repeat(1_200_000)

const JSON_LABEL: Spoiled['headers'] = [['content-type', 'application/json']]

/** Every text of a body becomes hostile: ids, addresses, codes and messages among them. */
const everywhere: Spoil = (answer, _request, count) => ({
  ...answer,
  headers: [...answer.headers, ...headers(count)],
  body: rewritten(answer, (value) => `${HOSTILE}${count}${value}`),
})

/** The names of members are hostile, and there are many of them, some nested far beyond reason. */
const names: Spoil = (answer, _request, count) => {
  const json = parsed(answer)
  if (json === undefined) return answer
  for (let index = 0; index < 300; index++) json[`${HOSTILE}${index}`] = HOSTILE
  Object.defineProperty(json, '__proto__', { value: { polluted: true }, enumerable: true })
  json.deep = JSON.parse(`${'['.repeat(400)}${count}${']'.repeat(400)}`)
  return { ...answer, body: Buffer.from(JSON.stringify(json)) }
}

/** A text of ten megabytes in the name of one user, or in the message of a refusal. */
const huge: Spoil = (answer, _request, count) => {
  let left = count % 10 === 0 ? 1 : 0
  const change = (value: string, key: string): string =>
    (key === 'name' || key === 'message') && left-- > 0 ? HUGE : value
  return { ...answer, body: rewritten(answer, change) }
}

/** Bodies that are no UTF-8, no JSON, cut in the middle, nested without end, or something else altogether. */
const broken: Spoil = (answer, _request, count) => {
  const text = answer.body.toString()
  const bodies = [
    Buffer.concat([
      answer.body.subarray(0, 60),
      Buffer.from([0xff, 0xfe, 0, 0xc3, 0x28, 0xed, 0xa0, 0x80]),
      answer.body,
    ]),
    Buffer.from(text.slice(0, Math.floor(text.length / 2))),
    Buffer.from('['.repeat(1_000_000)),
    Buffer.from(`<!doctype html><title>Hello</title>${HOSTILE}`),
    Buffer.from(`\u0000${'\u001b]0;pwned\u0007'.repeat(20_000)}`),
    Buffer.from('"\\ud800"'),
    Buffer.from('1e999'),
    Buffer.alloc(0),
  ]
  if (count < 3 || count % 3 !== 0) return { ...answer, headers: [...answer.headers, ...headers(count)] }
  return {
    status: [200, 200, 404, 500, 599, 299][count % 6] ?? 200,
    headers: [...JSON_LABEL, ...headers(count)],
    body: bodies[(count / 3) % bodies.length] ?? answer.body,
  }
}

/** All headers are long, and the bodies are full of what each format has to escape. */
const escapes: Spoil = (answer, _request, count) => ({
  status: count < 3 ? answer.status : ([200, 400, 500][count % 3] ?? 200),
  headers: [
    ...JSON_LABEL,
    ...Array.from({ length: 30 }, (_, index): [string, string] => [`x-long-${index}`, '<&">'.repeat(450)]),
  ],
  body: count < 3 ? answer.body : Buffer.from(JSON.stringify('<&\u0001"\ud800'.repeat(20_000))),
})

export const HARMS: Record<string, Spoil> = { everywhere, names, huge, broken, escapes }

function headers(count: number): Spoiled['headers'] {
  const shown = HOSTILE.replace(/[^\x20-\x7e]/g, '?')
  return [
    ['x-hostile', `${shown}${count}`],
    ['x-latin', '\x80\x9b31m\xa0\xff'],
    ['set-cookie', shown],
  ]
}

function rewritten(answer: Spoiled, change: (value: string, key: string) => string): Buffer {
  const json = parsed(answer)
  if (json === undefined) return answer.body
  return Buffer.from(
    JSON.stringify(json, (key, value) =>
      typeof value === 'string' && key !== 'request_id' ? change(value, key) : value,
    ),
  )
}

function parsed({ body }: Spoiled): Record<string, unknown> | undefined {
  try {
    return JSON.parse(body.toString()) as Record<string, unknown>
  } catch {
    return undefined
  }
}
