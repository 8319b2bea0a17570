import { describe, expect, test } from 'vitest'
import { SAFETIES } from '../../model/contract.ts'
import { Inconclusive, Untested } from '../../model/outcome.ts'
import { Guard } from './guard.ts'

const TAG = 'uac-test'
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/

describe('safety', () => {
  test.each([
    ['read-only', [true, false, false]],
    ['disposable', [true, true, false]],
    ['full', [true, true, true]],
  ] as const)('%s allows what the steps before it allow, no more', (safety, allowed) => {
    const guard = new Guard(safety, TAG)
    expect(SAFETIES.map((needed) => guard.allows(needed))).toEqual(allowed)
  })

  test('what is not allowed is left untested, and says what would unlock it', () => {
    const guard = new Guard('read-only', TAG)
    expect(() => guard.requires('disposable')).toThrow(new Untested('needs SAFETY=disposable'))
    expect(() => guard.requires('read-only')).not.toThrow()
  })
})

describe('names', () => {
  const guard = new Guard('full', TAG)

  test('an address carries the tag and is never given twice', () => {
    const [first, second] = [guard.email('invite', 'example.com'), guard.email('invite', 'example.com')]
    expect(first).toMatch(/^uac-test-[a-z]+\.[a-z]+\d+@example\.com$/)
    expect(second).not.toBe(first)
    expect(guard.carriesTag(first.toUpperCase())).toBe(true)
  })

  test('only a text can carry the tag', () => {
    expect(
      [undefined, null, 4, {}, [TAG], 'somebody@example.com'].map((one) => guard.carriesTag(one)),
    ).toEqual(Array(6).fill(false))
  })

  test('ids that name nobody have the form they are meant to have', () => {
    expect(guard.unknownId('read')).toMatch(UUID)
    expect(guard.unknownV1Id('read')).toMatch(/^usr_[0-9a-f]{24}$/)
    expect(guard.malformedId()).not.toMatch(UUID)
    expect(guard.unknownId('read')).not.toBe(guard.unknownId('removal'))
  })

  test.each([
    ['usr_0123456789abcdef', /^usr_[0-9]{10}[a-f]{6}$/],
    [
      '0198c2f4-0a0b-7c0d-8e0f-0123456789ab',
      /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
    ],
    ['01ARZ3NDEKTSV4RRFFQ69G5FAV', /^01ARZ3NDE[A-HJKMNP-TV-Z]{4}\d[A-Z]{5}\d{2}[A-Z]\d[A-Z]{3}$/],
    ['V1StGXR8Z5jdHi6BmyT', /^V1StGXR/],
  ])('an unknown id is in the style of %s', (like, form) => {
    const id = guard.unknownV1Id('read', like)
    expect(id).toMatch(form)
    expect(id).toHaveLength(like.length)
    expect(id).not.toBe(like)
  })

  test.each([
    ['usr_123abc', /^usr_\d{3}[a-f]{3}$/],
    ['17', /^1\d{9}$/],
  ])(
    'an id in the short style of %s may be named in a removal once it is known to be nobody’s',
    (like, form) => {
      const id = guard.shortId(like) ?? ''
      expect(id).toMatch(form)
      expect(() => guard.beforeRemoval(id, false)).toThrow('did not create')
      guard.foundNobody(id)
      expect(() => guard.beforeRemoval(id, false)).not.toThrow()
    },
  )

  test.each(['usr_1', 'usr_0123456789abcdef', 'odd-"q<&>'])('%j has no short style', (like) => {
    expect(guard.shortId(like)).toBeUndefined()
  })

  test.each(['', '17', 'usr_1', `usr_${'a'.repeat(80)}`, 'a.much.longer.prefix.0123456789ab', 'odd-"q<&>'])(
    'an unknown id has a style of its own where that of %j cannot be random or may tell a credential',
    (like) => {
      expect(guard.unknownV1Id('read', like)).toMatch(/^usr_[0-9a-f]{24}$/)
    },
  )
})

describe('a removal', () => {
  const own = (guard: Guard): Guard => {
    const email = `${TAG}-1-a@example.com`
    guard.own.planned({ contract: 'v3', email })
    guard.confirm('v3', { id: 'own', email, name: 'Somebody' })
    return guard
  }

  test('of a user that the run created is allowed', () => {
    const guard = own(new Guard('disposable', TAG))
    expect(guard.isOwn('own')).toBe(true)
    expect(() => guard.beforeRemoval('own', false)).not.toThrow()
  })

  test('of ids that name nobody is allowed', () => {
    const guard = new Guard('disposable', TAG)
    for (const id of [guard.unknownId('read'), guard.malformedId(), guard.unknownV1Id('read')])
      expect(() => guard.beforeRemoval(id, false)).not.toThrow()
  })

  test('of anybody is not tried where reading is all that is allowed', () => {
    const guard = own(new Guard('read-only', TAG))
    expect(() => guard.beforeRemoval('own', true)).toThrow(Untested)
  })

  test('of anybody else is a slip of the check, simulated or not', () => {
    const guard = new Guard('full', TAG)
    for (const sandbox of [true, false]) {
      expect(() => guard.beforeRemoval('somebody', sandbox)).toThrow('did not create: "somebody"')
      expect(() => guard.beforeRemoval('somebody', sandbox)).not.toThrow(Untested)
    }
  })

  test('of a user whose id creations of several addresses answered is not tried', () => {
    const guard = own(new Guard('full', TAG))
    for (const email of [`${TAG}-1-a@example.com`, `${TAG}-2-b@example.com`]) {
      guard.own.created({ contract: 'v3', email, id: 'own' })
    }
    expect(() => guard.beforeRemoval('own', true)).toThrow(Inconclusive)
  })

  test.each([
    ['without the tag', 'id', 'somebody@example.com', 'Somebody'],
    ['with an empty id', '', `${TAG}@example.com`, TAG],
    ['with an id that is neither text nor number', [4], `${TAG}@example.com`, TAG],
  ])('of a user %s is not', (_, id, email, name) => {
    const guard = new Guard('full', TAG)
    guard.own.planned({ contract: 'v1', email })
    guard.confirm('v1', { id, email, name })
    expect(guard.isOwn(String(id))).toBe(false)
  })

  test('of a user that was there before is not, even if the target now shows it with the tag', () => {
    const guard = new Guard('full', TAG)
    guard.foreign(['old'])
    const email = `${TAG}-1-a@example.com`
    guard.own.planned({ contract: 'v3', email })
    guard.confirm('v3', { id: 'old', email, name: TAG })
    expect(guard.isOwn('old')).toBe(false)
    expect(() => guard.beforeRemoval('old', false)).toThrow('did not create')
  })
})

describe('the ladder', () => {
  test('a rung allows what it says, for the user it was opened for', () => {
    const guard = new Guard('full', TAG)
    guard.openRung('self', 'sandbox')
    expect(() => guard.beforeRemoval('self', true)).not.toThrow()
    expect(() => guard.beforeRemoval('self', false)).toThrow('did not create')
    expect(() => guard.beforeRemoval('other', true)).toThrow('did not create')
    guard.openRung('self', 'real')
    expect(() => guard.beforeRemoval('self', false)).not.toThrow()
  })

  test('the real rung does not open the one below it', () => {
    const guard = new Guard('full', TAG)
    guard.openRung('self', 'real')
    expect(() => guard.beforeRemoval('self', true)).toThrow('did not create')
  })

  test('the rungs of removals and of changes of role do not open each other', () => {
    const guard = new Guard('full', TAG)
    guard.openRung('self', 'sandbox')
    guard.openRung('self', 'real')
    expect(() => guard.beforeRoleChange('self', true)).toThrow('did not create')
    guard.openRung('self', 'role, simulated')
    expect(() => guard.beforeRoleChange('self', true)).not.toThrow()
    expect(() => guard.beforeRoleChange('self', false)).toThrow('did not create')
    guard.closeLadder(3, 'the removal of oneself had an effect')
    expect(() => guard.beforeRoleChange('self', true)).toThrow('nothing more is risked')
  })

  test('without full the last rung is not climbed, opened or not', () => {
    const guard = new Guard('disposable', TAG)
    guard.openRung('self', 'sandbox')
    guard.openRung('self', 'real')
    expect(() => guard.beforeRemoval('self', true)).not.toThrow()
    expect(() => guard.beforeRemoval('self', false)).toThrow(new Untested('needs SAFETY=full'))
  })
})

describe('whoever was not to be seen', () => {
  test('is nobody whom no read has shown, until one does, each scope for itself', () => {
    const guard = new Guard('full', TAG)
    expect([guard.isUnseen('far'), guard.isUnseen('far', 'profile')]).toEqual([true, true])
    guard.read('far', { id: 'far', email: 'zoe@example.com', name: 'Zoe' }, 'profile')
    expect([guard.isUnseen('far'), guard.isUnseen('far', 'profile')]).toEqual([true, false])
    guard.notFound('far', 'profile')
    expect(guard.isUnseen('far', 'profile')).toBe(true)
  })

  test('is nobody of the run, and nobody who was there before, unless a read says so', () => {
    const guard = new Guard('full', TAG)
    guard.foreign(['old'])
    const user = { id: '1', email: `${TAG}-a@example.com`, name: TAG }
    guard.own.created({ contract: 'v3', email: user.email, id: '1' })
    guard.confirm('v3', user)
    expect(['1', 'old'].map((id) => guard.isUnseen(id))).toEqual([false, false])
    guard.notFound('1')
    expect(guard.isUnseen('1')).toBe(true)
  })
})

describe('an id that a read showed to name somebody', () => {
  const ZOE = { email: 'zoe@example.com', name: 'Zoe' }

  test('is removed no more where it is one of the run', () => {
    const guard = new Guard('full', TAG)
    const user = { id: '1', email: `${TAG}-a@example.com`, name: TAG }
    guard.own.created({ contract: 'v3', email: user.email, id: '1' })
    guard.confirm('v3', user)
    guard.read('1', { ...ZOE, id: '7' })
    expect(() => guard.beforeRemoval('1', false)).toThrow(/showed somebody else/)
    expect(() => guard.beforeRoleChange('1', true)).toThrow(Inconclusive)
  })

  test('stands for all that nobody has: none is removed in earnest', () => {
    const guard = new Guard('full', TAG)
    const id = guard.unknownId('read')
    guard.read(id, { ...ZOE, id: '7' })
    expect(() => guard.beforeRemoval(guard.unknownId('removal'), false)).toThrow(/showed somebody/)
    expect(() => guard.beforeRemoval(guard.unknownId('removal'), true)).not.toThrow()
  })

  test('is somebody’s where it is really theirs, and says nothing of others', () => {
    const guard = new Guard('full', TAG)
    guard.nobody('0')
    guard.read('0', { ...ZOE, id: '0' })
    expect(() => guard.beforeRemoval('0', false)).toThrow('did not create')
    expect(() => guard.beforeRemoval(guard.unknownId('removal'), false)).not.toThrow()
  })
})
