import { describe, expect, test } from 'vitest'
import { requirement } from '../../report/testing/report.ts'
import { matcher, patternsOf } from './pattern.ts'
import { select } from './selection.ts'

const IDS = ['v3.list.meta', 'v3.list.shape', 'v3.remove.self-rejected', 'v3.remove.meta']
const CATALOGUE = [
  ...IDS.map(requirement),
  { ...requirement('v3.invite.email-sent'), unobservable: 'an e-mail' },
]

describe('a pattern', () => {
  test.each([
    ['v3.list.meta', ['v3.list.meta']],
    ['v3.remove.*', ['v3.remove.self-rejected', 'v3.remove.meta']],
    ['*.meta', ['v3.list.meta', 'v3.remove.meta']],
    ['v?.list.shape', ['v3.list.shape']],
    ['DELETE *', ['v3.remove.self-rejected', 'v3.remove.meta']],
    ['DELETE /v3/users/{userId}', ['v3.remove.self-rejected', 'v3.remove.meta']],
    ['GET /v3/users', ['v3.list.meta', 'v3.list.shape']],
    ['v3', IDS],
    ['list', []],
    ['v3.list', []],
    ['v3xlist.meta', []],
    ['(v3|v1).*', []],
  ])('%s names %j', (pattern, named) => {
    expect(
      IDS.map(requirement)
        .filter(matcher(pattern))
        .map(({ id }) => id),
    ).toEqual(named)
  })

  test('may share a flag with others', () => {
    expect(patternsOf(['a, b', '', 'c,'])).toEqual(['a', 'b', 'c'])
  })
})

describe('select', () => {
  test('keeps everything that can be judged where nothing is named', () => {
    const { selected, deselected, problems } = select(CATALOGUE, { only: [], skip: [] })
    expect([...selected]).toEqual(IDS)
    expect([...deselected, ...problems]).toEqual([])
  })

  test('lets what is skipped win over what is wanted', () => {
    const { selected, deselected } = select(CATALOGUE, { only: ['v3.remove.*'], skip: ['*.meta'] })
    expect([...selected]).toEqual(['v3.remove.self-rejected'])
    expect([...deselected].sort()).toEqual(['v3.list.meta', 'v3.list.shape', 'v3.remove.meta'])
  })

  test('complains of every pattern that names nothing, and says what may have been meant', () => {
    const { problems } = select(CATALOGUE, { only: ['v3.lisst.meta'], skip: ['v9.*'] })
    expect(problems.map(({ variable }) => variable)).toEqual(['--only', '--skip'])
    expect(problems[0]?.fix).toContain('Did you mean v3.list.meta?')
  })

  test('accepts a pattern that names what is outside the run', () => {
    const all = [...CATALOGUE, { ...requirement('v1.list.shape'), contract: 'v1' as const }]
    expect(select(CATALOGUE, { only: [], skip: ['v1'] }, all).problems).toEqual([])
  })

  test('complains where nothing is left', () => {
    expect(select(CATALOGUE, { only: ['v3.list.*'], skip: ['v3'] }).problems).toHaveLength(1)
  })
})
