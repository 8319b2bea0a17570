/** Every form of v3 does something where requests come in every form. */
import { beforeAll, describe, expect, test } from 'vitest'
import { V3_FORMS } from '../../reference/faults/v3/forms.ts'
import { differs, honestLines } from '../../reference/v3/testing/forms-conversation.ts'

describe('a session in every form', () => {
  let honest: string[]
  beforeAll(async () => {
    honest = await honestLines()
  })

  test('reads the same every time', async () => {
    for (let n = 0; n < 2; n++) expect(await differs(honest)).toBe(false)
  })

  test.each(V3_FORMS.map((form) => [form.name, form] as const))(
    'reads differently under %s',
    async (_, { change }) => {
      expect(await differs(honest, change)).toBe(true)
    },
  )
})
