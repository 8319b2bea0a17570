/** The users in Postgres. */
import { PGlite } from '@electric-sql/pglite'
import { Injectable, type OnModuleInit } from '@nestjs/common'

const SCHEMA = `
  CREATE TABLE users (
    number serial PRIMARY KEY,
    id text NOT NULL UNIQUE,
    email text NOT NULL UNIQUE,
    name text NOT NULL,
    role text NOT NULL,
    status text NOT NULL DEFAULT 'pending',
    created_at timestamptz NOT NULL DEFAULT now(),
    last_login timestamptz,
    deleted_at timestamptz
  );
  INSERT INTO users (id, email, name, role, status, created_at, last_login)
  SELECT
    'usr_' || substr(md5(n::text), 1, 6),
    'colleague' || n || '@initech.example',
    'Colleague No. ' || n,
    CASE WHEN n % 9 = 0 THEN 'admin' ELSE 'member' END,
    CASE n % 4 WHEN 0 THEN 'inactive' WHEN 1 THEN 'pending' ELSE 'active' END,
    now() - (n || ' days')::interval,
    CASE n % 4 WHEN 2 THEN now() - (n || ' hours')::interval END
  FROM generate_series(1, 57) AS n;
`

/** One connection for all; queries give rows. */
@Injectable()
export class Database implements OnModuleInit {
  readonly #postgres = new PGlite()

  async onModuleInit(): Promise<void> {
    await this.#postgres.exec(SCHEMA)
  }

  async query<Row>(sql: string, values: unknown[] = []): Promise<Row[]> {
    const { rows } = await this.#postgres.query<Row>(sql, values)
    return rows
  }
}
