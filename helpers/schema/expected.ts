/** Says in plain words what a schema asks for. */
import { resolveReference, type SchemaObject } from './files.ts'

const TYPES: Record<string, string> = {
  string: 'a string',
  number: 'a number',
  integer: 'an integer',
  boolean: 'true or false',
  null: 'null',
  array: 'an array',
  object: 'a JSON object',
}

/**
 * E.g. `one of "admin", "billing", "developer"` or `a non-empty string`. `name` is the schema in
 * which the part stands; it tells where references lead.
 */
export function expectedBy(part: SchemaObject, name: string): string {
  if ('const' in part) return JSON.stringify(part.const)
  if (Array.isArray(part.enum)) return `one of ${part.enum.map((value) => JSON.stringify(value)).join(', ')}`
  const types = [part.type ?? []].flat() as string[]
  const structured = types.length === 1 && (types[0] === 'object' || types[0] === 'array')
  // A structure has its title for readers of the file; that of a plain value names what the value is.
  if (typeof part.title === 'string' && !structured) return part.title
  if (typeof part.$ref === 'string') return expectedBy(resolveReference(name, part.$ref) ?? {}, name)
  if (types.length === 0) return 'this member'
  return types.map((type) => TYPES[type] ?? type).join(' or ') + boundsOf(part)
}

function boundsOf({ minLength, minimum, maximum }: SchemaObject): string {
  if (minLength !== undefined) return ' that is not empty'
  if (minimum !== undefined && maximum !== undefined) return ` from ${minimum} to ${maximum}`
  return minimum === undefined ? '' : ` of at least ${minimum}`
}
