/** What happens in a story of v1: plain data, drawn from the seed, which means something whatever stands before it. */
import type { Draws } from '../../../helpers/chance/chance.ts'
import type { Share } from '../../../language/deep/game.ts'
import { STATUSES } from '../client/user.ts'
import type { UnknownCaller } from '../steps/intruders.ts'

/** Who asks. */
export type Who = 'manager' | 'restricted' | Extract<UnknownCaller, 'nobody' | 'null' | 'basic'>
/** Kinds of data. */
export const LOOKS = ['plain', 'marks', 'scripts', 'long'] as const
/** Whose address is asked for. */
const ADDRESSES = ['new', 'new', 'plus', 'there', 'gone'] as const

/** Somebody is created. */
interface Create {
  do: 'create'
  who: Who
  role: 'member' | 'admin'
  look: (typeof LOOKS)[number]
  address: (typeof ADDRESSES)[number]
  namesake: boolean
}

/** Somebody of the story is read, by number. */
interface Get {
  do: 'get'
  who: Who
  person: number
}

/** A page of the list is read; without a limit the whole list is meant, as far as a page holds it. */
interface List {
  do: 'list'
  who: Who
  page: number
  limit?: number
  status?: (typeof STATUSES)[number]
}

/** Somebody of the story is removed, or is not to be. */
interface Remove {
  do: 'remove'
  who: Who
  person: number
}

/** Two requests at the same time. */
interface AtOnce {
  do: 'create twice' | 'remove twice' | 'read while removing'
  person: number
}

export type V1Step = Create | Get | List | Remove | AtOnce

/** Steps of a random story. */
const LENGTH = 12
const SHORT_PAGES = [1, 2, 3, 5, 10, 20, 50, 99]
const MOST_PAGES = 4

const PLAIN: Create = {
  do: 'create',
  who: 'manager',
  role: 'member',
  look: 'plain',
  address: 'new',
  namesake: false,
}
const WHOLE: List = { do: 'list', who: 'manager', page: 1 }

/** The stories that every depth has: repeated reads and cycles, parameters in combination, and pairs at once. */
export function fixedStories(draws: Draws, share: Share): [string, V1Step[]][] {
  const times = <T>(count: number, step: T): T[] => Array.from({ length: count }, () => step)
  const get: Get = { do: 'get', who: 'manager', person: 0 }
  const remove: Remove = { do: 'remove', who: 'manager', person: 0 }
  const few = Math.ceil(share.reads / 4)
  const created = (): Create => ({ ...PLAIN, role: draws.of(['member', 'admin']), look: draws.of(LOOKS) })
  const refused = (['nobody', 'null', 'basic'] as const).flatMap((who) => [
    ...times(few, { ...get, who }),
    ...times(few, { ...WHOLE, who }),
    ...times(Math.ceil(few / 2), { ...remove, who }),
    { ...PLAIN, who },
  ])
  const cycles = Array.from({ length: share.cycles }, (_, index): [string, V1Step[]] => [
    `cycle ${index + 1}`,
    [created(), get, remove, get, remove],
  ])
  const pages = Array.from({ length: share.reads * 2 }, () => drawPage(draws))
  return [
    [
      'lists',
      [created(), ...times(share.reads, WHOLE), ...times(few, { ...WHOLE, status: 'pending' as const })],
    ],
    ['pages', pages],
    ['reads', [created(), ...times(share.reads, get), remove, ...times(few, get)]],
    [
      'reads by others',
      [
        created(),
        ...draws.shuffled<V1Step>([...refused, ...times<V1Step>(few, { ...remove, who: 'restricted' })]),
        get,
        WHOLE,
      ],
    ],
    ...cycles,
    [
      'at once',
      [
        { do: 'create twice', person: 0 },
        WHOLE,
        { do: 'read while removing', person: 0 },
        created(),
        { do: 'remove twice', person: 1 },
        WHOLE,
      ],
    ],
    [
      'of one name',
      [
        PLAIN,
        { ...created(), namesake: true },
        { ...PLAIN, address: 'plus' },
        { ...remove, person: 1 },
        WHOLE,
        get,
        remove,
        { ...PLAIN, address: 'gone' },
        get,
        WHOLE,
      ],
    ],
  ]
}

/** A random story: whoever is created is looked at, touched by those who may and who may not, and used after removal. */
export function drawStory(draws: Draws): V1Step[] {
  const steps: V1Step[] = [{ ...drawCreation(draws), who: 'manager', address: 'new' }]
  while (steps.length < LENGTH) steps.push(drawStep(draws))
  return steps
}

function drawStep(draws: Draws): V1Step {
  const person = draws.below(4)
  const kind = draws.below(10)
  if (kind < 3) return { do: 'get', who: drawWho(draws), person }
  if (kind < 5) return draws.below(2) === 0 ? { ...WHOLE, who: drawWho(draws) } : drawPage(draws)
  if (kind < 7) return { do: 'remove', who: drawWho(draws), person }
  return drawCreation(draws)
}

function drawCreation(draws: Draws): Create {
  return {
    do: 'create',
    who: drawWho(draws),
    role: draws.of(['member', 'admin']),
    look: draws.of(LOOKS),
    address: draws.of(ADDRESSES),
    namesake: draws.below(4) === 0,
  }
}

function drawPage(draws: Draws): List {
  const status = draws.of([undefined, ...STATUSES])
  return {
    do: 'list',
    who: 'manager',
    page: draws.between(1, MOST_PAGES),
    limit: draws.of(SHORT_PAGES),
    ...(status === undefined ? {} : { status }),
  }
}

/** Mostly those who may. */
function drawWho(draws: Draws): Who {
  return draws.of(['manager', 'manager', 'manager', 'manager', 'restricted', 'nobody', 'null', 'basic'])
}

/** A step in a few words. */
export function wordsOf(step: V1Step): string {
  switch (step.do) {
    case 'create': {
      const how = [
        step.look === 'plain' ? '' : `data: ${step.look}`,
        step.address === 'new' ? '' : `address: ${step.address}`,
        step.namesake ? 'same name' : '',
      ].filter(Boolean)
      return `${step.who} creates ${step.role}${how.length === 0 ? '' : ` (${how.join(', ')})`}`
    }
    case 'get':
      return `${step.who} reads user ${step.person + 1}`
    case 'list': {
      const { page, limit = 100, status } = step
      return `${step.who} lists page ${page} of ${limit}${status === undefined ? '' : `, ${status}`}`
    }
    case 'remove':
      return `${step.who} deletes user ${step.person + 1}`
    default:
      return `manager: ${step.do}, user ${step.person + 1}`
  }
}
