/** Secrets of every kind that is awkward to find. */

export const HARD = 'p4ss/w+rd="q&a\'<é>\\%_-~.ÿ'
export const SECRETS = [
  ['of letters and digits', 'sk_live_9hG4kQ2vLx'],
  ['that is a UUID', '3f2b8c1e-77aa-4d0e-9b1f-0c5d6e7f8a90'],
  ['of every awkward kind of character', HARD],
  ['with backslashes', 'C:\\\\dir\\new\\"x"\\'],
  ['with a blank', 'two words here'],
  ['beyond Latin', 'clé-密钥-🔑-end'],
  ['of four characters', 'k3y!'],
  ['as long as a token can be', 'eyJhbGciOiJSUzI1NiJ9.'.repeat(400)],
] as const
