/** docs/requirements.md says what the catalogues say. */
import { describe, expect, test } from 'vitest'
import { V1_CATALOGUE } from '../suites/v1/catalogue.ts'
import { V1_NEEDS } from '../suites/v1/needs.ts'
import { V1_STATEMENTS } from '../suites/v1/statements.ts'
import { V3_CATALOGUE } from '../suites/v3/catalogue.ts'
import { V3_NEEDS } from '../suites/v3/needs.ts'
import { V3_STATEMENTS } from '../suites/v3/statements.ts'
import type { Requirement } from './contract.ts'
import { requirementsDocument } from './requirements-doc.ts'

const requirement: Requirement = {
  id: 'v3.remove.something',
  contract: 'v3',
  operation: 'DELETE /v3/users/{userId}',
  level: 'should',
  title: 'Either a | b.',
  accepts: 'Anything <else>.',
  source: { page: 'v3: Remove user', kind: 'shown', statements: ['R-01', 'R-02'] },
}

describe('the page of requirements', () => {
  test('is up to date (update it with `npx vitest run --project unit helpers/requirements-doc -u`)', async () => {
    const page = requirementsDocument([
      {
        contract: 'v3',
        catalogue: V3_CATALOGUE,
        statements: V3_STATEMENTS,
        needs: V3_NEEDS,
        credential: 'API_KEY',
      },
      {
        contract: 'v1',
        catalogue: V1_CATALOGUE,
        statements: V1_STATEMENTS,
        needs: V1_NEEDS,
        credential: 'ACCESS_TOKEN',
      },
    ])
    await expect(page).toMatchFileSnapshot('../docs/requirements.md')
  })

  const page = requirementsDocument([
    {
      contract: 'v3',
      catalogue: [requirement, { ...requirement, id: 'v3.remove.hidden', unobservable: 'nobody sees it' }],
      statements: [
        { id: 'R-01', page: 'v3: Remove user', kind: 'stated', text: 'It is so.', observable: 'fixture' },
        {
          id: 'R-99',
          page: 'nowhere',
          kind: 'inferred',
          text: 'It is not.',
          observable: 'no',
          excluded: 'dull',
        },
      ],
      needs: [[/something/, 'PROFILE_ID']],
      credential: 'API_KEY',
    },
  ])

  test('shows a requirement in one line', () => {
    expect(page).toContain(
      '| `v3.remove.something` | should | Either a \\| b. | Anything &lt;else>. | v3: Remove user, shown | R-01 R-02 | `PROFILE_ID` |',
    )
  })

  test('keeps apart what HTTP cannot show', () => {
    expect(page).toContain(
      '| `v3.remove.hidden` | Either a \\| b. | nobody sees it | v3: Remove user, shown | R-01 R-02 |',
    )
    expect(page).toContain('1 requirements that HTTP can show, 0 of them musts; 1 that it cannot.')
  })

  test('says of a statement what judges it, or why nothing does', () => {
    expect(page).toContain('| `v3.remove.something` `v3.remove.hidden` |')
    expect(page).toContain('| R-99 | nowhere | inferred | It is not. | no | nothing: dull |')
  })
})
