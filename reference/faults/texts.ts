/** What becomes of names and addresses in programs that were made for plain ones.. */

/** One way to spoil a text; plain texts stay as they are. */
export interface Spoiling {
  /** Ends the names of its forms. */
  name: string
  says: string
  spoil: (text: string) => string
}

const LONG = 40

export const SPOILT_NAMES: readonly Spoiling[] = [
  {
    name: 'name-cut-at-40',
    says: 'A name is cut after 40 characters',
    spoil: (text) => [...text].slice(0, LONG).join(''),
  },
  {
    name: 'name-without-other-scripts',
    says: 'Letters beyond Latin are dropped from a name',
    spoil: (text) => text.replace(/[^\p{Script=Latin}\p{Script=Common}\p{Script=Inherited}]/gu, ''),
  },
  {
    name: 'name-with-question-marks',
    says: 'Letters beyond ASCII in a name become question marks',
    spoil: (text) => text.replace(/[^ -~]/gu, '?'),
  },
  {
    name: 'name-without-accents',
    says: 'Letters of a name lose their accents',
    spoil: (text) => text.normalize('NFD').replace(/\p{M}/gu, ''),
  },
  {
    name: 'name-cut-at-emoji',
    says: 'A name ends before the first character beyond the basic plane',
    spoil: (text) => text.replace(/[\u{10000}-\u{10ffff}].*$/u, ''),
  },
  {
    name: 'name-escaped',
    says: 'An apostrophe in a name is escaped for HTML',
    spoil: (text) => text.replaceAll("'", '&#39;').replaceAll('’', '&rsquo;'),
  },
  {
    name: 'name-cut-at-apostrophe',
    says: 'A name ends before its apostrophe',
    spoil: (text) => text.replace(/['’].*$/u, ''),
  },
  {
    name: 'name-of-two-words',
    says: 'Of a name only the first and the last word are kept',
    spoil: (text) => text.replace(/^(\S+) .* (\S+)$/u, '$1 $2'),
  },
  {
    name: 'name-without-hyphen',
    says: 'A hyphen in a name becomes a blank',
    spoil: (text) => text.replaceAll('-', ' '),
  },
]

export const SPOILT_ADDRESSES: readonly Spoiling[] = [
  {
    name: 'plus-lost',
    says: 'What follows a plus in an address is dropped',
    spoil: (text) => text.replace(/\+[^@]*/, ''),
  },
  {
    name: 'plus-as-blank',
    says: 'A plus in an address becomes a blank',
    spoil: (text) => text.replaceAll('+', ' '),
  },
  {
    name: 'dots-lost',
    says: 'Dots in front of the @ of an address are dropped',
    spoil: (text) => text.replace(/^[^@]*/, (local) => local.replaceAll('.', '')),
  },
  {
    name: 'long-address-cut',
    says: 'What stands before the @ of an address is cut after 20 characters',
    spoil: (text) => text.replace(/^([^@]{20})[^@]*/, '$1'),
  },
]
