/** Text that is written as it is read: a large network never is in memory as a whole. */
export function textStream(pieces: AsyncGenerator<string>): ReadableStream<Uint8Array> {
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
