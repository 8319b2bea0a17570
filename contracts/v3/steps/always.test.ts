import { describe, expect, test } from 'vitest'
import { answerOf } from '../../../helpers/testing/answer.ts'
import { Timeline } from '../client/timeline.ts'
import { Always } from './always.ts'

const EMAIL = 'ann@example.com'
const ann = { id: 'a1', email: EMAIL }
const bob = { id: 'b1', email: 'bob@example.com' }

/** Lets a run see and do things in order, and looks back at them. */
function runOf(): { timeline: Timeline; always: Always; lists(id: string, ...users: object[]): void } {
  const timeline = new Timeline()
  const lists = (id: string, ...users: object[]): void => {
    const answer = answerOf({ id, body: { data: { users } } })
    timeline.listed({ answer, profileId: undefined, began: timeline.tick() })
  }
  const answer = answerOf({ status: 201, body: { data: ann } })
  timeline.made(EMAIL, undefined, answer, timeline.tick())
  return { timeline, lists, always: new Always(timeline, () => Promise.resolve()) }
}

function reads({ timeline }: { timeline: Timeline }, id: string, user: object): void {
  const answer = answerOf({ id: 'read', operation: 'GET /v3/users/{userId}', body: { data: user } })
  timeline.read({ answer, profileId: undefined, id, began: timeline.tick() })
}

describe('a list without a user of the run', () => {
  test('slips between lists that show the user, whatever was asked for meanwhile', async () => {
    const run = runOf()
    run.timeline.touching('a1')
    run.lists('l1', ann, bob)
    run.lists('l2', bob)
    run.lists('l3', ann, bob)
    expect((await run.always.unlisted())?.answer.exchange.id).toBe('l2')
  })

  test('is right once the user was removed', async () => {
    const run = runOf()
    run.lists('l1', ann)
    run.timeline.touching('a1')
    run.timeline.removed('a1', undefined, answerOf({ status: 204 }))
    run.lists('l2', bob)
    // Whoever is invited again may be given the same id.
    run.lists('l3', ann)
    expect(await run.always.unlisted()).toBeUndefined()
  })

  test('is for other checks where the user is not shown again', async () => {
    const run = runOf()
    run.lists('l1', ann)
    run.timeline.touching('a1')
    run.lists('l2', bob)
    expect(await run.always.unlisted()).toBeUndefined()
  })
})

describe('a read', () => {
  test.each([
    ['somebody else', bob, 'read'],
    ['nobody', {}, undefined],
    ['who was asked for', ann, undefined],
  ])('of %s', async (_, user, slip) => {
    const run = runOf()
    run.lists('l1', ann, bob)
    reads(run, 'a1', user)
    expect((await run.always.mistaken())?.answer.exchange.id).toBe(slip)
  })

  test('by an id that no list shows is for other checks', async () => {
    const run = runOf()
    run.lists('l1', ann)
    reads(run, 'a', ann)
    expect(await run.always.mistaken()).toBeUndefined()
  })
})
