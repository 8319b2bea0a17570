/** For the tests of shapes: the documented answers of v3, with values of our own. */

export const meta = {
  request_id: 'req_Q2m4Ht81Lc',
  timestamp: '2026-04-02T08:05:09.1203471+00:00',
  version: 'v3',
}

export const active = {
  id: '5b0c7d1e-93a4-4f6b-8e21-0d9f3c6a7b12',
  email: 'maria@firma.example',
  name: 'Maria Beispiel',
  role: 'admin',
  status: 'active',
  invited_at: '2025-11-02T07:01:44.310022+00:00',
  last_login_at: '2026-04-01T22:41:00.9981273+00:00',
  created_at: '2025-11-02T07:01:44.3100302+00:00',
  updated_at: '2026-03-30T10:00:01.7725239+00:00',
}

export const invited = {
  id: 'a1a2a3a4-b1b2-4c1c-9d1d-e1e2e3e4e5e6',
  email: 'jonas@firma.example',
  name: 'Jonas Muster',
  role: 'developer',
  status: 'invited',
  invited_at: '2026-03-29T16:20:05.5500011+00:00',
  last_login_at: null,
  created_at: '2026-03-29T16:20:05.5500019+00:00',
  updated_at: '2026-03-29T16:20:05.550003+00:00',
}

export function success(data: unknown): object {
  return { success: true, data, error: null, meta }
}

export function refusal(code: string, details: unknown = null): object {
  const doc_url = `https://docs.example/errors/${code}`
  return {
    success: false,
    data: null,
    error: { code, message: 'That was not possible', details, doc_url },
    meta,
  }
}
