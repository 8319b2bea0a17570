/** Apart from the other tests: their many expressions use up what the engine grants for compiled ones. */
import { describe, expect, test } from 'vitest'
import { createMask } from './mask.ts'
import { SECRETS } from './testing/secrets.ts'

describe('createMask on large texts', () => {
  const secrets = SECRETS.map(([name, value]) => ({ placeholder: `$${name}`, value }))
  const mask = createMask(secrets)
  const size = 10_000_000
  const filled = (piece: string) => piece.repeat(Math.ceil(size / piece.length))

  test.each([
    ['JSON', filled('{"id":"usr_1","email":"ann@example.com","note":"a%20b \\"c\\" &amp; é"},')],
    ['backslashes', filled('\\')],
    ['percent signs', filled('%25')],
    ['ampersands', filled('&amp;')],
    ['beginnings of a secret', filled('sk_live_9hG4')],
    ['blanks', filled(' ')],
  ])('10 MB of %s', (_name, text) => {
    const masked = mask(`${text}"sk_live_9hG4kQ2vLx"`)
    expect(masked.endsWith('"$of letters and digits"')).toBe(true)
    expect(masked.length).toBeGreaterThan(size)
  })

  test('a text full of secrets', () => {
    expect(mask(filled('sk_live_9hG4kQ2vLx,')).slice(0, 48)).toBe(
      '$of letters and digits,$of letters and digits,$o',
    )
  })
})
