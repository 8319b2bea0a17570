/** `sandbox: true`: answered like a real removal, and nothing happens. */

import { PublicHeaders, sandboxHeader } from '../../../contracts/v3/inspection/public-headers.ts'
import { REMOVE } from '../../../contracts/v3/pages.ts'
import { NO_SUCH_USER, UNAUTHENTICATED } from '../../../contracts/v3/refusals.ts'
import { entailed, stated } from '../../../language/declaration.ts'
import { succeeded } from '../../../model/answer.ts'
import { Inconclusive } from '../../../model/outcome.ts'
import { READING_CHANGES } from '../causes.ts'
import { page, requirement } from '../language.ts'

export const sandbox = page(REMOVE, [
  requirement('sandbox-answer', {
    must: 'A simulated removal is answered like a real one.',
    source: stated('R-11 B-01 B-05 B-06'),
    accepts: '204; 200 with an envelope (a warning).',
    about: 'sandbox',
    needs: ['SAFETY=disposable'],
    async check({ expect, harmless }) {
      const { answer } = await harmless.simulated()
      expect(answer).toSucceed([204], [200])
      if (succeeded(answer)) expect(answer).toHaveNoBody()
    },
  }),

  requirement('sandbox-no-effect', {
    must: 'A simulated removal leaves the user as it was.',
    source: stated('R-11 B-02 B-11'),
    about: 'sandbox',
    security: true,
    needs: ['SAFETY=disposable'],
    follows: ['v3.list.envelope', 'v3.get.agrees-with-list', ...READING_CHANGES],
    async check({ seen, provenBy, expectUnchanged, harmless, removals, returned }) {
      const { answer, before, after } = await harmless.simulated()
      if (!before.user || !before.entry) throw new Inconclusive('the user was not to be seen before')
      seen(answer)
      expectUnchanged(before, after)
      for (const other of [
        await harmless.simulatedAsAdmin(),
        await harmless.simulatedInProfile(),
        await harmless.simulatedOddly(),
        await returned.simulated().catch(() => undefined),
      ]) {
        if (!other?.before.user || !other.before.entry) continue
        seen(other.answer)
        expectUnchanged(other.before, other.after)
      }
      provenBy((await removals.real()).answer)
    },
  }),

  requirement('sandbox-header', {
    should: 'A simulated removal is answered with X-Sandbox: true.',
    source: stated('B-04 H-06'),
    about: 'sandbox',
    needs: ['SAFETY=disposable'],
    everyAnswer: { look: (shared) => sandboxHeader(shared('public headers', () => new PublicHeaders())) },
    check({ publicHeaders }) {
      publicHeaders.judgeAbsence('X-Sandbox')
    },
  }),

  requirement('sandbox-unknown-user', {
    must: 'A simulated removal of an unknown id is refused as unknown or simulated.',
    source: entailed('R-11', 'R-23 B-10'),
    accepts: '404 RESOURCE_006, or the answer of a simulated removal.',
    about: 'sandbox',
    needs: ['SAFETY=disposable'],
    async check({ expect, provenBy, harmless, removals }) {
      const answer = await removals.simulatedUnknown()
      if (succeeded(answer)) expect(answer).toSucceed([204], [200])
      else expect(answer).toBeRefused(NO_SUCH_USER)
      provenBy((await harmless.simulated()).answer)
    },
  }),

  requirement('sandbox-requires-key', {
    must: 'Without a key a simulated removal is refused with 401, too.',
    source: stated('A-03 R-20 B-07 A-11 A-12'),
    about: 'sandbox',
    security: true,
    needs: ['SAFETY=disposable'],
    async check({ expect, seen, provenBy, harmless, removals }) {
      const answer = await removals.byNobodyUnknown()
      if (answer.status !== 401) {
        const real = await removals.byNobodyInEarnest()
        seen(answer, real)
        if (real.status !== 401)
          throw new Inconclusive('without a key the unknown id is looked at first, simulated or not')
      }
      expect(answer).toBeRefused(UNAUTHENTICATED)
      provenBy((await harmless.simulated()).answer)
    },
  }),
])
