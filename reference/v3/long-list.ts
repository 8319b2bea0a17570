/**
 * Puts a list of many users into bytes. Users are replaced and never changed, so what a list has in common with the
 * one before is copied as it is: a reference that took its time over 100,000 users would be measured instead of the
 * suite.
 */
import { randomUUID } from 'node:crypto'
import type { JsonObject } from './types.ts'

/** Shorter lists are put into text like any other answer. */
const MANY = 1_000
/** Stands for all users while the rest of the answer is put into text. */
const MARKER = randomUUID()
const [BRACKET = 0, COMMA = 0] = Buffer.from('[,')

/** A list as it was put together: every user's JSON, each behind one character. */
interface Written {
  users: readonly object[]
  bytes: Buffer
  /** Where each user's part ends; the first entry is 0, and one more than there are users. */
  ends: Uint32Array
}

let latest: Written = { users: [], bytes: Buffer.alloc(0), ends: new Uint32Array([0]) }

/** The answer in bytes; undefined where it holds no long list of users that are frozen. */
export function longListBytes(body: JsonObject): Buffer | undefined {
  const data = body.data as { users?: unknown } | null | undefined
  const users = data?.users
  if (!Array.isArray(users) || users.length < MANY) return undefined
  const around = JSON.stringify({ ...body, data: { ...data, users: [MARKER] } })
  const parts = partsOf(users, latest)
  if (parts === undefined) return undefined
  const [head = '', tail = ''] = around.split(`["${MARKER}"]`)
  const front = Buffer.from(head)
  const whole = Buffer.concat([front, ...parts.bytes, Buffer.from(`]${tail}`)])
  const bytes = whole.subarray(front.length, front.length + (parts.ends.at(-1) ?? 0))
  // The one that was first may have become another, and another the first.
  bytes[parts.movedAt] = COMMA
  bytes[0] = BRACKET
  latest = { users, bytes, ends: parts.ends }
  return whole
}

interface Parts {
  bytes: Buffer[]
  ends: Uint32Array
  /** Where the part begins that is copied from the end of the list before. */
  movedAt: number
}

/** What a list is put together from: pieces of the one before, and what is new. Undefined where a user may change. */
function partsOf(users: unknown[], before: Written): Parts | undefined {
  const most = Math.min(users.length, before.users.length)
  let front = 0
  while (front < most && users[front] === before.users[front]) front++
  let back = 0
  while (back < most - front && users.at(-1 - back) === before.users.at(-1 - back)) back++
  const ends = new Uint32Array(users.length + 1)
  ends.set(before.ends.subarray(0, front + 1))
  const fresh: Buffer[] = []
  for (let index = front; index < users.length - back; index++) {
    const user: unknown = users[index]
    if (!isFrozenObject(user)) return undefined
    const bytes = Buffer.from(`,${JSON.stringify(user)}`)
    ends[index + 1] = (ends[index] ?? 0) + bytes.length
    fresh.push(bytes)
  }
  const firstOfBack = users.length - back
  const endBefore = before.ends[before.users.length - back] ?? 0
  const moved = (ends[firstOfBack] ?? 0) - endBefore
  for (let index = 1; index <= back; index++) {
    ends[firstOfBack + index] = (before.ends[before.users.length - back + index] ?? 0) + moved
  }
  const frontBytes = before.bytes.subarray(0, before.ends[front])
  const bytes = [frontBytes, ...fresh, before.bytes.subarray(endBefore)]
  return { bytes, ends, movedAt: back === 0 ? 0 : (ends[firstOfBack] ?? 0) }
}

function isFrozenObject(user: unknown): user is object {
  return typeof user === 'object' && user !== null && Object.isFrozen(user)
}
