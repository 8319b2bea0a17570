import { expect, test } from 'vitest'
import { fragment, html } from './markup.ts'

test('takes values as text, and its own markup as markup', () => {
  const inner = html`<b>${'<i>'}</b>`
  expect(html`<p title="${`"'&`}">${inner} ${[1, 'a<', undefined]}</p>`.text).toBe(
    '<p title="&quot;&#39;&amp;"><b>&lt;i&gt;</b> 1a&lt;</p>',
  )
})

test('shows what is invisible', () => {
  expect(html`${'a\u202e\x1b\ud800'}`.text).toBe('a\\u202e\\x1b\\ud800')
})

test('writes fragments that need no escaping', () => {
  expect(fragment({ operation: 'GET /v3/users/{userId}', text: `"<a> 'b'&` })).toMatch(/^#[\w.*+%=&-]+$/)
})
