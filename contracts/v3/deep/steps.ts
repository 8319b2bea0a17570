/** What happens in a story of v3: plain data, drawn from the seed, which means something whatever stands before it. */
import type { Draws } from '../../../helpers/chance/chance.ts'
import type { Share } from '../../../language/deep/game.ts'

/** Who asks. */
export type Who = 'admin' | 'developer' | 'restricted' | 'billing' | 'nobody' | 'stranger'
/** The roles of the documents. */
const ROLES = ['admin', 'billing', 'developer'] as const
/** Kinds of names. */
export const LOOKS = ['plain', 'marked', 'scripts', 'long', 'combining'] as const
/** Whose address is asked for. */
export const ADDRESSES = ['new', 'plus', 'there', 'gone', 'simulated'] as const
/** What a removal sends. */
export const BODIES = ['documented', 'empty', 'none', 'unknown member'] as const

/** Somebody is invited. */
interface Invite {
  do: 'invite'
  who: Who
  role: (typeof ROLES)[number]
  look: (typeof LOOKS)[number]
  address: (typeof ADDRESSES)[number]
  inProfile: boolean
  sandbox: boolean
  /** Whether the name is one that somebody in the story has already. */
  namesake: boolean
  charset: boolean
}

/** Somebody of the story is read, by number. */
interface Get {
  do: 'get'
  who: Who
  person: number
}

/** A list is read. */
interface List {
  do: 'list'
  who: Who
  inProfile: boolean
}

/** Somebody of the story is removed, or is not to be. */
interface Remove {
  do: 'remove'
  who: Who
  person: number
  body: (typeof BODIES)[number]
  sandbox: boolean
}

/** Two requests at the same time. */
interface AtOnce {
  do: 'invite twice' | 'remove twice' | 'read while removing'
  person: number
}

/** An invitation with one wrong member, simulated. */
interface Wrong {
  do: 'wrong'
  field: 'email' | 'name' | 'role'
  value: unknown
}

export type V3Step = Invite | Get | List | Remove | AtOnce | Wrong

/** Steps of a random story. */
const LENGTH = 12
/** At most so many of them invite somebody in earnest: invitations are scarce. */
const MOST_INVITED = 4

const PLAIN: Invite = {
  do: 'invite',
  who: 'admin',
  role: 'developer',
  look: 'plain',
  address: 'new',
  inProfile: false,
  sandbox: false,
  namesake: false,
  charset: false,
}

/** Members of an invitation with values that no document allows. */
const WRONG: Wrong[] = [
  ...[undefined, null, '', 4711, true, [], {}, 'no-address', 'two@@example.com'].map((value) => ({
    do: 'wrong' as const,
    field: 'email' as const,
    value,
  })),
  ...[null, '', true, ['Ann'], { first: 'Ann' }].map((value) => ({
    do: 'wrong' as const,
    field: 'name' as const,
    value,
  })),
  ...['', 'owner', 'member', 'root', 1, true, ['developer'], {}].map((value) => ({
    do: 'wrong' as const,
    field: 'role' as const,
    value,
  })),
]

/** The stories that every depth has: repeated reads and cycles, wrong members one by one, and pairs at once. */
export function fixedStories(draws: Draws, share: Share): [string, V3Step[]][] {
  const times = <T>(count: number, step: T): T[] => Array.from({ length: count }, () => step)
  const get = (who: Who): Get => ({ do: 'get', who, person: 0 })
  const list = (who: Who): List => ({ do: 'list', who, inProfile: false })
  const remove: Remove = { do: 'remove', who: 'admin', person: 0, body: 'documented', sandbox: false }
  const others = ['developer', 'restricted', 'nobody', 'stranger'] as const
  const few = Math.ceil(share.reads / 4)
  const invited = (): Invite => ({ ...PLAIN, role: draws.of(ROLES), look: draws.of(LOOKS) })
  const refused: V3Step[] = others.flatMap((who): V3Step[] => [
    ...times(few, get(who)),
    ...times(few, list(who)),
    ...(who === 'developer' || who === 'restricted' || who === 'nobody'
      ? times(Math.ceil(few / 2), { ...remove, who, body: draws.of(BODIES) })
      : []),
  ])
  refused.push(...times(Math.ceil(few / 2), { ...remove, who: 'billing' as const, body: draws.of(BODIES) }))
  const cycles = Array.from({ length: share.cycles }, (_, index): [string, V3Step[]] => [
    `cycle ${index + 1}`,
    [invited(), get('admin'), { ...remove, body: draws.of(BODIES) }, get('admin')],
  ])
  return [
    ['lists', [invited(), ...times(share.reads, list('admin'))]],
    ['reads', [invited(), ...times(share.reads, get('admin')), remove, ...times(few, get('admin'))]],
    ['reads by others', [invited(), ...draws.shuffled(refused), get('admin'), list('admin')]],
    ['members', draws.shuffled(WRONG).slice(0, share.reads)],
    ...cycles,
    [
      'at once',
      [
        { do: 'invite twice', person: 0 },
        list('admin'),
        { do: 'read while removing', person: 0 },
        invited(),
        { do: 'remove twice', person: 1 },
        list('admin'),
      ],
    ],
    [
      'of one name',
      [
        PLAIN,
        { ...invited(), namesake: true },
        { ...PLAIN, role: draws.of(ROLES), address: 'plus' },
        { ...remove, person: 1 },
        list('admin'),
        get('admin'),
      ],
    ],
    [
      'in sandbox and in earnest',
      [
        { ...PLAIN, sandbox: true, role: draws.of(ROLES) },
        { ...PLAIN, address: 'simulated', role: draws.of(ROLES) },
        { ...remove, sandbox: true },
        { ...remove, sandbox: true, body: 'unknown member' },
        list('admin'),
        get('admin'),
        remove,
        { ...PLAIN, address: 'gone' },
        get('admin'),
        list('admin'),
      ],
    ],
  ]
}

/** A random story: whoever is invited is looked at, touched by those who may and who may not, and used after removal. */
export function drawStory(draws: Draws): V3Step[] {
  let left = MOST_INVITED
  const inProfile = draws.below(4) === 0
  const steps: V3Step[] = [
    { ...drawInvitation(draws, inProfile), who: 'admin', sandbox: false, address: 'new' },
  ]
  while (steps.length < LENGTH) {
    const step = drawStep(draws, inProfile, left > 1)
    if (step.do === 'invite' && !step.sandbox) left--
    steps.push(step)
  }
  return steps
}

function drawStep(draws: Draws, inProfile: boolean, mayInvite: boolean): V3Step {
  const person = draws.below(4)
  const kind = draws.below(mayInvite ? 10 : 8)
  if (kind < 3) return { do: 'get', who: drawWho(draws), person }
  if (kind < 5) return { do: 'list', who: drawWho(draws), inProfile: inProfile && draws.below(2) === 0 }
  if (kind < 8)
    return {
      do: 'remove',
      who: drawWho(draws),
      person,
      body: draws.of(BODIES),
      sandbox: draws.below(3) === 0,
    }
  return drawInvitation(draws, inProfile)
}

function drawInvitation(draws: Draws, inProfile: boolean): Invite {
  return {
    do: 'invite',
    who: drawWho(draws),
    role: draws.of(ROLES),
    look: draws.of(LOOKS),
    address: draws.of(ADDRESSES),
    inProfile: inProfile && draws.below(2) === 0,
    sandbox: draws.below(4) === 0,
    namesake: draws.below(4) === 0,
    charset: draws.below(2) === 0,
  }
}

/** Mostly those who may. */
function drawWho(draws: Draws): Who {
  return draws.of([
    ...(['admin', 'admin', 'admin'] as const),
    ...(['developer', 'developer', 'restricted', 'billing', 'nobody', 'stranger'] as const),
  ])
}

/** A step in a few words. */
export function wordsOf(step: V3Step): string {
  switch (step.do) {
    case 'invite': {
      const how = [
        step.sandbox ? 'simulated' : '',
        step.look === 'plain' ? '' : `name: ${step.look}`,
        step.address === 'new' ? '' : `address: ${step.address}`,
        step.namesake ? 'same name' : '',
        step.inProfile ? 'in the profile' : '',
        step.charset ? 'with charset' : '',
      ].filter(Boolean)
      return `${step.who} invites ${step.role}${how.length === 0 ? '' : ` (${how.join(', ')})`}`
    }
    case 'get':
      return `${step.who} reads user ${step.person + 1}`
    case 'list':
      return `${step.who} lists${step.inProfile ? ' the profile' : ''}`
    case 'remove':
      return `${step.who} removes user ${step.person + 1} (${step.sandbox ? 'simulated, ' : ''}body: ${step.body})`
    case 'wrong':
      return `admin invites with ${step.field} ${JSON.stringify(step.value) ?? 'missing'}`
    default:
      return `admin: ${step.do}, user ${step.person + 1}`
  }
}
