/** Pieces of text as a body, each made when it is wanted. */
export function streamed(pieces: AsyncGenerator<string>): ReadableStream<Uint8Array> {
  const bytes = new TextEncoder()
  return new ReadableStream({
    pull: async (controller) => {
      const { done, value } = await pieces.next()
      if (done) controller.close()
      else controller.enqueue(bytes.encode(value))
    },
    cancel: () => pieces.return(undefined).then(() => undefined),
  })
}
