/** The first bytes of an answer, as text; what comes behind them is neither waited for nor kept. `bytes`: how many at the most. */
export async function readStart({ body }: Pick<Response, 'body'>, bytes: number): Promise<string> {
  const decoder = new TextDecoder()
  let start = ''
  let length = 0
  for await (const part of body ?? []) {
    const wanted = part.subarray(0, bytes - length)
    start += decoder.decode(wanted, { stream: true })
    length += wanted.byteLength
    // Leaving the loop cancels the rest
    if (length >= bytes) break
  }
  return start
}
