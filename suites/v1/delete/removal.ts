/** `DELETE /api/v1/users/{id}`: a user deleted for good. */

import { idOf, userOf } from '../../../contracts/v1/client/user.ts'
import { DELETE } from '../../../contracts/v1/pages.ts'
import { OTHER_ID } from '../../../contracts/v1/refusals.ts'
import { sideBySide } from '../../../contracts/v1/side-by-side.ts'
import type { FilterReadings } from '../../../contracts/v1/steps/filters.ts'
import { REWRITTEN } from '../../../contracts/v1/steps/odd-ids.ts'
import type { Removal } from '../../../contracts/v1/steps/removals.ts'
import { entailed, inferred, stated } from '../../../language/declaration.ts'
import type { Answer } from '../../../model/answer.ts'
import { succeeded } from '../../../model/answer.ts'
import { Inconclusive } from '../../../model/outcome.ts'
import { REMOVER } from '../instruments.ts'
import { page, requirement, type V1Context } from '../language.ts'
import { BEGINNING, otherIdCells, REMOVED_IDS, ZEROS } from '../other-ids.ts'

export const removal = page(DELETE, [
  requirement('gone-from-get', {
    must: 'A deleted user can no longer be read.',
    source: stated('DD-03 DG-07'),
    about: 'effects',
    needs: ['SAFETY=disposable', REMOVER],
    follows: ['v1.get.unknown-404'],
    async check({ expect, provenBy, removals }) {
      const { answer } = await removals.real()
      provenBy(answer)
      const after = await removals.gone()
      const isShown = idOf(userOf(after)) !== undefined
      expect(after).toKeep('the user to be gone', !isShown, 'the user')
      expect(after).toBeRefused({ status: 404 })
      for (const read of await removals.refused.readsOfRemoved().catch(() => [])) {
        const isFound = idOf(userOf(read)) !== undefined
        expect(read).toKeep('the user to be gone for everybody else, too', !isFound, 'the user')
      }
      await endOfSecondLife(removals, (_, read) => read && expect(read).toBeRefused({ status: 404 }))
      const old = await removals.secondLife.oldId().catch(() => undefined)
      if (old) expect(old).toBeRefused({ status: 404 })
    },
  }),

  requirement('gone-from-list', {
    must: 'A deleted user is listed under no status, nor without filter, and nobody else is touched.',
    source: entailed('DD-03', 'DL-20'),
    about: 'effects',
    needs: ['SAFETY=disposable', REMOVER],
    async check({ has, expect, provenBy, people, census, removals, bystanders, filters }) {
      const readings = await filters.read()
      const { pages } = await census.taken()
      const [real, second] = [await removals.real(), await removals.secondReal()]
      const gone = [
        { creation: await people.leaver(), removal: real },
        { creation: await people.witness(), removal: second },
        ...(await removals.further()),
      ]
      for (const { creation, removal } of gone) {
        if (creation !== gone[0]?.creation && !succeeded(removal.answer)) continue
        provenBy(removal.answer)
        if (creation !== gone[0]?.creation && !has(pages, creation)) continue
        if (!has(pages, creation)) throw new Inconclusive('the user was not to be seen in the list before')
        for (const answer of answersOf(readings)) expect(answer).toExclude({ id: removal.subject.id })
      }
      await endOfSecondLife(removals, ({ subject, answer }) => {
        provenBy(answer)
        for (const list of answersOf(readings)) expect(list).toExclude({ id: subject.id })
      })
      const touched = await bystanders.touchedBy('manager')
      if (touched) expect(touched.get).toKeep('everybody else as before', false, touched.what)
    },
  }),

  requirement('permanent', {
    must: 'A deleted user does not come back, as inactive or otherwise.',
    source: stated('DD-03 DD-04'),
    about: 'effects',
    needs: ['SAFETY=disposable', REMOVER],
    async check({ expect, seen, provenBy, removals, filters }) {
      const { subject, answer } = await removals.real()
      provenBy(answer)
      const missed = await removals.gone()
      if (missed.status !== 404) throw new Inconclusive('the user was not gone in the first place')
      seen(missed)
      for (const list of answersOf(await filters.read())) expect(list).toExclude({ id: subject.id })
      expect(await removals.again()).toBeRefused({ status: 404 })
    },
  }),

  requirement('second-404', {
    must: 'Deleting a deleted user is answered with 404.',
    source: entailed('DD-07', 'DD-11'),
    about: 'not-found',
    needs: ['SAFETY=disposable', REMOVER],
    async check({ expect, provenBy, removals }) {
      for (const again of [await removals.again(), await removals.third()]) {
        expect(again).toBeRefused({ status: 404 })
      }
      provenBy((await removals.real()).answer)
    },
  }),

  requirement('unknown-404', {
    must: 'Deleting an unknown id is answered with 404.',
    source: stated('DD-07'),
    about: 'not-found',
    needs: ['SAFETY=disposable', REMOVER],
    async check({ expect, provenBy, removals }) {
      expect(await removals.unknown()).toBeRefused({ status: 404 })
      provenBy((await removals.real()).answer)
    },
  }),

  requirement('other-ids-404', {
    must: 'Deleting an id of another form than those of the target, which nobody has, is refused.',
    source: entailed('DD-07', 'DD-01'),
    accepts: '404 or 400 with any body; another refusal is a warning.',
    about: 'not-found',
    needs: ['SAFETY=disposable', REMOVER],
    follows: ['v1.delete.unknown-404'],
    cells: otherIdCells(REMOVED_IDS, REWRITTEN),
    async check({ expect, provenBy, tried, otherIds, oddIds, people, census, removals }) {
      await sideBySide(REMOVED_IDS, async (form) => {
        if (form === ZEROS && otherIds.isTaken(form, await otherIds.read(form))) return
        expect(await otherIds.removal(form)).toBeRefused(OTHER_ID)
        tried(form)
      })
      const { id, get } = await people.residentShown()
      const beginning = succeeded(get) ? await otherIds.removalOfBeginning(id) : undefined
      if (beginning) {
        expect(beginning).toBeRefused(OTHER_ID)
        tried(BEGINNING)
      }
      const rewritten = await oddIds.removals(census).catch(() => [])
      await sideBySide(rewritten, async ({ form, answer }) => {
        expect(answer).toBeRefused(OTHER_ID)
        tried(form)
      })
      if (rewritten.length > 0) {
        const spared = await oddIds.afterRemovals(census)
        expect(spared).toKeep(
          'the user whose id it is not to be still there',
          spared.status !== 404,
          'status 404',
        )
      }
      provenBy((await removals.real()).answer)
    },
  }),

  requirement('email-free', {
    should: 'The address of a deleted user can be used again.',
    source: inferred('DD-12'),
    accepts: '201.',
    about: 'effects',
    needs: ['SAFETY=disposable', REMOVER],
    async check({ expect, seen, removals }) {
      const { answer } = await removals.secondLife.created()
      const after = await removals.gone()
      if (succeeded(after)) throw new Inconclusive('the removal had no effect')
      seen(after)
      expect(answer).toKeep('the address to be accepted', succeeded(answer), `status ${answer.status}`)
    },
  }),
])

/** Looks at the removal of who was created again, where it came to one that was answered with success. */
async function endOfSecondLife(
  { secondLife }: V1Context['removals'],
  look: (removal: Removal, read: Answer | undefined) => void,
): Promise<void> {
  const end = await secondLife.end().catch(() => undefined)
  if (end && succeeded(end.answer)) look(end, await secondLife.gone())
}

/** Every list that was read after the removals: with each filter and with none. */
function answersOf({ first }: FilterReadings): Answer[] {
  const pages = [...first.everybody, ...first.lists.flatMap((list) => list.pages)]
  return pages.filter(({ entries }) => entries !== undefined).map(({ answer }) => answer)
}
