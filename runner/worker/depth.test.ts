import { expect, test } from 'vitest'
import type { DeepFindings } from '../../language/deep/explore.ts'
import type { OpenContract } from '../../language/module.ts'
import { newScope, withScope } from '../../language/scope.ts'
import { must } from '../../model/finding.ts'
import { Inconclusive } from '../../model/outcome.ts'
import { Depth } from './depth.ts'

const FOUND: DeepFindings = new Map([
  ['v3.a.b', [{ finding: must('right', 'wrong'), exchange: 'x3', chain: ['x1', 'x2', 'x3'] }]],
])

function depthOf(deepen: () => Promise<DeepFindings>): Depth {
  const contract = { bodies: new Map(), deepen } as unknown as OpenContract
  return new Depth(new Map([['v3', contract]]), { depth: 'small' })
}

test('stories begin when every check has done what it does, and are charged before it is judged', async () => {
  const order: string[] = []
  const depth = depthOf(async () => {
    order.push('stories')
    return FOUND
  })
  for (let count = 0; count < 2; count++) depth.expect('v3')
  const scope = newScope()
  await Promise.all([
    withScope(scope, () => depth.around('v3', 'v3.a.b', () => void order.push('first'))),
    depth.around('v3', 'v3.other', async () => {
      await Promise.resolve()
      order.push('second')
    }),
  ])
  expect(order).toEqual(['first', 'second', 'stories'])
  expect(scope.findings).toEqual([{ ...must('right', 'wrong'), exchange: 'x3' }])
  expect([...scope.evidence]).toEqual(['x1', 'x2', 'x3'])
})

test('a check that could not be made is judged by no story', async () => {
  const depth = depthOf(async () => FOUND)
  depth.expect('v3')
  const scope = newScope()
  const unproven = new Inconclusive('the key is another one')
  const judged = withScope(scope, () => depth.around('v3', 'v3.a.b', () => Promise.reject(unproven)))
  await expect(judged).rejects.toBe(unproven)
  expect(scope.findings).toEqual([])
})

test('stories that fail show nothing', async () => {
  const depth = depthOf(() => Promise.reject(new Error('gone')))
  depth.expect('v3')
  await expect(depth.around('v3', 'v3.a.b', () => undefined)).resolves.toBeUndefined()
})
