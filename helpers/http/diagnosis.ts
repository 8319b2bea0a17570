/**
 * Finds out why a target whose connections fail from the start does not speak HTTP as its address says. Speaks a few
 * bytes to it, which no server takes for a request of the suite.
 */
import { connect as connectPlain, type Socket } from 'node:net'
import { connect as connectTls } from 'node:tls'
import type { Certificates } from '../config/certificates.ts'
import { printable } from '../text/printable.ts'

/** What is to be looked at. */
export interface DiagnosisOptions {
  baseUrl: string
  certificates?: Certificates
  /** How long each look may take, in milliseconds. */
  timeoutMs: number
}

/** What became of one look: bytes that came, the code of an error, the protocol that TLS agreed on. */
interface Look {
  bytes: Buffer
  code?: string
  protocol?: string | false
}

/** A read of what any server has, so that also a run that may only read says no more. */
const HTTP1 = 'GET / HTTP/1.0\r\n\r\n'
/** How a client of HTTP/2 begins: the preface, and a frame of settings without any. */
const HTTP2 = Buffer.concat([
  Buffer.from('PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n'),
  Buffer.from('000000040000000000', 'hex'),
])

/** Longest beginning of a greeting that is repeated, in characters. */
const LONGEST_GREETING = 40

const WANTS_CERTIFICATE =
  'the target wants a client certificate: name its PEM files in CLIENT_CERT and CLIENT_KEY'

const H2C =
  'the target speaks HTTP/2 without TLS (h2c) only, and the suite HTTP/1.1: give it a listener or a proxy that speaks HTTP/1.1'

/** @returns what is wrong and what helps; undefined where nothing definite is seen. Never rejects */
export async function diagnose(options: DiagnosisOptions): Promise<string | undefined> {
  try {
    return await (options.baseUrl.startsWith('https:') ? lookAtSecure(options) : lookAtPlain(options))
  } catch {
    return undefined
  }
}

async function lookAtPlain(options: DiagnosisOptions): Promise<string | undefined> {
  const plain = await look(options, false, HTTP1)
  if (isHttp1(plain)) return undefined
  if (isTls(plain)) return speaksTls(options)
  const second = isHttp2(plain) ? plain : await look(options, false, HTTP2)
  if (isHttp2(second)) {
    return H2C
  }
  if (plain.bytes.length > 0) return somethingElse(plain)
  const secure = await look(options, true, HTTP1)
  return secure.protocol !== undefined || isAlert(secure.code) ? speaksTls(options) : undefined
}

async function lookAtSecure(options: DiagnosisOptions): Promise<string | undefined> {
  const secure = await look(options, true, HTTP1, 'http/1.1')
  if (isHttp1(secure)) return undefined
  if (/CERTIFICATE_REQUIRED|BAD_CERTIFICATE|CERTIFICATE_UNKNOWN|UNKNOWN_CA/.test(secure.code ?? '')) {
    return options.certificates?.cert === undefined
      ? WANTS_CERTIFICATE
      : 'the target does not accept the client certificate of CLIENT_CERT: it must come from an authority that the target trusts, with those between them in the same file'
  }
  if (/WRONG_VERSION_NUMBER|PACKET_LENGTH|UNKNOWN_PROTOCOL|HTTP_REQUEST/.test(secure.code ?? '')) {
    const plain = await look(options, false, HTTP1)
    if (isHttp1(plain))
      return `the target speaks plain HTTP there: write BASE_URL=${options.baseUrl.replace('https:', 'http:')}`
    if (isHttp2(plain)) return H2C
    return plain.bytes.length > 0 ? somethingElse(plain) : undefined
  }
  const second = await look(options, true, HTTP2, 'h2')
  if (isHttp2(second)) {
    return 'the target speaks HTTP/2 only, and the suite HTTP/1.1: let it, or a proxy before it, offer HTTP/1.1 as well'
  }
  if (isAlert(secure.code) && options.certificates?.cert === undefined) {
    return `the target breaks off the TLS handshake (${secure.code}): most often it wants a client certificate, whose PEM files CLIENT_CERT and CLIENT_KEY name`
  }
  return secure.bytes.length > 0 ? somethingElse(secure) : undefined
}

function speaksTls({ baseUrl }: DiagnosisOptions): string {
  return `the target speaks TLS there: write BASE_URL=${baseUrl.replace('http:', 'https:')}`
}

function somethingElse({ bytes }: Look): string {
  // Whatever follows the first line answers the request, which the server did not understand.
  const [line = ''] = bytes.toString('latin1').trim().split(/\r?\n/)
  const greeting = line.slice(0, LONGEST_GREETING)
  const says = printable(greeting) === greeting ? JSON.stringify(greeting) : 'bytes that are no text'
  return `what answers there is no HTTP server (it says ${says}): check host and port of BASE_URL`
}

function isHttp1({ bytes }: Look): boolean {
  return bytes.subarray(0, 5).toString('latin1') === 'HTTP/'
}

/** A frame of settings, with which every server of HTTP/2 begins. */
function isHttp2({ bytes }: Look): boolean {
  return bytes.length >= 9 && bytes[3] === 4 && bytes.readUInt32BE(5) === 0 && bytes.readUIntBE(0, 3) < 1024
}

/** The beginning of a TLS alert, or of another record. */
function isTls({ bytes }: Look): boolean {
  return bytes.length >= 2 && (bytes[0] === 0x15 || bytes[0] === 0x16) && bytes[1] === 3
}

function isAlert(code: string | undefined): boolean {
  return code?.includes('_ALERT_') === true
}

/** Connects, says something, and takes what comes first. */
function look(
  { baseUrl, certificates = {}, timeoutMs }: DiagnosisOptions,
  secure: boolean,
  says: string | Buffer,
  protocol?: string,
): Promise<Look> {
  const { hostname, port, protocol: scheme } = new URL(baseUrl)
  const host = hostname.replace(/^\[|\]$/g, '')
  const where = { host, port: Number(port || (scheme === 'https:' ? 443 : 80)) }
  const { cert, key } = certificates
  return new Promise((resolve) => {
    const seen: Look = { bytes: Buffer.alloc(0) }
    const socket: Socket = secure
      ? connectTls({
          ...where,
          // Whose certificate that is has been looked at before; no secret is said here.
          rejectUnauthorized: false,
          ...(cert && key ? { cert, key } : {}),
          ...(protocol === undefined ? {} : { ALPNProtocols: [protocol] }),
          ...(/^[\d.]+$|:/.test(host) ? {} : { servername: host }),
        })
      : connectPlain(where)
    const end = (): void => {
      clearTimeout(timer)
      socket.destroy()
      resolve(seen)
    }
    const timer = setTimeout(end, timeoutMs)
    socket.on(secure ? 'secureConnect' : 'connect', () => {
      if ('alpnProtocol' in socket) seen.protocol = socket.alpnProtocol as string | false
      socket.write(says)
    })
    socket.on('data', (chunk) => {
      seen.bytes = Buffer.concat([seen.bytes, chunk])
      if (seen.bytes.length >= 9) end()
    })
    socket.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== undefined) seen.code = error.code
      end()
    })
    socket.on('close', end)
  })
}
