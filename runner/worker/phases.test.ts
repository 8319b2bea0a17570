import { describe, expect, test } from 'vitest'
import { Phases } from './phases.ts'

/** Lets everything go on that can go on without an event. */
async function settle(): Promise<void> {
  for (let turn = 0; turn < 20; turn++) await Promise.resolve()
}

/** Phases whose clean-up is noted, and a way to note when somebody got in. */
function watched(clean: () => Promise<void> = async () => undefined) {
  const log: string[] = []
  const phases = new Phases(['v3'], async () => {
    log.push('clean-up')
    await clean()
    log.push('cleaned')
  })
  const enter = (phase: 'main' | 'last' | 'closing', name: string = phase): Promise<void> =>
    phases.enter(phase).then(() => void log.push(name))
  return { phases, log, enter }
}

describe('the order of a run', () => {
  test('checks of the first phase begin at once, side by side', async () => {
    const { phases, log, enter } = watched()
    phases.expect('main', 'v3')
    phases.expect('main', 'v3')
    await Promise.all([enter('main', 'a'), enter('main', 'b')])
    expect(log).toEqual(['a', 'b'])
  })

  test('the clean-up waits for every check of the first phase, the damaging ones wait for it', async () => {
    const { phases, log, enter } = watched()
    for (const phase of ['main', 'main', 'last'] as const) phases.expect(phase, 'v3')
    const last = enter('last')
    await settle()
    phases.ended('main', 'v3')
    await settle()
    expect(log).toEqual([])
    phases.ended('main', 'v3')
    await last
    expect(log).toEqual(['clean-up', 'cleaned', 'last'])
  })

  test('closing checks wait for the damaging ones', async () => {
    const { phases, log, enter } = watched()
    for (const phase of ['main', 'last', 'closing'] as const) phases.expect(phase, 'v3')
    const closing = enter('closing')
    phases.ended('main', 'v3')
    const last = enter('last')
    await last
    await settle()
    expect(log).toEqual(['clean-up', 'cleaned', 'last'])
    phases.ended('last', 'v3')
    await closing
    expect(log.at(-1)).toBe('closing')
  })

  test('there is one clean-up, however many wait for it', async () => {
    const { phases, log, enter } = watched()
    phases.expect('last', 'v3')
    phases.expect('last', 'v3')
    await Promise.all([enter('last', 'a'), enter('last', 'b')])
    expect(log).toEqual(['clean-up', 'cleaned', 'a', 'b'])
  })

  test('a run without a check of the first phase cleans up all the same', async () => {
    const { log, enter } = watched()
    await enter('closing')
    expect(log).toEqual(['clean-up', 'cleaned', 'closing'])
  })

  test('a contract is cleaned up while the checks of another go on, which the damaging ones wait for', async () => {
    const log: string[] = []
    const phases = new Phases(['v3', 'v1'], async (contract) => void log.push(contract))
    phases.expect('main', 'v1')
    phases.expect('main', 'v3')
    phases.expect('last', 'v3')
    const last = phases.enter('last').then(() => void log.push('last'))
    phases.ended('main', 'v1')
    await settle()
    expect(log).toEqual(['v1'])
    phases.ended('main', 'v3')
    await last
    expect(log).toEqual(['v1', 'v3', 'last'])
  })

  test('the end is the end of the last check', async () => {
    const { phases } = watched()
    phases.expect('main', 'v3')
    phases.expect('closing', 'v3')
    let over = false
    const finished = phases.finished().then(() => {
      over = true
    })
    phases.ended('main', 'v3')
    await settle()
    expect(over).toBe(false)
    phases.ended('closing', 'v3')
    await finished
    expect(over).toBe(true)
  })

  test('a clean-up that fails is told to everybody who waits for it', async () => {
    const { phases } = watched(async () => {
      throw new Error('no way')
    })
    phases.expect('last', 'v3')
    await expect(phases.enter('last')).rejects.toThrow('no way')
    await expect(phases.enter('closing')).rejects.toThrow('no way')
  })
})
