/** Every statement of the v3 pages, of the invitation that they mention, and of what is said around them. */
import type { Statement } from '../../model/statement.ts'
import {
  callerStatements,
  credentialStatements,
  meStatements,
  scopeHeaderStatements,
  scopeStatements,
} from './statements/callers.ts'
import {
  conventionHeaderStatements,
  limitStatements,
  pageStatements,
  replayStatements,
  sandboxStatements,
} from './statements/conventions.ts'
import { getStatements } from './statements/get.ts'
import { inviteStatements } from './statements/invite.ts'
import { laterStatements } from './statements/later.ts'
import { listStatements } from './statements/list.ts'
import { removeStatements } from './statements/remove.ts'
import { headerStatements, shapeStatements } from './statements/shapes.ts'
import { accountStatements, updateKeyStatements, updateStatements } from './statements/update.ts'

/** What the v3 catalogue is measured against. */
export const V3_STATEMENTS: Statement[] = [
  ...listStatements,
  ...getStatements,
  ...inviteStatements,
  ...removeStatements,
  ...shapeStatements,
  ...headerStatements,
  ...credentialStatements,
  ...callerStatements,
  ...scopeStatements,
  ...scopeHeaderStatements,
  ...sandboxStatements,
  ...conventionHeaderStatements,
  ...limitStatements,
  ...replayStatements,
  ...meStatements,
  ...accountStatements,
  ...updateStatements,
  ...updateKeyStatements,
  ...pageStatements,
  ...laterStatements,
]
