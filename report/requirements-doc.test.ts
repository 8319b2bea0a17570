/** How the page of requirements reads; that docs/requirements.md is up to date is held by runner/generated.test.ts. */
import { describe, expect, test } from 'vitest'
import type { Requirement } from '../model/contract.ts'
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
  const page = requirementsDocument([
    {
      contract: 'v3',
      catalogue: [requirement, { ...requirement, id: 'v3.remove.hidden', unobservable: 'nobody sees it' }],
      statements: [
        {
          id: 'R-01',
          page: { name: 'v3: Remove user', tier: 'documents' },
          kind: 'stated',
          text: 'It is so.',
          observable: 'fixture',
        },
        {
          id: 'R-99',
          page: { name: 'nowhere', tier: 'public' },
          kind: 'inferred',
          text: 'It is not.',
          observable: 'no',
          excluded: 'dull',
        },
      ],
      needs: new Map([['v3.remove.something', ['PROFILE_ID']]]),
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
