import { describe, expect, test } from 'vitest'
import { Phases } from './phases.ts'

/** Lets everything go on that can go on without an event. */
async function settle(): Promise<void> {
  for (let turn = 0; turn < 20; turn++) await Promise.resolve()
}

/** Phases whose clean-up is noted, and a way to note when somebody got in. */
function watched(clean: () => Promise<void> = async () => undefined) {
  const log: string[] = []
  const phases = new Phases(async () => {
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
    phases.expect('main')
    phases.expect('main')
    await Promise.all([enter('main', 'a'), enter('main', 'b')])
    expect(log).toEqual(['a', 'b'])
  })

  test('the clean-up waits for every check of the first phase, the damaging ones wait for it', async () => {
    const { phases, log, enter } = watched()
    for (const phase of ['main', 'main', 'last'] as const) phases.expect(phase)
    const last = enter('last')
    await settle()
    phases.ended('main')
    await settle()
    expect(log).toEqual([])
    phases.ended('main')
    await last
    expect(log).toEqual(['clean-up', 'cleaned', 'last'])
  })

  test('closing checks wait for the damaging ones', async () => {
    const { phases, log, enter } = watched()
    for (const phase of ['main', 'last', 'closing'] as const) phases.expect(phase)
    const closing = enter('closing')
    phases.ended('main')
    const last = enter('last')
    await last
    await settle()
    expect(log).toEqual(['clean-up', 'cleaned', 'last'])
    phases.ended('last')
    await closing
    expect(log.at(-1)).toBe('closing')
  })

  test('there is one clean-up, however many wait for it', async () => {
    const { phases, log, enter } = watched()
    phases.expect('last')
    phases.expect('last')
    await Promise.all([enter('last', 'a'), enter('last', 'b')])
    expect(log).toEqual(['clean-up', 'cleaned', 'a', 'b'])
  })

  test('a run without a check of the first phase cleans up all the same', async () => {
    const { log, enter } = watched()
    await enter('closing')
    expect(log).toEqual(['clean-up', 'cleaned', 'closing'])
  })

  test('the end is the end of the last check', async () => {
    const { phases } = watched()
    phases.expect('main')
    phases.expect('closing')
    let over = false
    const finished = phases.finished().then(() => {
      over = true
    })
    phases.ended('main')
    await settle()
    expect(over).toBe(false)
    phases.ended('closing')
    await finished
    expect(over).toBe(true)
  })

  test('a clean-up that fails is told to everybody who waits for it', async () => {
    const { phases } = watched(async () => {
      throw new Error('no way')
    })
    phases.expect('last')
    await expect(phases.enter('last')).rejects.toThrow('no way')
    await expect(phases.enter('closing')).rejects.toThrow('no way')
  })
})
