/** Bytes that are read and thrown away, so that whoever sends too much hears why: of a connection that is cut, a browser says nothing. */
const drained = 8_000_000

/** A body of at most `limit` bytes; null when it is longer. It may not say how long it is (chunked, HTTP/2): no more of it is kept than that. */
export async function readBody(request: Request, limit: number): Promise<ArrayBuffer | null> {
  const said = Number(request.headers.get('content-length') ?? Number.NaN)
  if (said <= limit) return request.arrayBuffer()
  if (said > drained) return null
  const parts: BlobPart[] = []
  let length = 0
  for await (const part of request.body ?? []) {
    length += part.byteLength
    if (length > drained) break
    if (length <= limit) parts.push(part)
  }
  return length > limit ? null : new Blob(parts).arrayBuffer()
}
