import { describe, expect, test } from 'vitest'
import type { Exchange } from '../../model/exchange.ts'
import { Sharing } from './sharing.ts'
import { StandIns } from './stand-in.ts'

const TAG = 'uacmytag'
const open = (showPeople = false): Sharing => new Sharing({ tag: TAG, key: 'a key', showPeople })

const exchange = (
  body: string,
  headers: [string, string][] = [],
  request: Partial<Exchange['request']> = {},
): Exchange => ({
  id: 'x1',
  contract: 'v3',
  operation: 'GET /v3/users',
  caller: 'admin',
  purpose: 'a test',
  request: { method: 'GET', url: 'https://users.example/v3/users', headers: {}, ...request },
  response: { status: 200, headers, body: { text: body, bytes: body.length, sha256: '', truncated: false } },
  startedAt: '2026-03-10T12:00:00.000Z',
  durationMs: 1,
  attempts: 1,
  waitedMs: 0,
})
const bodyOf = (sharing: Sharing, body: string): string =>
  sharing.exchange(exchange(body)).response?.body.text ?? ''
const headersOf = (headers: [string, string][]): [string, string][] =>
  open().exchange(exchange('', headers)).response?.headers ?? []

const LIST = JSON.stringify({
  users: [
    { id: 'u1', email: 'Ada.Admin@acme.example', name: 'Ada O’Admin', role: 'admin' },
    { id: 'u2', email: `${TAG}-1@example.com`, name: `Conformance ${TAG}`, role: 'billing' },
  ],
})

describe('people', () => {
  test('who are not the run’s are replaced, in form and length alike, and nothing else is', () => {
    const shown = JSON.parse(bodyOf(open(), LIST)).users
    expect(JSON.stringify(shown)).not.toMatch(/Ada|Admin|acme/)
    expect(shown[0]).toMatchObject({ id: 'u1', role: 'admin' })
    expect(shown[0].email).toMatch(/^[A-Z][a-z]{2}\.[A-Z][a-z]{4}@[a-z]{4}\.example$/)
    expect(shown[0].name).toMatch(/^[A-Z][a-z]{2} [A-Z]’[A-Z][a-z]{4}$/)
    expect(shown[1]).toEqual(JSON.parse(LIST).users[1])
  })

  test('are the same everywhere in a run: in other answers, addresses, entries and verdicts', () => {
    const sharing = open()
    const [{ email, name }] = JSON.parse(bodyOf(sharing, LIST)).users
    const url = 'https://users.example/v3/users?email=Ada.Admin%40acme.example'
    const [, host] = email.split('@')
    expect(sharing.exchange(exchange('', [], { url })).request.url).toContain(
      `${email.split('@')[0]}%40${host}`,
    )
    const deviation = {
      level: 'must' as const,
      expected: '"Ada O’Admin"',
      actual: 'a list without ada.admin@acme.example',
      entry: '{"email":"Ada.Admin@acme.example","name":"Ada O’Ad…',
    }
    const told = sharing.verdict({ reason: 'got "Ada O’Admin"', deviations: [deviation] })
    expect(told.reason).toBe(`got "${name}"`)
    expect(told.deviations[0]).toMatchObject({
      expected: `"${name}"`,
      actual: `a list without ${email.toLowerCase()}`,
    })
    expect(JSON.stringify(told)).not.toMatch(/Ada|acme/i)
  })

  test('are replaced where an excerpt ends within them, by as much of the same stand-in', () => {
    const sharing = open()
    const [{ email, name }] = JSON.parse(bodyOf(sharing, LIST)).users
    const deviation = { level: 'must' as const, expected: 'a list' }
    const told = sharing.verdict({
      deviations: [
        { ...deviation, actual: '{"id":"u1","email":"Ada.Admin@acme.exam…', entry: '{"email":"Ada.Adm…' },
        { ...deviation, actual: '{"id":"u1","name":"Ada O’A…', entry: '{"email":"ann@corp.ex…' },
        { ...deviation, actual: 'a list without Ada.Admin@ac…', pointer: '/users/Ada.Admin@acme.example/id' },
      ],
    })
    expect(told.deviations).toMatchObject([
      { actual: `{"id":"u1","email":"${email.slice(0, 19)}…`, entry: `{"email":"${email.slice(0, 7)}…` },
      { actual: `{"id":"u1","name":"${name.slice(0, 7)}…`, entry: expect.not.stringMatching(/ann|corp/) },
      { actual: `a list without ${email.slice(0, 12)}…`, pointer: `/users/${email}/id` },
    ])
  })

  test('whom the run has asked for are its own, whatever their address', () => {
    const sharing = open()
    const body = '{"email":"someone@example.com","name":"Zoë Example"}'
    sharing.exchange(exchange('', [], { method: 'POST', body }))
    expect(bodyOf(sharing, body)).toBe(body)
  })

  test('are replaced in a body that was cut, in one that is no JSON, and in headers', () => {
    expect(bodyOf(open(), '{"users":[{"email":"ada@acme.example","name":"Ada Adm')).not.toMatch(/ada|acme/i)
    expect(bodyOf(open(), '{"users":[{"name":"Ada Admin","email":"ada@ac')).not.toMatch(/ada|@ac/i)
    expect(bodyOf(open(), '<p>Ask ada@acme.example</p>')).toMatch(/^<p>Ask [a-z]{3}@[a-z]{4}\.example<\/p>$/)
    expect(headersOf([['x-owner', 'ada@acme.example']])[0]?.[1]).not.toContain('ada')
  })

  test('a name of something else is no name of a person', () => {
    const body = '{"error":{"name":"ValidationError"},"name":"users"}'
    expect(bodyOf(open(), body)).toBe(body)
  })

  test('stay as they are when somebody asks to see them', () => {
    expect(bodyOf(open(true), LIST)).toBe(LIST)
  })

  test('that are spelt with escapes stay sound JSON', () => {
    const shown = bodyOf(open(), '{"email":"j\\u00fcrgen\\u002bx@acme.example","name":"J\\"r"}')
    expect(JSON.parse(shown).email).toMatch(/^[a-z]{6}\+[a-z]@[a-z]{4}\.example$/)
    expect(JSON.parse(shown).name).toMatch(/^[A-Z]"[a-z]$/)
  })
})

describe('people who are told elsewhere than in their own members', () => {
  const USER = {
    id: 'usr_1',
    email: 'vera.vone@corp.example',
    name: 'Vera Vone',
    login: 'vera.vone',
    email_domain: 'corp.example',
    initials: 'VV',
    manager: 'Quentin Bystander',
    meta: { actor: 'Selma Selbst <selma@corp.example>' },
    organization: { owner: 'Olga Ownerova', id: 'org_vera-vone' },
    invited_by: { id: 'usr_2', first_name: 'Ingo', last_name: 'Inviter' },
    reviewers: ['VERA VONE'],
    admins: ['Frida Further', 'usr_3'],
  }
  const REAL = /vera|vone|corp|VV|quentin|bystander|selma|selbst|olga|ownerova|ingo|inviter|frida/i
  const pathOf = (sharing: Sharing, text: string): string => sharing.text(text)

  test('in members that say so, whoever is listed', () => {
    const shown = JSON.parse(bodyOf(open(), JSON.stringify(USER)))
    const { organization, ...rest } = shown
    expect(JSON.stringify(rest)).not.toMatch(REAL)
    expect(organization).toEqual({ owner: expect.not.stringMatching(REAL), id: 'org_vera-vone' })
    expect(shown.email).toBe(`${shown.login}@${shown.email_domain}`)
    expect(shown.login.split('.').join(' ')).toBe(shown.name.toLowerCase())
    expect(shown.meta.actor).toMatch(/^[A-Z][a-z]{4} [A-Z][a-z]{5} <[a-z]{5}@[a-z]{4}\.example>$/)
    expect(shown).toMatchObject({
      id: 'usr_1',
      invited_by: { id: 'usr_2' },
      admins: [expect.any(String), 'usr_3'],
    })
  })

  test('in messages, headers and pages, in every letter case and as parts of addresses of the web', () => {
    const sharing = open()
    const { name } = JSON.parse(bodyOf(sharing, JSON.stringify(USER)))
    const [first, last] = name.toLowerCase().split(' ')
    expect(bodyOf(sharing, '{"message":"Vera Vone, VERA VONE\\nVera Vone and vera-vone"}')).toBe(
      `{"message":"${name}, ${name.toUpperCase()}\\n${name} and ${first}-${last}"}`,
    )
    expect(bodyOf(sharing, '<p>Ask Vera&nbsp;Vone or /people/veravone</p>')).not.toMatch(REAL)
    const shown = sharing.exchange(exchange('', [['x-handled-by', 'vera_vone']]))
    expect(shown.response?.headers[0]?.[1]).toBe(`${first}_${last}`)
    expect(pathOf(sharing, '/v1/users?q=Vera%20Vone')).toBe(`/v1/users?q=${name.replace(' ', '%20')}`)
    const coded = Buffer.from('asked by Vera Vone').toString('base64')
    const decoded = Buffer.from(
      JSON.parse(bodyOf(sharing, `{"cursor":"${coded}"}`)).cursor,
      'base64',
    ).toString()
    expect(decoded).toBe(`asked by ${name}`)
  })

  test('in verdicts, whole and where an excerpt ends within them', () => {
    const sharing = open()
    const { name, manager, initials } = JSON.parse(bodyOf(sharing, JSON.stringify(USER)))
    const told = sharing.verdict({
      reason: 'it says "no Vera Vone here"',
      deviations: [
        { level: 'must', expected: 'a refusal of Vera Vo…', actual: '{"message":"no Vera V…' },
        {
          level: 'must',
          expected: '{"manager":"Quentin Byst…',
          actual: '{"initials":"VV","note":"with quentin by…',
        },
      ],
    })
    expect(told.reason).toBe(`it says "no ${name} here"`)
    expect(told.deviations).toMatchObject([
      { expected: `a refusal of ${name.slice(0, 7)}…`, actual: `{"message":"no ${name.slice(0, 6)}…` },
      {
        expected: `{"manager":"${manager.slice(0, 12)}…`,
        actual: `{"initials":"${initials}","note":"with ${manager.toLowerCase().slice(0, 10)}…`,
      },
    ])
  })

  test('in what was handed on before they were met', () => {
    const sharing = open()
    const early = exchange('{"message":"asked by Vera Vone"}', [['x-by', 'vera-vone']])
    expect(sharing.exchange(early).response?.body.text).toContain('Vera Vone')
    bodyOf(sharing, JSON.stringify(USER))
    const late = sharing.exchange(early)
    expect(JSON.stringify(late)).not.toMatch(REAL)
    expect(late.response?.body).toMatchObject({ altered: true, sha256: expect.stringMatching(/./) })
    expect(sharing.exchange(early)).toBe(late)
  })

  test('are not looked for by what are words of ours, ids or the run’s own names', () => {
    const sharing = open()
    sharing.exchange(
      exchange('', [], { method: 'POST', body: '{"email":"b@x.example","name":"Zoë Sample"}' }),
    )
    const people = [
      { id: 'bob-builder', email: 'admin@corp.example', name: 'Billing Admin' },
      { id: 'u2', email: 'bob.builder@corp.example', name: 'Zoë  Sample' },
      { id: 'u3', email: 'support@corp.example', name: 'Test User' },
    ]
    bodyOf(sharing, JSON.stringify({ people }))
    const body = `{"role":"billing_admin","type":"test user","url":"/v1/users/bob-builder","by":"Zoë Sample","actor":"system","owner":"usr_12","note":"support for admin ${TAG}"}`
    expect(bodyOf(sharing, body)).toBe(body)
    const errors = '{"errors":{"username":"is required","login":"must not be empty"}}'
    expect(bodyOf(sharing, errors)).toBe(errors)
  })

  test('are not in times, ids and numbers, whatever their member is called', () => {
    const body = JSON.stringify({
      email: `${TAG}@example.com`,
      last_login: '2026-03-10T12:00:00Z',
      login: '2026-03-10T12:00:00Z',
      owner: '3f1c0de2-1111-4222-8333-944445555666',
      created_by: 'usr_7',
      contact: 'https://users.example/contact',
    })
    expect(bodyOf(open(), body)).toBe(body)
  })

  test('stay when somebody asks to see them', () => {
    const sharing = open(true)
    expect(bodyOf(sharing, JSON.stringify(USER))).toBe(JSON.stringify(USER))
    expect(bodyOf(sharing, '{"message":"asked by Vera Vone"}')).toBe('{"message":"asked by Vera Vone"}')
  })

  test('a hundred thousand are looked up as fast as a few', () => {
    const sharing = open()
    const letters = (number: number): string =>
      [...String(number)].map((digit) => 'abcdefghij'[Number(digit)]).join('')
    const people = Array.from({ length: 100_000 }, (_, index) => ({
      email: `q${letters(index)}.w${letters(99_999 - index)}@corp.example`,
      name: `Q${letters(index)} W${letters(99_999 - index)}`,
    }))
    bodyOf(sharing, JSON.stringify(people))
    const text = JSON.stringify({ notes: people.map(({ name }) => `asked by ${name}`) })
    const start = performance.now()
    expect(bodyOf(sharing, text)).not.toContain('Qbcdef Wii')
    expect(performance.now() - start).toBeLessThan(10_000)
  }, 60_000)
})

describe('secrets of the target', () => {
  test('cookies are masked, and can still be told apart', () => {
    const [[, one], [, other]] = headersOf([
      ['set-cookie', 'sid=abc123; Path=/; HttpOnly; Expires=Wed, 21 Oct 2026 07:28:00 GMT'],
      ['set-cookie', 'sid=xyz789, theme=dark'],
    ]) as [[string, string], [string, string]]
    expect(one).toMatch(
      /^sid=\(masked [\da-f]{12}\); Path=\/; HttpOnly; Expires=Wed, 21 Oct 2026 07:28:00 GMT$/,
    )
    expect(other).toMatch(/^sid=\(masked [\da-f]{12}\), theme=\(masked [\da-f]{12}\)$/)
    expect(one.slice(4, 25)).not.toBe(other.slice(4, 25))
  })

  test.each(['authorization', 'x-csrf-token', 'x-session-id', 'x-auth', 'cookie'])(
    'the header %s is masked',
    (name) => {
      expect(headersOf([[name, 'secret-value']])[0]?.[1]).toMatch(/^\(masked/)
    },
  )

  test.each(['x-request-id', 'content-type', 'x-ratelimit-remaining', 'etag'])(
    'the header %s is not',
    (name) => {
      expect(headersOf([[name, 'value']])[0]?.[1]).toBe('value')
    },
  )

  test('members that hold tokens, and signed tokens anywhere, are masked whoever may see people', () => {
    const jwt = `eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2lnbmF0dXJl`
    const shown = bodyOf(
      open(true),
      `{"invite_token":"t0ps3cret","note":"see ${jwt}","token":"$ACCESS_TOKEN"}`,
    )
    expect(shown).toMatch(
      /^\{"invite_token":"\(masked [\da-f]{12}\)","note":"see \(masked [\da-f]{12}\)","token":"\$ACCESS_TOKEN"\}$/,
    )
  })
})

describe('stand-ins', () => {
  test('of different people differ, of one person do not, whatever the letter case', () => {
    const standIns = new StandIns('a key')
    const made = Array.from({ length: 500 }, (_, index) => standIns.ofAddress(`person${index}@acme.example`))
    expect(new Set(made).size).toBe(500)
    expect(standIns.ofAddress('PERSON7@ACME.example')).toBe(
      made[7]?.replace(/^(.*)(?=\.)/, (all) => all.toUpperCase()),
    )
    expect(new Set(made.map((one) => one.split('@')[1])).size).toBe(1)
  })

  test('keep the script of a name', () => {
    const standIns = new StandIns('a key')
    expect(standIns.of('Анна 李小龙 دانا')).toMatch(
      /^[А-Я][а-я]{3} [\u4e00-\u9fff]{3} \p{Script=Arabic}{4}$/u,
    )
  })

  test('cannot be undone without the key', () => {
    expect(new StandIns('a key').of('Ada Admin')).not.toBe(new StandIns('another').of('Ada Admin'))
  })
})
