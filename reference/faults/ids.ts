/** Kinds of ids that name nobody, for forms that take one kind of them amiss. */
const isUuid = (id: string) => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(id)

/** A kind of id. */
export interface IdKind {
  /** Begins the names of its forms. */
  name: string
  says: string
  meant: (id: string) => boolean
  /** Whether it is none at all where ids are UUIDs, rather than that of nobody. */
  malformed: boolean
}

const LONGEST = 36

export const ID_KINDS: readonly IdKind[] = [
  { name: 'numeric', says: 'A number for an id', meant: (id) => /^\d+$/.test(id), malformed: true },
  {
    name: 'long',
    says: 'An id of more than 36 characters',
    meant: (id) => id.length > LONGEST,
    malformed: true,
  },
  { name: 'short', says: 'A UUID without its last digit', meant: (id) => isUuid(`${id}0`), malformed: true },
  { name: 'nul', says: 'An id with a NUL in it', meant: (id) => id.includes('\0'), malformed: true },
  {
    name: 'slashed',
    says: 'An id with an encoded slash in it',
    meant: (id) => id.includes('/'),
    malformed: true,
  },
  {
    name: 'nil',
    says: 'The UUID of zeros',
    meant: (id) => id === '00000000-0000-0000-0000-000000000000',
    malformed: false,
  },
  {
    name: 'shouted',
    says: 'An unknown UUID in upper case',
    meant: (id) => isUuid(id) && id !== id.toLowerCase(),
    malformed: false,
  },
]
