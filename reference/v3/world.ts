/** The state of one v3 reference server: two organizations, their profiles, their users and keys. */
import { randomUUID } from 'node:crypto'
import { Clock } from './clock.ts'
import type { Role, Status, V3User } from './types.ts'

/** The users of one organization or profile; every scope has its own entries. */
export class Scope {
  readonly id: string = randomUUID()
  /** Account that created the scope: passes every check and has no entry. */
  readonly ownerEmail: string
  /** The organization of a profile. */
  readonly parent: Scope | undefined
  readonly #users = new Map<string, V3User>()
  readonly #idByEmail = new Map<string, string>()

  constructor(ownerEmail: string, parent?: Scope) {
    this.ownerEmail = ownerEmail
    this.parent = parent
  }

  /** The organization that pays for and limits this scope. */
  get organization(): Scope {
    return this.parent ?? this
  }

  all(): V3User[] {
    return [...this.#users.values()]
  }

  find(id: string): V3User | undefined {
    return this.#users.get(id)
  }

  /** Letter case does not count. */
  findByEmail(email: string): V3User | undefined {
    return this.find(this.#idByEmail.get(email.toLowerCase()) ?? '')
  }

  /** Adds the user, or replaces the entry of the same id. */
  put(user: V3User): void {
    this.#users.set(user.id, user)
    this.#idByEmail.set(user.email.toLowerCase(), user.id)
  }

  delete(user: V3User): void {
    this.#users.delete(user.id)
    if (this.#idByEmail.get(user.email.toLowerCase()) === user.id) {
      this.#idByEmail.delete(user.email.toLowerCase())
    }
  }

  /** Invited admins do not count: they cannot act yet. */
  activeAdmins(): V3User[] {
    return this.all().filter((user) => user.role === 'admin' && user.status === 'active')
  }
}

/** The owner of an API key. */
export interface Account {
  /** Whether the key was issued for an organization or for one of its profiles. */
  kind: 'organization' | 'profile'
  /** What the key acts on when no header says otherwise. */
  scope: Scope
  /** Decides the role, and who "yourself" is. */
  email: string
}

/** Everything a v3 server knows. */
export interface World {
  clock: Clock
  organization: Scope
  profile: Scope
  foreignOrganization: Scope
  foreignProfile: Scope
  /** API key to its account. */
  accounts: Map<string, Account>
  keys: V3Keys
  /** Entry of the account that owns the admin key. */
  self: V3User
  /** Somebody of the foreign organization. */
  foreigner: V3User
}

/** One API key per kind of caller. */
export interface V3Keys {
  owner: string
  admin: string
  developer: string
  billing: string
  /** Valid, but its account has no role in the organization. */
  restricted: string
  foreignAdmin: string
  /** Issued for the profile, not for the organization. */
  profile: string
}

/** Builds a fresh world with `extraUsers` further active developers in the organization. */
export function createWorld(newId: () => string, extraUsers = 0): World {
  const clock = new Clock()
  const organization = new Scope('olga.owner@acme.example')
  const profile = new Scope('olga.owner@acme.example', organization)
  const foreignOrganization = new Scope('otto.owner@globex.example')
  const foreignProfile = new Scope('otto.owner@globex.example', foreignOrganization)
  const add = (scope: Scope, email: string, name: string, role: Role, status: Status = 'active') => {
    const user = { id: newId(), ...seedUser(clock, email, name, role, status) }
    scope.put(user)
    return user
  }

  const self = add(organization, 'ada.admin@acme.example', 'Ada Admin', 'admin')
  add(organization, 'dora.developer@acme.example', 'Dora Developer', 'developer')
  add(organization, 'bert.billing@acme.example', 'Bert Billing', 'billing')
  add(organization, 'ines.invited@acme.example', 'Ines Invited', 'developer', 'invited')
  add(organization, 'sven.suspended@acme.example', 'Sven Suspended', 'billing', 'suspended')
  add(organization, 'anton.admin@acme.example', 'Anton Admin', 'admin')
  add(profile, 'petra.admin@brand.example', 'Petra Admin', 'admin')
  add(profile, 'paul.developer@brand.example', 'Paul Developer', 'developer')
  add(foreignOrganization, 'gina.admin@globex.example', 'Gina Admin', 'admin')
  const foreigner = add(foreignOrganization, 'gero.developer@globex.example', 'Gero Developer', 'developer')
  add(foreignProfile, 'fritz.admin@globex.example', 'Fritz Admin', 'admin')
  for (let n = 1; n <= extraUsers; n++) {
    add(organization, `colleague-${n}@acme.example`, `Colleague ${n}`, 'developer')
  }

  const accounts = new Map<string, Account>()
  const key = (email: string, scope: Scope = organization): string => {
    const value = randomUUID()
    accounts.set(value, { kind: scope.parent ? 'profile' : 'organization', scope, email })
    return value
  }
  const keys: V3Keys = {
    owner: key('olga.owner@acme.example'),
    admin: key(self.email),
    developer: key('dora.developer@acme.example'),
    billing: key('bert.billing@acme.example'),
    restricted: key('rudi.restricted@acme.example'),
    foreignAdmin: key('gina.admin@globex.example', foreignOrganization),
    profile: key('petra.admin@brand.example', profile),
  }
  return {
    clock,
    organization,
    profile,
    foreignOrganization,
    foreignProfile,
    accounts,
    keys,
    self,
    foreigner,
  }
}

/** Every scope of a world. */
export function scopesOf(world: World): Scope[] {
  return [world.organization, world.profile, world.foreignOrganization, world.foreignProfile]
}

function seedUser(clock: Clock, email: string, name: string, role: Role, status: Status): Omit<V3User, 'id'> {
  const joined = clock.daysAgo(90)
  return {
    email,
    name,
    role,
    status,
    invited_at: joined,
    last_login_at: status === 'invited' ? null : clock.daysAgo(1),
    created_at: joined,
    updated_at: clock.daysAgo(2),
  }
}
