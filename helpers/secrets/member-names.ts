/** What a member of an answer holds, by its name: a person, a secret, an id. */

const EMAIL_NAMES = /^(?:.*[_-])?e-?mail(?:_?address)?$/i
const PERSON_NAMES =
  /^(?:(?:first|last|full|display|given|family|middle|user|nick)?[_-]?name|phone(?:_?number)?|mobile|avatar(?:_?url)?|picture)$/i
/** Members that name a person by themselves, whatever else is in the answer. */
const NAMES_OF_PEOPLE =
  /^(?:log_?in(?:_?name)?|(?:\w+[_-])?(?:user_?name|nick_?name|screen_?name|(?:full|given|family|legal|preferred)_?name|sur_?name|initials))$/i
/** Members that say what somebody is to something: a name, or an id. */
const PARTS_OF_PEOPLE =
  /^(?:\w+[_-])?(?:manager|owner|actor|author|assignee|supervisor|contact|(?:person|(?:invit|creat|updat|modifi|delet|remov|approv|request|add|chang|suspend|invok|report)ed)_?(?:by)|reports_?to)(?:_?name)?$/i
const FIRST_NAMES = /^(?:first|given)_?name$/i
const LAST_NAMES = /^(?:last|family|sur)_?name$/i
const WHOLE_NAMES = /(?:^|full|display|legal|preferred|user|nick|manager|owner)_?name$|log_?in$/i
const MAIL_DOMAINS = /^(?:.*[_-])?e?-?mail_?domain$/i
const DOMAINS = /^(?:.*[_-])?domain$/i
const IDS = /^(?:.*_)?u?u?id$|Id$/
const TOKEN_NAMES =
  /(?:^|[_-])(?:token|secret|passw(?:or)?d|session(?:_?id)?|api_?key|private_?key|jwt|otp|credentials?|cookie)$/i
/** Names of members come from the target: so many are remembered. */
const MOST_REMEMBERED = 10_000

/** What a member may be taken for; several at once. */
export interface MemberKind {
  isToken: boolean
  isId: boolean
  isEmail: boolean
  /** Of a person where the answer has an address. */
  isPersons: boolean
  /** Of a person by itself, whatever else is in the answer. */
  isName: boolean
  /** Says what somebody is to something: a name, or an id. */
  isPart: boolean
  /** Holds all of a name, or the first or the last part of one. */
  isWholeName: boolean
  isFirstName: boolean
  isLastName: boolean
  isMailDomain: boolean
  isDomain: boolean
}

const remembered = new Map<string, MemberKind>()

/** What the member is by its name. */
export function kindOf(name: string): MemberKind {
  const known = remembered.get(name)
  if (known !== undefined) return known
  const kind = {
    isToken: TOKEN_NAMES.test(name),
    isId: IDS.test(name),
    isEmail: EMAIL_NAMES.test(name),
    isPersons: PERSON_NAMES.test(name),
    isName: NAMES_OF_PEOPLE.test(name),
    isPart: PARTS_OF_PEOPLE.test(name),
    isWholeName: WHOLE_NAMES.test(name) || PARTS_OF_PEOPLE.test(name),
    isFirstName: FIRST_NAMES.test(name),
    isLastName: LAST_NAMES.test(name),
    isMailDomain: MAIL_DOMAINS.test(name),
    isDomain: DOMAINS.test(name),
  }
  if (remembered.size < MOST_REMEMBERED) remembered.set(name, kind)
  return kind
}
