import { describe, expect, test } from 'vitest'
import { type BaselineEntry, BaselineError, baselineText, parseBaseline } from './baseline.ts'

const IDS = ['v3.list.meta', 'v3.remove.self-rejected']

function parsed(known: unknown): BaselineEntry[] {
  return parseBaseline(JSON.stringify({ baselineVersion: 1, known }), IDS).known
}

function problemOf(text: string): string {
  try {
    parseBaseline(text, IDS)
  } catch (error) {
    expect(error).toBeInstanceOf(BaselineError)
    return (error as Error).message
  }
  throw new Error('nothing was wrong with it')
}

describe('parseBaseline', () => {
  test('reads what baselineText writes', () => {
    const known = [
      { id: 'v3.list.meta', reason: 'a proxy', link: 'https://issues.example/7', until: '2026-03-31' },
      { id: 'v3.remove.self-rejected', reason: 'next release', verdict: 'failed' as const },
    ]
    expect(parseBaseline(baselineText({ known }), IDS)).toEqual({ known })
  })

  test.each([
    ['no JSON', 'known:', 'not valid JSON'],
    ['a list', '[]', '"known"'],
    ['another version', '{"baselineVersion":2,"known":[]}', '"baselineVersion"'],
    ['no version', '{"known":[]}', '"baselineVersion"'],
  ])('refuses %s', (_name, text, message) => {
    expect(problemOf(text)).toContain(message)
  })

  test.each([
    ['an unknown id', { id: 'v3.list.mata', reason: 'x' }, 'did you mean v3.list.meta?'],
    ['no id', { reason: 'x' }, '"id"'],
    ['no reason', { id: 'v3.list.meta' }, '"reason"'],
    ['an empty reason', { id: 'v3.list.meta', reason: ' ' }, '"reason"'],
    ['a link that is none', { id: 'v3.list.meta', reason: 'x', link: 'javascript:1' }, '"link"'],
    ['a day that is none', { id: 'v3.list.meta', reason: 'x', until: '2026-02-30' }, '"until"'],
    ['another form of day', { id: 'v3.list.meta', reason: 'x', until: '31.3.2026' }, '"until"'],
    ['another verdict', { id: 'v3.list.meta', reason: 'x', verdict: 'passed' }, '"verdict"'],
    ['a member that is misspelt', { id: 'v3.list.meta', reason: 'x', untill: '2026-01-01' }, '"untill"'],
    ['no object', 'v3.list.meta', 'it is no object'],
  ])('refuses an entry with %s', (_name, entry, message) => {
    expect(problemOf(JSON.stringify({ baselineVersion: 1, known: [entry] }))).toContain(message)
  })

  test('tells all problems at once, with the place of the entry', () => {
    const text = JSON.stringify({ baselineVersion: 1, known: [{ id: 'v3.list.meta' }, { reason: 'x' }] })
    expect(problemOf(text).split('\n')).toHaveLength(2)
    expect(problemOf(text)).toMatch(/entry 1: .*\n.*entry 2: /)
  })

  test('refuses an id that is listed twice', () => {
    const entry = { id: 'v3.list.meta', reason: 'x' }
    expect(() => parsed([entry, entry])).toThrow('listed twice')
  })
})
