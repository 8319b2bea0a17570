import { describe, expect, test } from 'vitest'
import type { Secret } from '../secrets/mask.ts'
import { Renewals } from './renewal.ts'

const KEY = { variable: 'API_KEY', words: ['x'], header: 'x-api-key', prefix: '', value: 'old' } as const
const TOKEN = {
  variable: 'ACCESS_TOKEN',
  words: ['x'],
  header: 'authorization',
  prefix: 'Bearer ',
  value: 'old-token',
} as const
const OWN = { 'x-api-key': 'old' }

function renewals(...fresh: (string | undefined)[]) {
  const learnt: Secret[] = []
  let runs = 0
  const all = new Renewals(
    [KEY, TOKEN].map((one) => ({ ...one, words: [...one.words] })),
    (secret) => learnt.push(secret),
    async () => fresh[runs++],
  )
  return { all, learnt, runs: () => runs }
}

describe('a credential with a command', () => {
  test('is had anew when it worked before and is refused, and sent in the stead of the old one', async () => {
    const { all, learnt } = renewals('new')
    all.answered(OWN, OWN, 200)
    expect(await all.refused(OWN, OWN)).toBe(true)
    expect(learnt).toEqual([{ placeholder: '$API_KEY', value: 'new' }])
    expect(all.current({ ...OWN, 'content-type': 'old' })).toMatchObject({ 'x-api-key': 'new' })
    expect(all.current({ 'x-api-key': 'old0' })).toEqual({ 'x-api-key': 'old0' })
  })

  test('is left alone as long as it never worked', async () => {
    const { all, runs } = renewals('new')
    expect(await all.refused(OWN, OWN)).toBe(false)
    expect(runs()).toBe(0)
  })

  test('is had anew once for all who were refused together', async () => {
    const { all, runs } = renewals('new', 'newer')
    all.answered(OWN, OWN, 403)
    expect(await Promise.all([all.refused(OWN, OWN), all.refused(OWN, OWN)])).toEqual([true, true])
    // A late answer to the old one is worth another try, too, without another run.
    expect(await all.refused(OWN, OWN)).toBe(true)
    expect(runs()).toBe(1)
  })

  test('is not asked for over and over where that helps nothing', async () => {
    const { all, runs } = renewals('old', undefined, 'old', 'new')
    all.answered(OWN, OWN, 200)
    for (let count = 0; count < 5; count++) expect(await all.refused(OWN, OWN)).toBe(false)
    expect(runs()).toBe(3)
  })

  test('is none of those who speak with another one, or with it in a place where it does not belong', async () => {
    const { all, runs } = renewals('new')
    all.answered(OWN, OWN, 200)
    for (const headers of [{}, { 'x-api-key': 'old0' }, { authorization: 'Bearer old' }]) {
      expect(await all.refused(headers, headers)).toBe(false)
    }
    expect(runs()).toBe(0)
  })

  test('is sent anew wherever it stood', async () => {
    const { all } = renewals('new-token')
    const headers = { authorization: 'Bearer old-token' }
    all.answered(headers, headers, 200)
    expect(await all.refused(headers, headers)).toBe(true)
    expect(all.current({ authorization: 'Basic old-token' })).toEqual({ authorization: 'Basic new-token' })
  })
})
