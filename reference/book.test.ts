import { expect, test } from 'vitest'
import { startReference } from './index.ts'

test('the book tells whom a call removed, whom it created, and nothing of those who came by a call', async () => {
  const reference = await startReference({ book: true })
  const { url, v3, environment } = reference
  const call = (method: string, path: string, body?: object) =>
    fetch(`${url}/v3/users${path}`, {
      method,
      headers: { 'x-api-key': v3.keys.owner, 'content-type': 'application/json' },
      ...(body ? { body: JSON.stringify(body) } : {}),
    })
  const invited = async (email: string) => {
    const answer = await call('POST', '', { email, name: 'Nora New', role: 'developer' })
    return ((await answer.json()) as { data: { id: string } }).data.id
  }
  const gone = await invited('gone@acme.example')
  await invited('stays@acme.example')
  await call('DELETE', `/${gone}`, { sandbox: false })
  await call('DELETE', `/${environment.SELF_USER_ID}`, { sandbox: false })
  const page = reference.book()
  await reference.close()
  expect(page?.created.map(({ email }) => email)).toEqual(['stays@acme.example'])
  expect(page?.losses).toMatchObject([
    {
      person: { email: environment.SELF_EMAIL },
      effect: 'removed',
      method: 'DELETE',
      aimed: true,
      simulated: false,
    },
  ])
})
