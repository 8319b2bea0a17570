/** Tells whoever started the implementation, in one line of JSON, where it listens and with which credentials. */
export function ready(port: number, credentials: Record<string, string>): void {
  process.stdout.write(`${JSON.stringify({ BASE_URL: `http://127.0.0.1:${port}`, ...credentials })}\n`)
}
