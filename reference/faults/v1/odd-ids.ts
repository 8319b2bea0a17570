/** Ids that are none, and the user whom a careless search takes them for. */
import type { V1Change } from '../../v1/behaviour.ts'
import type { V1Context, V1User } from '../../v1/types.ts'

/** A careless search. */
interface Search {
  /** Stands in the name of the form. */
  name: string
  says: string
  find: (context: V1Context) => V1User | undefined
}

const byId =
  (idOf: (id: string) => string): Search['find'] =>
  ({ id, store }) =>
    store.byId(idOf(id))

/** Those that can be asked for in a removal, because they concern nobody but whose id or address is meant. */
export const REWRITTEN: readonly Search[] = [
  { name: 'blank-behind', says: 'An id with a blank behind it', find: byId((id) => id.trim()) },
  { name: 'letters-behind', says: 'An id with letters behind it', find: byId((id) => id.slice(0, 20)) },
  { name: 'without-prefix', says: 'An id without its prefix', find: byId((id) => `usr_${id}`) },
  {
    name: 'address',
    says: 'An address',
    find: ({ id, store }) => (id.includes('@') ? store.byEmail(id) : undefined),
  },
]

/** A word for whoever asks, or for nobody. */
export const WORD: Search = {
  name: 'word',
  says: 'A word such as me, null or undefined',
  find: ({ id, store }) => (/^(me|null|undefined|0)$/.test(id) ? store.list()[0] : undefined),
}

/** Finds somebody where the honest search of one operation finds nobody. */
export const carelessly =
  (operation: 'get' | 'delete', { find }: Search): V1Change =>
  (behaviour) => ({
    ...behaviour,
    find: (id, context) =>
      behaviour.find(id, context) ?? (context.operation === operation ? find(context) : undefined),
  })
