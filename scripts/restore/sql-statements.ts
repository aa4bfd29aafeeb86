/** What closes a text, a quoted name or a comment, by what opens it. */
const closing: Readonly<Record<string, string>> = { "'": "'", '"': '"', '`': '`', '[': ']', '--': '\n', '/*': '*/' }
const openings = /['"`[;]|--|\/\*/g

/** Characters: as much as D1 takes at once, several times over. */
const longestStatement = 10_000_000

/**
 * Cuts SQL into its statements, as they come. A trigger holds statements of its own, up to `; END;`. What is after the last semicolon is given too.
 * @throws RangeError for a statement that no database of ours has.
 */
export async function* sqlStatements(chunks: AsyncIterable<string>): AsyncGenerator<string> {
  let text = ''
  let at = 0
  let close: string | null = null
  for await (const chunk of chunks) {
    text += chunk
    for (;;) {
      if (close !== null) {
        const end = text.indexOf(close, at)
        // What closes it may be cut in two
        at = end === -1 ? Math.max(at, text.length - close.length + 1) : end + close.length
        if (end === -1) break
        close = null
      }
      openings.lastIndex = at
      const found = openings.exec(text)
      if (found === null) {
        at = Math.max(at, text.length - 1)
        break
      }
      at = found.index + found[0].length
      close = closing[found[0]] ?? null
      if (close !== null || !isWhole(text.slice(0, at))) continue
      yield text.slice(0, at)
      text = text.slice(at)
      at = 0
    }
    if (text.length > longestStatement) throw new RangeError('a statement is too long')
  }
  yield text
}

function isWhole(statement: string): boolean {
  if (!/^CREATE\s+TRIGGER\b/i.test(afterComments(statement))) return true
  return /;\s*END\s*;$/i.test(withoutComments(statement))
}

/** A statement from its first word on. */
export function afterComments(statement: string): string {
  let rest = statement.trimStart()
  for (;;) {
    const end = rest.startsWith('--') ? rest.indexOf('\n') : rest.startsWith('/*') ? rest.indexOf('*/') + 1 : null
    if (end === null) return rest
    rest = end <= 0 ? '' : rest.slice(end + 1).trimStart()
  }
}

/** Its texts are left out too: they may look like comments. */
const withoutComments = (statement: string) => statement.replace(/'[^']*'|"[^"]*"|--[^\n]*|\/\*[^*]*\*\//g, ' ')
