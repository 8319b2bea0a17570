import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { shares, unused } from './figures.mjs'
import { layerRules } from './layers.mjs'
import { astray, changesOfFolder } from './way.mjs'

test('the linter is told the layers of the house as they stand', () => {
  const file = new URL('../../biome.layers.json', import.meta.url)
  expect(JSON.parse(readFileSync(file, 'utf8')), 'npm run update writes it').toEqual(layerRules())
})

test('no room outgrows the others, so that none has to be known whole', () => {
  const rooms = shares()
  expect(rooms.filter(({ strictly }) => strictly > 100 / 3)).toEqual([])
  expect(rooms.find(({ room }) => room === 'helpers')?.strictly).toBeLessThan(20)
})

test('what only tests need is no product', () => {
  expect(unused()).toEqual([])
})

test('an exchange changes the folder at most twenty times on its way from socket to page', () => {
  expect(astray()).toEqual([])
  expect(changesOfFolder()).toBeLessThanOrEqual(20)
})
