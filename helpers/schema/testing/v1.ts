/** For the tests of shapes: the documented answers of v1, with values of our own. */

export const entry = {
  id: 'usr_77fe01',
  email: 'maria@firma.example',
  name: 'Maria Beispiel',
  status: 'inactive',
  created_at: '2025-07-08T06:45:10Z',
}

export const created = {
  id: 'usr_90ab12',
  email: 'jonas@firma.example',
  name: 'Jonas Muster',
  role: 'member',
  status: 'pending',
  created_at: '2025-07-09T11:00:59Z',
}

export const user = { ...created, role: 'admin', status: 'active', last_login: '2025-07-10T09:15:30Z' }

export const page = { data: [entry, { ...entry, id: 'usr_77fe02' }], meta: { page: 2, limit: 25, total: 27 } }

export function error(word: string): object {
  return { error: word, message: 'That was not possible' }
}
