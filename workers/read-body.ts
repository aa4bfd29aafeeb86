import { Problem } from '#shared/domain/problem.ts'

/** Bytes that are read and thrown away, so that whoever sends too much hears why: of a connection that is cut, a browser says nothing. */
const drained = 8_000_000

/** A request that is answered anew, since the settings changed meanwhile, has its body no more. */
const bodies = new WeakMap<Request | Response, Promise<ArrayBuffer | null>>()

/**
 * A body of at most `limit` bytes; null when it is longer. It may not say how long it is (chunked, HTTP/2): no more of it is kept than that.
 * @throws Problem when it does not come as HTTP has it, such as a chunk of no size.
 */
export function readBody(sent: Request | Response, limit: number): Promise<ArrayBuffer | null> {
  const body = bodies.get(sent) ?? readOnce(sent, limit)
  bodies.set(sent, body)
  return body
}

async function readOnce(sent: Request | Response, limit: number): Promise<ArrayBuffer | null> {
  const said = Number(sent.headers.get('content-length') ?? Number.NaN)
  if (said > drained) return null
  try {
    return said <= limit ? await sent.arrayBuffer() : await readParts(sent, limit)
  } catch {
    // Whoever sent it broke off, or wrote it wrongly: the runtime has one error for all of it
    throw new Problem('request_unreadable')
  }
}

async function readParts({ body }: Request | Response, limit: number): Promise<ArrayBuffer | null> {
  const parts: BlobPart[] = []
  let length = 0
  for await (const part of body ?? []) {
    length += part.byteLength
    if (length > drained) break
    if (length <= limit) parts.push(part)
  }
  return length > limit ? null : new Blob(parts).arrayBuffer()
}
