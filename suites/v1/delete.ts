/** `DELETE /api/v1/users/{id}`: a user deleted for good. */
import { type Answer, succeeded } from '../../helpers/http/answer.ts'
import { Inconclusive } from '../../helpers/run/outcome.ts'
import { has } from '../../helpers/v1/fixtures/census.ts'
import type { FilterReadings } from '../../helpers/v1/fixtures/filters.ts'
import { differingMembers, STABLE_MEMBERS, userOf } from '../../helpers/v1/user.ts'
import { describe, expect, provenBy, requirement, seenIn } from './vocabulary.ts'

describe('DELETE /api/v1/users/{id}', () => {
  requirement('v1.delete.gone-from-get', async ({ removals }) => {
    const { answer } = await removals.real()
    provenBy(answer)
    const after = await removals.gone()
    expect(after).toKeep('the user to be gone', !succeeded(after), 'the user')
    expect(after).toBeRefused({ status: 404 })
  })

  requirement('v1.delete.gone-from-list', async ({ people, census, removals, filters }) => {
    const readings = await filters.read()
    const { pages } = await census.taken()
    const [real, second] = [await removals.real(), await removals.secondReal()]
    const gone = [
      { creation: await people.leaver(), removal: real },
      { creation: await people.witness(), removal: second },
    ]
    for (const { creation, removal } of gone) {
      if (creation !== gone[0]?.creation && !succeeded(removal.answer)) continue
      provenBy(removal.answer)
      if (!has(pages, creation)) throw new Inconclusive('the user was not to be seen in the list before')
      for (const answer of answersOf(readings)) expect(answer).toExclude({ id: removal.subject.id })
    }
  })

  requirement('v1.delete.permanent', async ({ removals, filters }) => {
    const { subject, answer } = await removals.real()
    provenBy(answer)
    const missed = await removals.gone()
    if (missed.status !== 404) throw new Inconclusive('the user was not gone in the first place')
    seenIn(missed)
    for (const list of answersOf(await filters.read())) expect(list).toExclude({ id: subject.id })
    expect(await removals.again()).toBeRefused({ status: 404 })
  })

  requirement('v1.delete.second-404', async ({ removals }) => {
    expect(await removals.again()).toBeRefused({ status: 404 })
    provenBy((await removals.real()).answer)
  })

  requirement('v1.delete.unknown-404', async ({ removals }) => {
    expect(await removals.unknown()).toBeRefused({ status: 404 })
    provenBy((await removals.real()).answer)
  })

  requirement('v1.delete.forbidden-403', async ({ removals }) => {
    expect((await removals.forbidden()).answer).toBeRefused({ status: 403 })
    provenBy((await removals.real()).answer)
  })

  requirement('v1.delete.refused-keeps-user', async ({ people, removals }) => {
    const { answer } = await removals.forbidden()
    seenIn(answer)
    if (succeeded(answer)) throw new Inconclusive('the removal was not refused')
    const { user: before } = await people.residentShown()
    if (!before) throw new Inconclusive('the user was not to be seen before')
    const get = await removals.afterForbidden()
    if (get.status >= 500) throw new Inconclusive(`the user could not be read: status ${get.status}`)
    const after = userOf(get)
    expect(get).toKeep('the user to be still there', after !== undefined, `status ${get.status}`)
    const changed = differingMembers(before, after ?? {}, STABLE_MEMBERS)
    if (changed.length > 0) {
      const usual = await removals.changedByReading()
      const own = changed.filter((member) => !usual.includes(member))
      if (own.length === 0) throw new Inconclusive('reading alone changes the user')
      expect(get).toKeep('the user as before', false, `another ${own.join(', ')}`)
    }
    provenBy((await removals.real()).answer)
  })

  requirement('v1.delete.email-free', async ({ removals }) => {
    const { answer } = await removals.recreated()
    const after = await removals.gone()
    if (succeeded(after)) throw new Inconclusive('the removal had no effect')
    seenIn(after)
    expect(answer).toKeep('the address to be accepted', succeeded(answer), `status ${answer.status}`)
  })
})

/** Every list that was read after the removals: with each filter and with none. */
function answersOf({ first }: FilterReadings): Answer[] {
  const pages = [...first.everybody, ...first.lists.flatMap((list) => list.pages)]
  return pages.filter(({ entries }) => entries !== undefined).map(({ answer }) => answer)
}
