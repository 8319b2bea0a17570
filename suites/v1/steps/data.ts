/** Data of ordinary people: what a program made for plain names and addresses gets wrong. */

/** What is given to a new user beside the run's marks. */
export interface Data {
  /** Stands in the address, in front of the @. */
  address: string
  /** Stands in front of the run's tag. */
  name: string
}

/** Letters of several scripts, one of them beyond the basic plane of Unicode. */
export const SCRIPTS: Data = { address: 'scripts', name: 'Анна Παπαδοπούλου 𠮷野 桜子' }

/** An apostrophe, a hyphen, an accent and capitals inside; an address with dots, a plus and capitals. */
export const MARKS: Data = { address: 'Siobhan.Mc+Probe', name: "Siobhán O'Brien-McKenna" }

/** A name that is long, as names are in Spain. */
export const LONG: Data = {
  address: 'long',
  name: 'María de los Ángeles Fernández de Córdoba y Fitz-James Stuart',
}
