/** Members that later versions add to answers. The documents know none of them: they may be there. */
import { type Statement, statementsOf } from '../../../model/statement.ts'
import { MODELS, SDK } from './pages.ts'

/** They show in answers that a run sees anyway, as headers do. */
export const laterStatements: Statement[] = statementsOf(
  [
    ['L-38', SDK, 'stated', 'yes', 'Later versions put data.pagination beside the users.'],
    ['N-04', SDK, 'stated', 'yes', 'It tells of pages, and how many users there are.'],
    ['S-10', SDK, 'stated', 'yes', 'Later versions tell which customer an entry belongs to.'],
    ['M-04', MODELS, 'stated', 'yes', 'meta may also tell how long the answer took.'],
  ],
  'headers',
)
