/** Organizations, profiles, keys and users in Postgres. */
import { PGlite } from '@electric-sql/pglite'
import { isOn } from '../start/switches.ts'

const SHORT_ID = `text PRIMARY KEY DEFAULT 'usr_' || substr(md5(gen_random_uuid()::text), 1, 6)`

/** A new database with an organization, its two profiles, and another organization with one. */
export async function openDatabase(): Promise<PGlite> {
  const database = await PGlite.create()
  await database.exec(`
    CREATE TABLE scopes (
      id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
      organization_id uuid REFERENCES scopes (id),
      name text NOT NULL UNIQUE,
      owner_email text NOT NULL
    );
    CREATE TABLE api_keys (
      key text PRIMARY KEY,
      scope_id uuid NOT NULL REFERENCES scopes (id),
      account_email text NOT NULL
    );
    CREATE TABLE users (
      id ${isOn('short-ids') ? SHORT_ID : 'uuid PRIMARY KEY DEFAULT gen_random_uuid()'},
      scope_id uuid NOT NULL REFERENCES scopes (id),
      email text NOT NULL,
      name text NOT NULL,
      role text NOT NULL CHECK (role IN ('admin', 'billing', 'developer')),
      status text NOT NULL DEFAULT 'invited' CHECK (status IN ('active', 'invited', 'suspended', 'rejected')),
      invited_at timestamptz DEFAULT now(),
      last_login_at timestamptz,
      created_at timestamptz NOT NULL DEFAULT now(),
      updated_at timestamptz NOT NULL DEFAULT now()
    );
    CREATE UNIQUE INDEX one_user_per_address ON users (scope_id, lower(email));

    INSERT INTO scopes (name, owner_email) VALUES
      ('Hooli', 'gavin@hooli.example'), ('Pied Piper', 'richard@piedpiper.example');
    INSERT INTO scopes (organization_id, name, owner_email)
      SELECT id, name || ' Retail', owner_email FROM scopes WHERE organization_id IS NULL;

    INSERT INTO users (scope_id, email, name, role, status, last_login_at)
    SELECT scopes.id, person.email, person.name, person.role, person.status,
      CASE person.status WHEN 'active' THEN now() - interval '2 hours' END
    FROM scopes JOIN (VALUES
      ('Hooli', 'denpok@hooli.example', 'Denpok Singh', 'admin', 'active'),
      ('Hooli', 'jian@hooli.example', 'Jian Yang', 'developer', 'active'),
      ('Hooli', 'monica@hooli.example', 'Monica Hall', 'billing', 'active'),
      ('Hooli', 'nelson@hooli.example', 'Nelson Bighetti', 'developer', 'invited'),
      ('Hooli', 'keenan@hooli.example', 'Keenan Feldspar', 'billing', 'suspended'),
      ('Hooli Retail', 'shop@hooli.example', 'Shop Keeper', 'admin', 'active'),
      ('Hooli Retail', 'till@hooli.example', 'Till Kassner', 'developer', 'active'),
      ('Pied Piper', 'dinesh@piedpiper.example', 'Dinesh Chugtai', 'admin', 'active'),
      ('Pied Piper Retail', 'jared@piedpiper.example', 'Jared Dunn', 'admin', 'active')
    ) AS person (scope, email, name, role, status) ON person.scope = scopes.name;

    INSERT INTO api_keys (key, scope_id, account_email)
    SELECT account.key, scopes.id, account.email
    FROM scopes JOIN (VALUES
      ('2b7c9f14-owner-3e8a', 'Hooli', 'gavin@hooli.example'),
      ('80d3a6e5-reads-71fc', 'Hooli', 'jian@hooli.example'),
      ('c46f1b02-leaver-9d2e', 'Hooli', 'erlich@hooli.example')
    ) AS account (key, scope, email) ON account.scope = scopes.name;
  `)
  if (isOn('empty')) await database.exec('DELETE FROM users')
  await database.exec('CREATE TABLE users_replica AS SELECT * FROM users')
  return database
}

/** How long a change takes to the replica from which lists are read. */
const DELAY_MS = 200

/** Carries all users over to the replica, in a while. */
export function replicate(database: PGlite): void {
  if (!isOn('late')) return
  setTimeout(() => {
    void database.exec(
      'BEGIN; DELETE FROM users_replica; INSERT INTO users_replica SELECT * FROM users; COMMIT',
    )
  }, DELAY_MS)
}
