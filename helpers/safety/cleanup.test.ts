import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { Inconclusive } from '../../model/outcome.ts'
import type { User } from '../../model/user.ts'
import { readConfig } from '../config/config.ts'
import type { CleanUpScope, Found } from './clean-up-scope.ts'
import { cleanUpTarget } from './cleanup.ts'
import { openJournal, readJournals } from './journal/journal.ts'
import { newTag } from './tag.ts'

const BASE_URL = 'http://users.test'
const TAG = newTag()
const RUN = { runId: TAG, baseUrl: BASE_URL, tag: TAG }
const EMAIL = `${TAG}-a@example.com`
const ANN: User = { id: 'ann', email: 'ann@example.com', name: 'Ann' }
const BOB: User = { id: 'bob', email: 'bob@example.com', name: 'Bob' }

let directory: string
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'uac-cleanup-'))
})
afterEach(() => rmSync(directory, { recursive: true }))

/** Leaves the journal of a run that was shown Ann, and created one user. */
function leave(profileId?: string): void {
  const journal = openJournal(directory, RUN)
  journal.shown('v3', ['ann'])
  journal.planned({ contract: 'v3', email: EMAIL, profileId })
  journal.created({ contract: 'v3', email: EMAIL, id: 'a', profileId })
  journal.close()
}

async function cleaned(found: Found | 'unread', profileId?: string) {
  const scope: CleanUpScope = {
    contract: 'v3',
    ...(profileId === undefined ? {} : { profileId }),
    find: async () => {
      if (found === 'unread') throw new Inconclusive('no list')
      return found
    },
    get: async () => undefined,
    remove: async () => undefined,
  }
  const config = { ...readConfig({ BASE_URL, API_KEY: 'k', JOURNAL_DIR: directory }), baseUrl: BASE_URL }
  const contract = { contract: 'v3', credential: 'API_KEY', scopes: async () => [scope] } as const
  const { left } = await cleanUpTarget(config, [contract])
  return { left, journals: readJournals(directory).length }
}

test('who is not shown beside people of before is gone', async () => {
  leave()
  expect(await cleaned({ users: [ANN, BOB], whole: true })).toEqual({ left: [], journals: 0 })
})

test('who is not shown to another organization is not gone', async () => {
  leave()
  const { left, journals } = await cleaned({ users: [BOB], whole: true })
  expect(left).toMatchObject([{ email: EMAIL, reason: expect.stringContaining('another organization') }])
  expect(journals).toBe(1)
})

test('a list that cannot be read tells nothing of the organization', async () => {
  leave()
  const { left } = await cleaned('unread')
  expect(left).toEqual([])
})

test('who was created in a profile that is not shown is not gone', async () => {
  leave('p1')
  const { left, journals } = await cleaned({ users: [], whole: true, hidden: true }, 'p1')
  expect(left).toMatchObject([{ email: EMAIL, reason: 'the profile is not shown to API_KEY' }])
  expect(journals).toBe(1)
})

test('a journal names nobody who was there before', () => {
  leave()
  const journal = readJournals(directory)[0]
  expect(journal?.isElsewhere('v3', ['ann'])).toBe(false)
  expect(journal?.isElsewhere('v3', ['bob'])).toBe(true)
  expect(journal?.isElsewhere('v1', ['bob'])).toBe(false)
})
