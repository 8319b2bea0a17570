const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/** Whether a text has the form of a UUID, of any version and in any letter case. */
export function isUuid(text: string): boolean {
  return UUID.test(text)
}

/** An id in capitals; one that stands in capitals, in small letters. */
export function inOtherCase(id: string): string {
  return id === id.toUpperCase() ? id.toLowerCase() : id.toUpperCase()
}
