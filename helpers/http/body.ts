/** Reading, decoding and parsing of bodies that nobody vouches for. */

import { isAscii, isUtf8 } from 'node:buffer'
import { promisify } from 'node:util'
import zlib, { brotliDecompress, gunzip, inflate } from 'node:zlib'
import type { RecordedBody } from '../../model/exchange.ts'
import { bytesForHead, maskedHead } from '../secrets/shorten.ts'
import { sha256 } from '../text/sha256.ts'

/** Nesting beyond this is not parsed unless a run allows it: no documented answer is deeper than five. */
const USUAL_DEPTH = 512

const decoders: Record<string, (data: Buffer, options: { maxOutputLength: number }) => Promise<Buffer>> = {
  gzip: promisify(gunzip),
  'x-gzip': promisify(gunzip),
  deflate: promisify(inflate),
  br: promisify(brotliDecompress),
}

/** Zstandard came to Node.js later than the oldest version that the suite supports: it is read where there is a decoder. */
const { zstdDecompress } = zlib as { zstdDecompress?: typeof gunzip }
if (zstdDecompress) decoders.zstd = promisify(zstdDecompress)

/** What the suite asks for: deflate is read, but servers differ in what they mean by it. */
export const ACCEPTED_ENCODINGS = ['gzip', 'br', 'zstd'].filter((name) => name in decoders).join(', ')

/** Thrown when a body cannot be read within the limits or is not what its headers say. */
export class BodyError extends Error {
  override name = 'BodyError' as const
  readonly kind: 'too-large' | 'protocol'
  constructor(kind: 'too-large' | 'protocol', message: string) {
    super(message)
    this.kind = kind
  }
}

/** Shorter bodies are put together when they have come, in bytes. */
const LONG = 65_536

/**
 * Collects a stream.
 * @param announced how long it is said to be; a long one is put in its place while the rest is under way
 * @throws BodyError once more than `maxBytes` have come
 */
export async function collect(
  stream: AsyncIterable<Uint8Array>,
  maxBytes: number,
  announced?: number,
): Promise<Buffer> {
  const hasPlace = announced !== undefined && announced > LONG && announced <= maxBytes
  const place = hasPlace ? Buffer.allocUnsafeSlow(announced) : undefined
  const chunks: Uint8Array[] = []
  let length = 0
  let placed = 0
  for await (const chunk of stream) {
    length += chunk.length
    if (length > maxBytes) {
      throw new BodyError('too-large', `the body is longer than ${maxBytes} bytes (MAX_BODY_BYTES)`)
    }
    if (place && length <= place.length) {
      place.set(chunk, placed)
      placed = length
    } else chunks.push(chunk)
  }
  const inPlace = place?.subarray(0, placed)
  if (inPlace && chunks.length === 0) return inPlace
  return Buffer.concat(inPlace ? [inPlace, ...chunks] : chunks, length)
}

/** Undoes a content-encoding; throws BodyError on an unknown one, bad data, or a bomb. */
export async function decompress(
  data: Buffer,
  encoding: string | undefined,
  maxBytes: number,
): Promise<Buffer> {
  let result = data
  const names = (encoding ?? '').split(',').map((name) => name.trim().toLowerCase())
  for (const name of names.reverse()) {
    if (name === '' || name === 'identity') continue
    const decode = Object.hasOwn(decoders, name) ? decoders[name] : undefined
    // The whole header: half of a credential that a target repeats in it would not be recognised.
    if (!decode) {
      const late =
        name === 'zstd' ? ', which nobody asked for: this Node.js cannot read it, 22.15 and later can' : ''
      throw new BodyError('protocol', `unknown content-encoding ${JSON.stringify(encoding)}${late}`)
    }
    try {
      result = await decode(result, { maxOutputLength: maxBytes })
    } catch (error) {
      const tooLarge = (error as { code?: string }).code === 'ERR_BUFFER_TOO_LARGE'
      throw tooLarge
        ? new BodyError(
            'too-large',
            `the decompressed body is longer than ${maxBytes} bytes (MAX_BODY_BYTES)`,
          )
        : new BodyError('protocol', `the body is not valid ${name} data`)
    }
  }
  return result
}

/** Decodes UTF-8 without a byte order mark; says whether there were invalid bytes. */
export function decodeText(data: Buffer): { text: string; invalid: boolean } {
  // Of 30 MB, this takes a fraction of the time that a decoder takes which refuses invalid bytes itself.
  if (isAscii(data)) return { text: data.toString('latin1'), invalid: false }
  const text = data.toString('utf8')
  return { text: text.startsWith('\ufeff') ? text.slice(1) : text, invalid: !isUtf8(data) }
}

/** A body as text. */
export interface BodyText {
  /** The whole of a short one; of a long one as much as evidence of `maxChars` characters takes. */
  head: string
  /** Whether there were bytes that are no UTF-8. */
  invalid: boolean
  whole(): string
}

/** Decodes a body; a long one only where somebody asks for the whole. */
export function textOf(data: Buffer, maxChars: number): BodyText {
  const most = bytesForHead(maxChars)
  const { text, invalid } = decodeText(data.subarray(0, most))
  if (data.length <= most) return { head: text, invalid, whole: () => text }
  return {
    head: text,
    invalid: !isAscii(data) && !isUtf8(data),
    whole: () => decodeText(data).text,
  }
}

/** Parses JSON; `undefined` when it is none, or nested deeper than `maxDepth`. */
export function parseJson(text: string, maxDepth = USUAL_DEPTH): unknown {
  if (depthOf(text, maxDepth) > maxDepth) return undefined
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** Whether a text is JSON, and was not parsed for its nesting alone: then it is no malformed answer. */
export function isTooDeep(text: string, maxDepth: number): boolean {
  if (depthOf(text, maxDepth) <= maxDepth) return false
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}

/** The deepest nesting of JSON, or the first that is beyond `enough`; of anything else, some number. */
function depthOf(text: string, enough: number): number {
  if (text.length < enough) return 0
  let depth = 0
  let deepest = 0
  let inString = false
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index)
    if (inString) {
      if (code === 92) index++
      else if (code === 34) inString = false
    } else if (code === 34) inString = true
    else if (code === 91 || code === 123) {
      depth++
      if (depth > deepest) deepest = depth
      if (deepest > enough) return deepest
    } else if (code === 93 || code === 125) depth--
  }
  return deepest
}

/** The form in which evidence keeps a body: masked before it is cut, so that no half secret stays. */
export function recordBody(
  data: Buffer,
  { head: text, invalid }: Pick<BodyText, 'head' | 'invalid'>,
  maxChars: number,
  mask: (text: string) => string,
): RecordedBody {
  const head = maskedHead(text, maxChars, mask)
  return {
    text: head.text,
    bytes: data.length,
    sha256: sha256(data),
    truncated: head.isCut,
    ...(invalid ? { invalidUtf8: true } : {}),
  }
}
