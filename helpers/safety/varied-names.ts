/**
 * What ordinary people are called, and what a program made for plain names and addresses gets wrong. Each kind always
 * holds the same sorts of letters; which ones is drawn.
 */
import type { Draws } from '../chance/chance.ts'

const ACCENTED = 'Zoë Siân Chloé Renée Jörg Anaïs Siobhán Małgorzata Núria Inês Françoise Åse'.split(' ')
const APOSTROPHES = "D'Angelo O'Brien D'Arcy O'Neill L'Estrange O'Hara".split(' ')
const INNER_CAPITALS = 'MacLeod McKenna MacGregor McAdams DeLuca LeBlanc'.split(' ')
const HAN = '李小龍 王菲 桜子 田中 김민준 陳美玲 박서연'.split(' ')
const CYRILLIC = 'Владимир Анна Юлия Григорий Наталья Фёдор'.split(' ')
const GREEK = 'Παπαδοπούλου Ελένη Γιώργος Νικολαΐδης Άννα'.split(' ')
const TURKISH = 'Ünal Işıl Gökçe Şükrü İbrahim Çağla'.split(' ')
/** Their first letter lies beyond the basic plane of Unicode. */
const ASTRAL = '𠮷野 𠮷田 𠮷村 𠮷川'.split(' ')
/** Letters for which there is no single code point: written with a combining mark, however a text is normalised. */
const COMBINING = 'Adébọ̀wálé Ọ̀ṣun Ayọ̀délé Fọlákẹ́mi'.split(' ')
const IRISH = ['Ní Dhomhnaill', 'Ó Súilleabháin', 'Nic Dhonnchadha', 'Ó Ceallaigh']
const LONG = [
  "Maximiliana José O'Brien van der Steen-Żółkiewska",
  "Bartholomäus Ágnes O'Connell von der Heyden-Wiśniewski",
  "Alexandrína Thérèse D'Souza de la Cruz-Łukaszewicz",
]
const LONG_WITHOUT_MARKS = [
  'María de los Ángeles Fernández de Córdoba y Fitz-James Stuart',
  'José Francisco Hernández de la Vega y Martínez-Bordiú Franco',
  'Ana Isabel Fernández de Henestrosa y Gayoso de los Cobos Peña',
]
/** Dots, capitals and a plus: ordinary letters that some take apart. */
const SUFFIXES = ['+Mc.Kay-News', '+O.Neil-Shop', '+Van.Dyk-Work', '+De.Witt-Mail']

/** An accent, an apostrophe, a hyphen, and a capital inside. */
export function markedName(draws: Draws): string {
  return `${draws.of(ACCENTED)} ${draws.of(APOSTROPHES)}-${draws.of(INNER_CAPITALS)}`
}

/** Words of three scripts, with a letter beyond the basic plane of Unicode at the end. */
export function nameOfScripts(draws: Draws): string {
  return `${draws.of(HAN)} ${draws.of(CYRILLIC)} ${draws.of(TURKISH)} ${draws.of(ASTRAL)}`
}

/** Words of four scripts, a letter beyond the basic plane of Unicode among them. */
export function nameOfManyScripts(draws: Draws): string {
  return `${draws.of(CYRILLIC)} ${draws.of(GREEK)} ${draws.of(ASTRAL)} ${draws.of(HAN)}`
}

/** As long as names of real people are, with letters of every kind. */
export function longName(draws: Draws): string {
  return `${draws.of(LONG)} ${draws.of(ASTRAL)}`
}

/** As long as names of real people are. */
export function longLatinName(draws: Draws): string {
  return draws.of(LONG_WITHOUT_MARKS)
}

/** With combining letters, and accents in several places. */
export function combiningName(draws: Draws): string {
  return `${draws.of(COMBINING)} ${draws.of(IRISH)}`
}

/** What stands in an address behind the run's own part. */
export function variedSuffix(draws: Draws): string {
  return draws.of(SUFFIXES)
}
