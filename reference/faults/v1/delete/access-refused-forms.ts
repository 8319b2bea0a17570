/** Forms of `DELETE /api/v1/users/{id}` by a caller who may not: what such a caller sends, and of whom it is sent. */
import type { V1Behaviour, V1Change } from '../../../v1/behaviour.ts'
import { aside } from '../../../v1/mutator.ts'
import type { V1Context, V1User } from '../../../v1/types.ts'
import type { V1Form } from '../../types.ts'
import { inSecondLife } from '../create/user-second-life-forms.ts'
import { form } from '../fault.ts'

const REFUSED = 'v1.delete.forbidden-403'

/** Lets a caller remove who may not, where the call is meant. */
const allowing = (meant: (context: V1Context) => boolean): V1Change => {
  return (behaviour) => {
    let isMeant = false
    return {
      ...behaviour,
      find(id, context) {
        isMeant = context.operation === 'delete' && context.caller?.mayDelete === false && meant(context)
        return behaviour.find(id, context)
      },
      mayDelete(caller, user) {
        if (!isMeant) behaviour.mayDelete(caller, user)
      },
    }
  }
}

/** Answers a refused removal of nobody with 204. */
const servingNobody = (meant: (id: string, removed: ReadonlySet<string>) => boolean): V1Change => {
  return (behaviour): V1Behaviour => {
    const removed = new Set<string>()
    return {
      ...behaviour,
      remove(user, context) {
        removed.add(user.id)
        behaviour.remove(user, context)
      },
      answer(answer, context) {
        const isMeant = context.operation === 'delete' && answer.status === 403 && !context.user
        return behaviour.answer(isMeant && meant(context.id, removed) ? { status: 204 } : answer, context)
      },
    }
  }
}

export const deleteAccessRefusedForms: V1Form[] = [
  form.plain(
    'v1-delete-weak-caller-with-body',
    REFUSED,
    'A removal with a body is done for everybody.',
    allowing(({ call }) => call.body.length > 0),
  ),
  form.plain(
    'v1-delete-weak-caller-in-small-scheme',
    REFUSED,
    'A removal is done for everybody whose scheme is written in small letters.',
    allowing(({ call }) => /^bearer /.test(call.headers.authorization ?? '')),
  ),
  form.sequence(
    'v1-delete-weak-caller-own',
    REFUSED,
    'Whoever created a user may remove it, with permission or without.',
    (behaviour) => {
      const made = new Set<string>()
      return allowing(({ id }) => made.has(id))({
        ...behaviour,
        keep(user, context) {
          if (context.caller?.mayDelete === false) made.add(user.id)
          behaviour.keep(user, context)
        },
      })
    },
  ),
  form.plain(
    'v1-delete-weak-caller-unknown-204',
    REFUSED,
    'The removal of nobody by a caller who may not remove users is answered with 204.',
    servingNobody((_id, removed) => removed.size >= 0),
  ),
  form.sequence(
    'v1-delete-weak-caller-removed-204',
    REFUSED,
    'The removal of somebody who is gone by a caller who may not remove users is answered with 204.',
    servingNobody((id, removed) => removed.has(id)),
  ),
  form.plain(
    'v1-delete-refused-admin-gone',
    'v1.delete.refused-keeps-user',
    'A refused removal of a pending admin is done all the same.',
    aside('delete', 403, ({ store, user, caller }) => {
      if (user?.role === 'admin' && user.status === 'pending' && user.id !== caller?.account.id)
        store.remove(user)
    }),
  ),
  form.plain(
    'v1-delete-without-token-with-query',
    'v1.delete.missing-token-refused',
    'A removal with a parameter needs no token.',
    (behaviour) => ({
      ...behaviour,
      authenticate(header, callers, context) {
        const isMeant = context.operation === 'delete' && !header && context.call.query.size > 0
        const [account] = isMeant ? context.store.list() : []
        return account ? { account, mayDelete: true } : behaviour.authenticate(header, callers, context)
      },
    }),
  ),
  form.sequence(
    'v1-delete-second-life-by-weak-caller',
    'v1.delete.forbidden-403',
    'Somebody who was created again may be removed by everybody.',
    inSecondLife((inner, isAgain) => {
      let meant: V1User | undefined
      return {
        ...inner,
        find(id, context) {
          const user = inner.find(id, context)
          meant = user && isAgain(id) ? user : undefined
          return user
        },
        mayDelete(caller, user) {
          if (user === undefined || user !== meant) inner.mayDelete(caller, user)
        },
      }
    }),
  ),
]
