import { expect, test } from 'vitest'
import { Chance, newSeed, startedInDrawnOrder } from './chance.ts'

const drawn = (chance: Chance, purpose: string): unknown[] => {
  const draws = chance.for(purpose)
  return [draws.below(1_000_000), draws.hex(8), draws.uuid(), draws.shuffled([1, 2, 3, 4, 5, 6])]
}

test('the same seed draws the same for a purpose, whatever was drawn before', () => {
  const [one, other] = [new Chance('4711'), new Chance('4711')]
  other.for('something else').below(10)
  expect(drawn(other, 'a name')).toEqual(drawn(one, 'a name'))
})

test('another purpose, and another seed, draw something else', () => {
  const chance = new Chance('4711')
  expect(drawn(chance, 'a name')).not.toEqual(drawn(chance, 'an id'))
  expect(drawn(chance, 'a name')).not.toEqual(drawn(new Chance('4712'), 'a name'))
})

test('draws keep their bounds', () => {
  const draws = new Chance('bounds').for('all')
  const numbers = Array.from({ length: 500 }, () => draws.between(3, 5))
  expect([...new Set(numbers)].sort()).toEqual([3, 4, 5])
  expect(draws.uuid()).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
  expect(draws.shuffled(['a', 'b', 'c']).sort()).toEqual(['a', 'b', 'c'])
  expect(draws.digits(4)).toMatch(/^\d{4}$/)
  expect(draws.letters(4)).toMatch(/^[a-z]{4}$/)
  expect(() => draws.of([])).toThrow('nothing to draw from')
})

test('a seed that was given by nobody is a number that can be typed', () => {
  expect(newSeed()).toMatch(/^\d{1,9}$/)
})

test('steps start in a drawn order, and their results come in the given one', async () => {
  const items = Array.from({ length: 12 }, (_, index) => index)
  const begun: number[] = []
  const results = startedInDrawnOrder(items, new Chance('order').for('all'), async (item) => {
    begun.push(item)
    return item
  })
  expect(await Promise.all(results)).toEqual(items)
  expect(begun).not.toEqual(items)
  expect(begun.sort((one, other) => one - other)).toEqual(items)
})
