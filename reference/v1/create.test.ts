/** Creating users: what is answered, kept and refused. */
import { describe, expect, test } from 'vitest'
import { speakV1 } from './testing/speak.ts'

const jane = { email: 'jane@example.com', name: 'Jané Smith', role: 'admin' }
const refusal = (word: string) => ({ error: word, message: expect.stringMatching(/./) })

describe('a valid body', () => {
  test('creates a pending user who is found, listed and counted', async () => {
    const v1 = speakV1()
    const started = Math.floor(Date.now() / 1000) * 1000
    const { status, body } = await v1.create(jane)
    expect(status).toBe(201)
    expect(body).toEqual({
      id: expect.stringMatching(/^usr_\w+$/),
      ...jane,
      status: 'pending',
      created_at: expect.any(String),
    })
    expect(Date.parse(String(body.created_at))).toBeGreaterThanOrEqual(started)
    const got = await v1.ask({ path: `/${body.id}` })
    expect(got).toMatchObject({ status: 200, body: { ...body, last_login: null } })
    const { data, meta } = await v1.list('status=pending&limit=100')
    expect(data.at(-1)).toMatchObject({ id: body.id, email: jane.email })
    expect(meta.total).toBe(data.length)
    expect(v1.users()).toHaveLength(46)
  })

  test('makes a member where no role is given', async () => {
    const { role: _role, ...rest } = jane
    expect((await speakV1().create(rest)).body.role).toBe('member')
  })

  test('leaves members that are not documented aside', async () => {
    const v1 = speakV1()
    const { body } = await v1.create({ ...jane, id: 'usr_mine', status: 'active', created_at: 'now' })
    expect(body).toMatchObject({ status: 'pending' })
    expect(body.id).not.toBe('usr_mine')
  })

  test.each(['application/json', 'Application/JSON; charset=utf-8'])('is read as %s', async (type) => {
    expect((await speakV1().create(jane, { 'content-type': type })).status).toBe(201)
  })

  test('may come from the caller who may not remove users', async () => {
    expect((await speakV1().ask({ method: 'POST', as: 'restricted', body: jane })).status).toBe(201)
  })
})

describe('refused with 400 is', () => {
  const { email: _email, ...nobody } = jane
  test.each([
    ['a missing address', nobody],
    ['a null address', { ...jane, email: null }],
    ['an empty address', { ...jane, email: '' }],
    ['an address without @', { ...jane, email: 'jane.example.com' }],
    ['an address without a host', { ...jane, email: 'jane@' }],
    ['an address with blanks', { ...jane, email: 'jane smith@example.com' }],
    ['an address with a dot at its end', { ...jane, email: 'jane@example.' }],
    ['an over-long address', { ...jane, email: `${'j'.repeat(60)}@${'e'.repeat(250)}.com` }],
    ['an over-long local part', { ...jane, email: `${'j'.repeat(65)}@example.com` }],
    ['a number for an address', { ...jane, email: 7 }],
    ['a missing name', { email: jane.email, role: 'member' }],
    ['a blank name', { ...jane, name: ' ' }],
    ['a list of names', { ...jane, name: ['Jane'] }],
    ['an over-long name', { ...jane, name: 'J'.repeat(201) }],
    ['an unknown role', { ...jane, role: 'emperor' }],
    ['a null role', { ...jane, role: null }],
    ['an empty object', {}],
    ['an array', [jane]],
    ['null', null],
    ['a number', 7],
    ['a text', '"jane@example.com"'],
    ['broken JSON', '{"email":"jane@example.com",'],
    ['an empty body', ''],
  ])('%s', async (_case, body) => {
    const v1 = speakV1()
    expect(await v1.ask({ method: 'POST', body })).toMatchObject({
      status: 400,
      body: refusal('validation_error'),
    })
    expect(v1.users()).toHaveLength(45)
  })
})

test.each([undefined, 'text/plain', 'application/x-www-form-urlencoded', 'application/jsonp'])(
  'a body labelled %s is refused with 415',
  async (type) => {
    const v1 = speakV1()
    const headers: Record<string, string> =
      type === undefined ? { 'content-type': '' } : { 'content-type': type }
    expect(await v1.create(jane, headers)).toMatchObject({ status: 415, body: refusal('validation_error') })
    expect(v1.users()).toHaveLength(45)
  },
)

test.each(['jane@example.com', 'JANE@Example.com'])('%s is taken by jane@example.com', async (email) => {
  const v1 = speakV1()
  const { body } = await v1.create(jane)
  const again = await v1.create({ email, name: 'Somebody Else', role: 'member' })
  expect(again).toMatchObject({ status: 409, body: refusal('conflict') })
  expect((await v1.ask({ path: `/${body.id}` })).body).toEqual({ ...body, last_login: null })
  expect(v1.users()).toHaveLength(46)
})
