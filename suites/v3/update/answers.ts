/** What every answer to a change of role looks like: its page shows the usual envelope and the usual user. */
import { shown } from '../../../helpers/suite/declaration.ts'
import { everyAnswer, everyUser } from '../every-answer.ts'
import { page, type V3Context } from '../language.ts'
import { UPDATE } from '../pages.ts'

const NEEDS = ['SAFETY=disposable'] as const
const OF_ALL = shown('U-13 U-19 U-22 U-24')
const OF_SUCCESS = shown('U-13')

/** Where no answer was seen, the target may not have the operation at all. */
const whereOffered = {
  unseen: async ({ updates }: V3Context): Promise<void> => {
    await updates.start()
  },
}

export const answers = page(
  UPDATE,
  [...everyUser(NEEDS, OF_SUCCESS), ...everyAnswer(NEEDS, OF_ALL)].map(({ slug, declaration }) => ({
    slug,
    declaration: { ...declaration, ...whereOffered },
  })),
)
