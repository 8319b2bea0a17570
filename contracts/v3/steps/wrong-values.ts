/**
 * Invitations whose members have wrong values, and bodies that are no invitation at all. Each body is wrong in every
 * member, so that nobody comes of it as long as the target refuses any; the refusal tells whether each was seen.
 */
import { startedInDrawnOrder } from '../../../helpers/chance/chance.ts'
import type { Guard } from '../../../helpers/safety/guard.ts'
import type { Memo } from '../../../language/memo.ts'
import { type Answer, succeeded } from '../../../model/answer.ts'
import type { InvitationBody } from '../client/requests.ts'
import { detailFields } from '../client/user.ts'
import type { V3Callers } from './callers.ts'
import { type Flaw, isValidation } from './flaws.ts'
import type { Invitations } from './invitations.ts'

/** A flaw that is tried in the profile, too. */
export type ProfileFlaw = Extract<Flaw, 'email-missing' | 'name-missing' | 'role-owner'>

/** The members of an invitation. */
export type Field = 'email' | 'name' | 'role'

/** A value that a member must not have. */
export interface WrongValue {
  field: Field
  /** What is wrong, in a few words. */
  form: string
  value: unknown
}

const of =
  (field: Field) =>
  ([form, value]: readonly [string, unknown]): WrongValue => ({ field, form, value })

/**
 * By member; those in the same place share a body. Every body has the run's tag in one of its members, so that whoever
 * comes of it all the same is known as the run's.
 */
const wrongValues = (tag: string): Record<Field, WrongValue[]> => ({
  email: (
    [
      ['two @', `${tag}@@example.com`],
      ['a blank inside', `${tag} lee@example.com`],
      ['no domain', `${tag}@`],
      ['null', null],
      ['empty', ''],
      ['a number', 4711],
      ['an object', { address: 'ann@example.com' }],
      ['a list', ['ann@example.com']],
      ['no local part', '@example.com'],
      ['two addresses', `${tag}-ann@example.com, ${tag}-lee@example.com`],
      ['a name in front', `Ann <${tag}@example.com>`],
      ['a line break inside', `${tag}\nlee@example.com`],
      ['false', false],
    ] as const
  ).map(of('email')),
  name: (
    [
      ['null', null],
      ['an object', { first: 'Ann' }],
    ] as const
  ).map(of('name')),
  role: (
    [
      ['empty', ''],
      ['member', 'member'],
      ['a number', 1],
      ['a list', ['developer']],
      ['Owner', 'Owner'],
      ['OWNER', 'OWNER'],
      ['administrator', 'administrator'],
      ['two roles', 'admin,billing'],
      ['a digit', '1'],
      ['constructor', 'constructor'],
      ['true', true],
    ] as const
  ).map(of('role')),
})

/** Texts that are no invitation, though some hold one: whoever comes of it has this address. */
const shapes = (email: string, name: string): Record<string, string | undefined> => {
  const sound = JSON.stringify({ email, name, role: 'developer' })
  return {
    'broken JSON': '{"email": ',
    'an empty list': '[]',
    'a text': '"ann@example.com"',
    null: 'null',
    'no body': undefined,
    'a list with one inside': `[${sound}]`,
    'JSON in a text': JSON.stringify(sound),
    'JSON and a word': `${sound} developer`,
    'JSON with a comma too many': `${sound.slice(0, -1)},}`,
  }
}

export class WrongValues {
  readonly #callers: V3Callers
  readonly #guard: Guard
  readonly #invitations: Invitations
  readonly #once: Memo
  readonly #domain: string
  readonly #wrong: Record<Field, WrongValue[]>

  /** @param domain of the addresses */
  constructor(callers: V3Callers, guard: Guard, invitations: Invitations, once: Memo, domain: string) {
    this.#callers = callers
    this.#guard = guard
    this.#invitations = invitations
    this.#once = once
    this.#domain = domain
    this.#wrong = wrongValues(guard.tag)
    invitations.alsoBy(
      () => this.#together(),
      () => this.shapes(),
      () => this.#nameless(),
      () => this.inProfile('email-missing'),
    )
  }

  /**
   * The refusals of all wrong values of a member, none where invitations are scarce: those of bodies that are wrong
   * in every member, and where such a refusal does not name this one, that of a body that is wrong in it alone.
   */
  async refusalsOf(field: Field): Promise<[WrongValue, Answer][]> {
    const shared = await this.#together()
    return Promise.all(
      this.#wrong[field].map(async (wrong, index): Promise<[WrongValue, Answer][]> => {
        const answer = shared[index]
        if (answer === undefined) return []
        const isNamed = isValidation(answer) && detailFields(answer).includes(field)
        return [[wrong, isNamed || answer.status >= 500 ? answer : await this.#alone(wrong)]]
      }),
    ).then((found) => found.flat())
  }

  /**
   * The refusal of a flaw in the profile; undefined where every invitation is counted or the profile takes nobody.
   * Two flaws share an invitation as long as its refusal names both.
   */
  async inProfile(flaw: ProfileFlaw): Promise<Answer | undefined> {
    const shared = flaw === 'email-missing' ? undefined : await this.#nameless()
    const field = flaw === 'name-missing' ? 'name' : 'role'
    if (shared && isValidation(shared) && detailFields(shared).includes(field)) return shared
    const { email, name, role } = this.#soundInProfile(flaw)
    const body = {
      'email-missing': { name, role },
      'name-missing': { email, role },
      'role-owner': { email, name, role: 'owner' },
    }[flaw]
    return this.#once.do(`v3 invitation ${flaw} in the profile`, () =>
      this.#askInProfile(body, `invitation into the profile with flaw: ${flaw}`),
    )
  }

  /** As owner and without a name, into the profile. */
  #nameless(): Promise<Answer | undefined> {
    return this.#once.do('v3 nameless invitation in the profile', () => {
      const { email } = this.#soundInProfile('nameless')
      return this.#askInProfile({ email, role: 'owner' }, 'invitation into the profile, no name, role owner')
    })
  }

  #soundInProfile(slug: string): { email: string; name: string; role: string } {
    const own = `profile-${slug}`
    return { email: this.#guard.email(own, this.#domain), name: this.#guard.name(own), role: 'developer' }
  }

  async #askInProfile(body: InvitationBody, purpose: string): Promise<Answer | undefined> {
    if (!this.#callers.has('profileId') || this.#invitations.isFew) return undefined
    const { profileId, answer } = await this.#invitations.second()
    if (profileId === undefined || !succeeded(answer)) return undefined
    return this.#callers.admin.invite(body, { purpose, profileId })
  }

  /** The refusals of bodies that are no invitation, none where invitations are scarce. */
  shapes(): Promise<[string, Answer][]> {
    return this.#once.do('v3 bodies that are no invitation', async () => {
      if (!(await this.#invitations.plenty())) return []
      const [email, name] = [this.#guard.email('shapes', this.#domain), this.#guard.name('shapes')]
      return Promise.all(
        Object.entries(shapes(email, name)).map(
          async ([form, text]): Promise<[string, Answer]> => [
            form,
            await this.#callers.admin.inviteText(text, { purpose: `invitation that is ${form}` }, email),
          ],
        ),
      )
    })
  }

  #together(): Promise<Answer[]> {
    return this.#once.do('v3 invitations with wrong values', async () => {
      if (!(await this.#invitations.plenty())) return []
      const length = Math.max(...Object.values(this.#wrong).map((values) => values.length))
      return Promise.all(
        startedInDrawnOrder([...Array(length).keys()], this.#guard.chance.for('wrong values'), (index) => {
          const body = this.#bodyOf(index)
          const forms = Object.entries(this.#wrong).flatMap(([field, values]) => {
            const wrong = values[index]
            return wrong === undefined ? [] : [`${field} ${wrong.form}`]
          })
          return this.#callers.admin.invite(body, { purpose: `invitation with ${forms.join(', ')}` })
        }),
      )
    })
  }

  #alone({ field, form, value }: WrongValue): Promise<Answer> {
    return this.#once.do(`v3 invitation with ${field} ${form}`, () => {
      const sound = {
        email: this.#guard.email(`wrong-${field}`, this.#domain),
        name: this.#guard.name(`wrong-${field}`),
      }
      const body = { ...sound, role: 'developer', [field]: value }
      return this.#callers.admin.invite(body, { purpose: `invitation with ${field} ${form} alone` })
    })
  }

  /** A body that is wrong in several members: beyond the wrong names it has a sound one, beyond the wrong roles none. */
  #bodyOf(index: number): InvitationBody {
    const members = (Object.keys(this.#wrong) as Field[]).flatMap((field): [string, unknown][] => {
      const wrong = this.#wrong[field][index]
      if (wrong !== undefined) return [[field, wrong.value]]
      return field === 'name' ? [[field, this.#guard.name(`wrong-values ${index}`)]] : []
    })
    return Object.fromEntries(members)
  }
}
