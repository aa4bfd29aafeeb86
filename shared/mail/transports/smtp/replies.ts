/** A server's answer (RFC 5321, §4.2): its code, and its lines without the last one's end. Of a long one only the beginning is kept. */
export type Reply = { code: number; text: string }

/** In characters, some thirty times the longest that servers say (RFC 5321, §4.5.3.1.5): one that talks on is none. */
const longestReply = 16_384
/** Of a reply so many characters are kept: more than the list of what any server can do. */
const kept = 4_096

/** Puts a server's answers together from what arrives. Each character is looked at once, however it arrives. */
export type Replies = {
  /** @throws when this is no answer of a mail server. */
  add: (text: string) => void
  /** Takes the oldest answer that is whole. */
  take: () => Reply | null
  /** Whether something of an answer has come that was not taken. */
  isEmpty: () => boolean
}

export function createReplies(): Replies {
  const whole: Reply[] = []
  let lines: string[] = []
  let line = ''
  let size = 0

  const endLine = () => {
    const text = line
    line = ''
    // The last line has a space behind its code, or nothing
    const [, code, more] = /^([2-5]\d\d)(-|\s|$)/.exec(text) ?? []
    // What stands between the lines of one answer is part of it, whatever it looks like
    if (code === undefined && lines.length === 0) throw new Error('the server does not speak SMTP')
    if (size - text.length < kept) lines.push(text.slice(0, kept))
    if (code === undefined || more === '-') return
    whole.push({ code: Number(code), text: lines.join('\n').trimEnd() })
    lines = []
    size = 0
  }
  return {
    add: (text) => {
      let from = 0
      for (let end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', from)) {
        size += end - from
        line += text.slice(from, end)
        from = end + 1
        endLine()
      }
      size += text.length - from
      line += text.slice(from)
      if (size > longestReply) throw new Error('the server’s answer has no end')
    },
    take: () => whole.shift() ?? null,
    isEmpty: () => whole.length === 0 && lines.length === 0 && line === '',
  }
}
