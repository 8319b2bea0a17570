/** Every form of v1 does something where requests come in every form. */
import { beforeAll, describe, expect, test } from 'vitest'
import { V1_FORMS } from '../../reference/faults/v1/forms.ts'
import { differs, honestLines } from '../../reference/v1/testing/forms-conversation.ts'

describe('a session in every form', () => {
  let honest: string[]
  beforeAll(async () => {
    honest = await honestLines()
  })

  test('reads the same every time', async () => {
    for (let n = 0; n < 2; n++) expect(await differs(honest, (behaviour) => behaviour)).toBe(false)
  })

  test.each(V1_FORMS.map((form) => [form.name, form] as const))(
    'reads differently under %s',
    async (_, { change }) => {
      expect(await differs(honest, change)).toBe(true)
    },
  )
})
