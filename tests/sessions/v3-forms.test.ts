/** Every form of v3 does something where requests come in every form. */
import { beforeAll, describe, expect, test } from 'vitest'
import { V3_FORMS } from '../../reference/faults/v3/forms.ts'
import { differs, honestLines } from '../../reference/v3/testing/forms-conversation.ts'

/** The session changes no roles: what forms of that do, `prove --forms` shows. */
const IN_SESSION = V3_FORMS.filter(({ name }) => !name.startsWith('v3-update-'))

describe('a session in every form', () => {
  let honest: string[]
  beforeAll(async () => {
    honest = await honestLines()
  })

  test('reads the same every time', async () => {
    for (let n = 0; n < 2; n++) expect(await differs(honest)).toBe(false)
  })

  test.each(IN_SESSION.map((form) => [form.name, form] as const))(
    'reads differently under %s',
    async (_, { change }) => {
      expect(await differs(honest, change)).toBe(true)
    },
  )
})
