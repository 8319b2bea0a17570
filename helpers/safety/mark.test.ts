/** A mark is told from every ordinary address, and found in those that a run makes. */
import { expect, test } from 'vitest'
import { Guard } from './guard.ts'
import { isMark, markIn, newMark } from './mark.ts'
import { newTag } from './tag.ts'

test('a mark is a word that no tag resembles, and another one each time', () => {
  const marks = Array.from({ length: 20 }, newMark)
  expect(marks.every(isMark)).toBe(true)
  expect(new Set(marks).size).toBe(20)
  expect(isMark(newTag())).toBe(false)
})

test.each(['', '.Van.Dyk+Work', '-x'])(
  'it is found in the addresses of its run, with %j behind it',
  (suffix) => {
    const mark = newMark()
    const guard = new Guard('disposable', mark)
    const address = guard.email('somebody', 'example.com', suffix)
    expect([markIn(address), guard.carriesTag(address)]).toEqual([mark, true])
    expect(guard.carriesTag(guard.name('somebody'))).toBe(true)
  },
)

test.each(['ada.admin@acme.example', 'rosa.miller992@example.com', 'uacabcdefghijklmnop-a.b1@example.com'])(
  'there is none in %s',
  (address) => {
    expect(markIn(address)).toBeUndefined()
  },
)
