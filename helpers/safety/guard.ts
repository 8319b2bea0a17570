/**
 * Safety, kept in the one place through which every changing request goes: what the run may send at all,
 * and whom it may name in a removal.
 */
import type { Contract, Safety } from '../../model/contract.ts'
import { SAFETIES } from '../../model/contract.ts'
import { Inconclusive, Untested } from '../../model/outcome.ts'
import type { Damage } from '../../model/report.ts'
import { idOf, isSameId, type User } from '../../model/user.ts'
import { drawnAlike } from '../chance/alike.ts'
import { Chance, type Draws } from '../chance/chance.ts'
import { isMark } from './mark.ts'
import { addressWords, plainName } from './names.ts'
import { OwnUsers } from './own-users.ts'
import { tagOf } from './tag.ts'

/** How far up the ladder a user that must be left alone may be named: in a removal, or in a change of role. */
export type Rung = 'sandbox' | 'real' | 'role, simulated' | 'role'

/** Why nobody who must not be removed is named any more, and the rung on which that showed. */
export interface Stop {
  rung: 1 | 2 | 3
  why: string
}

export class Guard {
  readonly safety: Safety
  /** Stands in the e-mail address and the name of every created user; a mark where the run is incognito. */
  readonly tag: string
  /** Tags of other runs that users of the target carry. */
  readonly strays = new Set<string>()
  /** What happened to people whom the run did not create. */
  readonly damages: Damage[] = []
  /** Whom the run created, as far as the target shows them; listens to what its ledger writes down. */
  readonly own: OwnUsers
  /** What the run draws. */
  readonly chance: Chance
  readonly #unknown = new Set<string>()
  readonly #gone = new Set<string>()
  readonly #seenGone = new Set<string>()
  /** Who was looked for where, and whether the last look showed them. */
  readonly #found = new Map<string, boolean>()
  readonly #rungs = new Map<string, Set<Rung>>()
  #stop: Stop | undefined
  /** Whether a read by an id that nobody has showed somebody. */
  #isSomebodyFound = false
  readonly #addresses = new Set<string>()
  readonly #names = new Set<string>()

  readonly #namesNobody: boolean

  /**
   * @param chance what the run draws from
   * @param namesNobody lets removals name ids that nobody has, where nothing else may be sent but reads
   */
  constructor(safety: Safety, tag: string, chance = new Chance(), namesNobody = false) {
    this.safety = safety
    this.tag = tag
    this.own = new OwnUsers(tag)
    this.chance = chance
    this.#namesNobody = namesNobody
  }

  /** Whether the run's safety allows what `needed` allows. */
  allows(needed: Safety): boolean {
    return SAFETIES.indexOf(this.safety) >= SAFETIES.indexOf(needed)
  }

  /** @throws Untested when the run's safety does not allow what `needed` allows */
  requires(needed: Safety): void {
    if (!this.allows(needed)) throw new Untested(`needs SAFETY=${needed}`)
  }

  /**
   * An e-mail address of this run that nobody else uses, drawn for a purpose.
   * @param suffix stands behind it, in front of the @
   */
  email(purpose: string, domain: string, suffix = ''): string {
    return unused(this.#addresses, (count) => {
      const words = addressWords(this.chance.for(`address ${purpose} ${count}`))
      const local = isMark(this.tag) ? `${words}.${this.tag}` : `${this.tag}-${words}`
      return `${local}${suffix}@${domain}`
    })
  }

  /** A plain name of this run that no other user of it has, drawn for a purpose. */
  name(purpose: string): string {
    return unused(this.#names, (count) => plainName(this.chance.for(`name ${purpose} ${count}`), this.tag))
  }

  /** A UUID that names nobody; the same one for the same purpose. */
  unknownId(purpose: string): string {
    const id = this.chance.for(`unknown id ${purpose}`).uuid()
    this.#unknown.add(id)
    return id
  }

  /** Takes an id for nobody's: it is drawn so that nobody can have it. */
  nobody(id: string): void {
    this.#unknown.add(id)
  }

  /** Not a UUID, and nobody's id. */
  malformedId(): string {
    const id = this.chance.for('malformed id').letters(MALFORMED_CHARS)
    this.#unknown.add(id)
    return id
  }

  /**
   * An id that names nobody, in the style of `like` where that is long enough to be random, else of v1; the same one
   * for the same purpose.
   */
  unknownV1Id(purpose: string, like = ''): string {
    const draws = this.chance.for(`unknown id ${purpose}`)
    const id = inStyleOf(like, draws) ?? `usr_${draws.hex(24)}`
    this.#unknown.add(id)
    return id
  }

  /**
   * An id in the style of one that is too short to be certainly nobody's: whoever has read it, and found nobody, may
   * say so by `foundNobody`. Undefined where there is no such style.
   */
  shortId(like: string): string | undefined {
    const draws = this.chance.for('short id')
    if (/^\d{1,9}$/.test(like)) return String(draws.between(1_000_000_000, 1_999_999_999))
    const tail = /[0-9a-z]+$/i.exec(like)?.[0] ?? ''
    if (tail.length < LEAST_CHARS || tail.length >= RANDOM_CHARS || like.length > LONGEST_ID) return undefined
    return like.slice(0, like.length - tail.length) + drawnAlike(tail, draws)
  }

  /** Takes an id for nobody's: it was read, and nobody was found. */
  foundNobody(id: string): void {
    this.#unknown.add(id)
  }

  /** Remembers users that were there before the run: they are never touched. */
  foreign(ids: Iterable<string>): void {
    this.own.foreign(ids)
  }

  /** Remembers that not everybody was seen who was there before the run. */
  unseenBefore(contract: Contract): void {
    this.own.unseenBefore(contract)
  }

  /** Whether this user was there before the run. */
  isForeign(id: string): boolean {
    return this.own.isForeign(id)
  }

  /** Whether an address or a name carries the run's tag. */
  carriesTag(text: unknown): boolean {
    return this.own.carriesTag(text)
  }

  /** Looks at a user whom the target shows: it may be the run's own, or carry the tag of another run. */
  confirm(contract: Contract, user: User): void {
    const tag = tagOf(user)
    if (tag !== undefined && tag !== this.tag) this.strays.add(tag)
    this.own.confirm(contract, user)
  }

  /** Looks at the user whom a read by this id shows. @param scope in which it was read */
  read(id: string, user: User, scope?: string): void {
    this.#found.set(placeOf(id, scope), true)
    if (!this.own.read(id, user) || !this.#unknown.has(id)) return
    // Somebody may really have the UUID of zeros, or a short number.
    if (isSameId(idOf(user), id)) this.#unknown.delete(id)
    else this.#isSomebodyFound = true
  }

  /** Whether the run created this user. */
  isOwn(id: string): boolean {
    return this.own.isOwn(id)
  }

  /** Notes that a removal of this user was answered with success. */
  gone(id: string): void {
    this.#gone.add(id)
  }

  /** Notes that a read of this user was answered with not found. @param scope in which it was read */
  notFound(id: string, scope?: string): void {
    this.#found.set(placeOf(id, scope), false)
    if (this.#gone.has(id)) this.#seenGone.add(id)
  }

  /** Whether this user was not found after a removal that was answered with success. */
  isSeenGone(id: string): boolean {
    return this.#seenGone.has(id)
  }

  /** Whether nothing has shown this user in a scope: not being seen there later does not tell that anything happened. */
  isUnseen(id: string, scope?: string): boolean {
    return !(this.#found.get(placeOf(id, scope)) ?? (this.isOwn(id) || this.isForeign(id)))
  }

  /** Whether this id names nobody: because it was removed, or because nobody ever had it. */
  isGone(id: string): boolean {
    return this.#gone.has(id) || this.#unknown.has(id)
  }

  /** Ends the climb for good; what was seen first stays the reason. */
  closeLadder(rung: Stop['rung'], why: string): void {
    this.#stop ??= { rung, why }
  }

  /** @throws Inconclusive when something has been seen that argues against risking anything more */
  mayClimb(): void {
    if (this.#stop === undefined) return
    const { rung, why } = this.#stop
    throw new Inconclusive(`stopped at rung ${rung}: ${why}, so nothing more is risked`)
  }

  /** Opens one rung of the ladder for a user that must not be removed. */
  openRung(id: string, rung: Rung): void {
    const rungs = this.#rungs.get(id) ?? new Set()
    rungs.add(rung)
    this.#rungs.set(id, rungs)
  }

  /**
   * Called before every removal, with whether it asks for simulation.
   * @throws Untested when safety forbids it; Error when a check names a user that it may not touch
   */
  beforeRemoval(id: string, sandbox: boolean): void {
    if (this.#namesNobody && this.#unknown.has(id)) return
    this.#beforeTouching(id, 'removal', sandbox ? 'sandbox' : 'real', sandbox)
  }

  /** The same before every change of role. */
  beforeRoleChange(id: string, sandbox: boolean): void {
    this.#beforeTouching(id, 'change of role', sandbox ? 'role, simulated' : 'role', sandbox)
  }

  #beforeTouching(id: string, what: string, rung: Rung, sandbox: boolean): void {
    this.requires('disposable')
    const isSimulated = rung === 'sandbox' || rung === 'role, simulated'
    if (this.#unknown.has(id) && this.#isSomebodyFound && !isSimulated) {
      throw new Inconclusive('a read by an id that nobody has showed somebody, so that none is named')
    }
    if (this.own.isTaken(id)) {
      throw new Inconclusive('a read by the id of a user of the run showed somebody else, who is left alone')
    }
    if (this.isOwn(id) || this.#unknown.has(id)) return
    if (this.own.isAmbiguous(id)) {
      throw new Inconclusive('creations of several addresses answered this id, so that nobody is named by it')
    }
    this.mayClimb()
    if (!this.#rungs.get(id)?.has(rung)) {
      throw new Error(`${what} of a user that this run did not create: ${JSON.stringify(id)}`)
    }
    if (!sandbox) this.requires('full')
  }
}

/** One user in one scope. */
function placeOf(id: string, scope: string | undefined): string {
  return JSON.stringify([scope ?? '', id])
}

/** So many letters are no UUID, and nobody's id. */
const MALFORMED_CHARS = 20
/** So many random digits or letters name nobody. */
const RANDOM_CHARS = 12
/** So many seldom name somebody, which a look can tell. */
const LEAST_CHARS = 5
/** Longest beginning that is kept: enough for a prefix, too little of a credential that a target repeats. */
const KEPT_CHARS = 9
const LONGEST_ID = 64

/** The same id but for a short beginning, drawn anew; undefined where it is too short or odd to be random. */
function inStyleOf(id: string, draws: Draws): string | undefined {
  const version = /^[0-9a-f]{8}-[0-9a-f]{4}-([0-9a-f])[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}$/.exec(id)?.[1]
  if (version !== undefined) {
    const uuid = draws.uuid()
    return uuid.slice(0, 14) + version + uuid.slice(15)
  }
  const tail = /[0-9a-z]+$/i.exec(id)?.[0] ?? ''
  if (tail.length < RANDOM_CHARS || id.length > LONGEST_ID || id.length - tail.length > KEPT_CHARS)
    return undefined
  const kept = Math.min(KEPT_CHARS, id.length - RANDOM_CHARS)
  return id.slice(0, kept) + drawnAlike(id.slice(kept), draws)
}

/** The first of a row that was not used before. @param make makes one of its place in the row */
function unused(used: Set<string>, make: (count: number) => string): string {
  for (let count = 1; ; count++) {
    const one = make(count)
    if (used.has(one)) continue
    used.add(one)
    return one
  }
}
