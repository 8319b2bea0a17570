/** A contract of its own with one operation, as small as one can be: `POST /toys` makes a toy. */
import { shown, stated, suiteLanguage } from '../../language/declaration.ts'
import { contractModule } from '../../language/module.ts'
import { must } from '../../model/finding.ts'
import { type SourcePage, statementsOf } from '../../model/statement.ts'
import type { ToyContext } from './context.ts'

const { instrument, page, requirement } = suiteLanguage<ToyContext>()

const MAKE = { contract: 'toy', operation: 'POST /toys', slug: 'make', title: 'toy: Make a toy' }

const workshop = instrument({
  name: 'the workshop',
  variable: 'API_KEY',
  async control({ made }) {
    const { status } = await made()
    return status === 201 ? { state: 'proven' } : { state: 'unproven', reason: `is answered with ${status}` }
  },
})

const TOYS: SourcePage = { name: MAKE.title, tier: 'documents' }

const TOY_STATEMENTS = statementsOf([
  ['T-01', TOYS, 'shown', 'yes', 'A toy has a name.'],
  ['T-02', TOYS, 'stated', 'yes', 'Toys are made for those who have a key.'],
  ['T-03', TOYS, 'stated', 'no', 'Toys are fun.'],
])

const making = page(MAKE, [
  requirement('named', {
    must: 'A toy has the name that was asked for.',
    source: shown('T-01'),
    about: 'shape',
    needs: ['SAFETY=disposable'],
    everyAnswer: {
      look: () => (answer) => {
        if (answer.status !== 201) return undefined
        const name = (answer.json as { name?: unknown } | undefined)?.name
        return typeof name === 'string' ? [] : [must('a name', 'none', '/name')]
      },
    },
  }),

  requirement('requires-key', {
    must: 'Without a key no toy is made.',
    source: stated('T-02'),
    about: 'authentication',
    needs: ['SAFETY=disposable', workshop],
    async check({ madeByNobody, seen }) {
      const answer = await madeByNobody()
      seen(answer)
      if (answer.status !== 401) throw new Error(`status ${answer.status}`)
    },
  }),

  requirement('fun', {
    must: 'A toy is fun.',
    source: stated('T-03'),
    about: 'effects',
    unobservable: 'fun is outside HTTP',
  }),
])

export const toy = contractModule({
  contract: 'toy',
  credential: 'API_KEY',
  requirements: making,
  statements: TOY_STATEMENTS,
  reading: async () => (await import('./open.ts')).TOY_READING,
  steps: async () => (await import('./open.ts')).openToy,
})
