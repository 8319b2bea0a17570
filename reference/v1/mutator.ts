/** Mutators of the v1 behaviour: ways to replace policies and to bend answers. */
import type { V1Change } from './behaviour.ts'
import { people } from './people.ts'
import { Refused, type V1Answer, type V1Context, type V1Operation } from './types.ts'

/** The members of a JSON object. */
export type Members = Record<string, unknown>

/** Bends the answers of one operation that have this status. */
export function editAnswer(
  operation: V1Operation,
  status: number,
  edit: (answer: V1Answer, context: V1Context) => V1Answer,
): V1Change {
  return (behaviour) => ({
    ...behaviour,
    answer(answer, context) {
      const honest = behaviour.answer(answer, context)
      const meant = context.operation === operation && honest.status === status
      return meant ? edit(honest, context) : honest
    },
  })
}

/** Bends the body of the answers of one operation that have this status. */
export function editBody(
  operation: V1Operation,
  status: number,
  edit: (body: Members, context: V1Context) => unknown,
): V1Change {
  return editAnswer(operation, status, (answer, context) => ({
    ...answer,
    body: edit(answer.body as Members, context),
  }))
}

/** Bends every entry of a list; `last` is true for the last one of its page. */
export function editEntries(
  edit: (entry: Members, place: { index: number; last: boolean }, context: V1Context) => Members,
): V1Change {
  return editBody('list', 200, (body, context) => {
    const data = body.data as Members[]
    const edited = data.map((entry, index) =>
      edit(entry, { index, last: index === data.length - 1 }, context),
    )
    return { ...body, data: edited }
  })
}

/** Bends `meta` of every list. */
export function editMeta(edit: (meta: Members, context: V1Context) => unknown): V1Change {
  return editBody('list', 200, (body, context) => ({ ...body, meta: edit(body.meta as Members, context) }))
}

/** Lets something happen beside an answer, which stays as it is. */
export function aside(
  operation: V1Operation,
  status: number,
  happen: (context: V1Context) => void,
): V1Change {
  return editAnswer(operation, status, (answer, context) => {
    happen(context)
    return answer
  })
}

/** The members without one of them. */
export function without(members: Members, name: string): Members {
  return Object.fromEntries(Object.entries(members).filter(([key]) => key !== name))
}

/** Labels an answer as a web page. */
export function asWebPage(answer: V1Answer): V1Answer {
  return { ...answer, headers: { ...answer.headers, 'content-type': 'text/html; charset=utf-8' } }
}

/** Turns a refusal into the answer of a program that broke down. */
export function crash(answer: V1Answer): V1Answer {
  return { status: 500, ...(answer.headers && { headers: answer.headers }), body: breakdown() }
}

/** The refusal of a program that broke down. */
export function crashed(): Refused {
  return new Refused(500, 'internal_error', 'Something broke')
}

/** Adds `count` users before the first call, so that a page of more than 100 can be filled. */
export function crowd(count: number): V1Change {
  return (behaviour) => {
    let filled = false
    return {
      ...behaviour,
      meanwhile(context) {
        behaviour.meanwhile(context)
        if (filled) return
        filled = true
        for (const user of people(count, 'crowd.example')) context.store.add(user)
      },
    }
  }
}

/** Several changes, one after the other. */
export function chain(...changes: V1Change[]): V1Change {
  return (behaviour) => changes.reduce((changed, change) => change(changed), behaviour)
}

/** Whether this call is the third, sixth, ninth … of its operation. */
export function everyThird({ callNumber }: V1Context): boolean {
  return callNumber % 3 === 0
}

function breakdown(): Members {
  return { error: 'internal_error', message: 'Something broke' }
}
