/** Pieces of text, or of bytes, as a body, each made when it is wanted. */
export function streamed(pieces: AsyncGenerator<string | Uint8Array>): ReadableStream<Uint8Array> {
  const bytes = new TextEncoder()
  return new ReadableStream({
    pull: async (controller) => {
      const { done, value } = await pieces.next()
      if (done) controller.close()
      else controller.enqueue(typeof value === 'string' ? bytes.encode(value) : value)
    },
    cancel: () => pieces.return(undefined).then(() => undefined),
  })
}
