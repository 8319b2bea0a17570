import { expect, test } from 'vitest'
import { Chance } from '../chance/chance.ts'
import {
  combiningName,
  longLatinName,
  longName,
  markedName,
  nameOfManyScripts,
  nameOfScripts,
  variedSuffix,
} from './varied-names.ts'

const SEEDS = Array.from({ length: 40 }, (_, index) => new Chance(`${index}`).for('name'))

test.each([
  [markedName, /^\p{Lu}\p{Ll}+ \p{Lu}'\p{Lu}\p{Ll}+-\p{Lu}\p{Ll}+\p{Lu}\p{Ll}+$/u],
  [
    nameOfScripts,
    /^[\p{sc=Han}\p{sc=Hangul}]+ \p{sc=Cyrillic}+ \p{sc=Latin}+ [\u{20000}-\u{2ffff}]\p{sc=Han}$/u,
  ],
  [nameOfManyScripts, /\p{sc=Cyrillic} .*\p{sc=Greek}.* [\u{20000}-\u{2ffff}]/u],
  [longName, /^.{50,80}$/u],
  [longLatinName, /^.{55,80}$/u],
  [combiningName, /\p{M}/u],
  [variedSuffix, /^\+[A-Z]\w*\.[A-Z]\w+-[A-Z]\w+$/],
])('%o always has the letters of its kind', (make, kind) => {
  const made = SEEDS.map(make)
  for (const one of made) expect(one).toMatch(kind)
  expect(new Set(made).size).toBeGreaterThan(1)
})

test('no name is changed by being normalised, so that who does so is not taken for wrong', () => {
  for (const make of [markedName, nameOfScripts, nameOfManyScripts, longName, longLatinName, combiningName])
    for (const draws of SEEDS) {
      const name = make(draws)
      expect(name.normalize('NFC')).toBe(name)
    }
})
