/** Texts, quoted names and comments of SQL, in which a question mark asks for nothing. */
const quotedPattern = /'[^']*'|"[^"]*"|--[^\n]*|\/\*[^*]*\*\//g

/** How many values a statement asks for: the highest number of its `?1`, `?2` …, or as many as it has `?`. */
export function countParameters(sql: string): number {
  let count = 0
  for (const [, number] of bare(sql).matchAll(/\?(\d{0,5})/g))
    count = number ? Math.max(count, Number(number)) : count + 1
  return count
}

/** Whether a statement can only read. Where it is not sure, it says no. */
export function isRead(sql: string): boolean {
  const text = bare(sql).trimStart()
  return (
    /^select\b/i.test(text) || (/^with\b/i.test(text) && !/\b(?:insert|update|delete|replace\s+into)\b/i.test(text))
  )
}

/** The first word of a statement, in capitals. */
export function firstWord(sql: string): string {
  return (/^[a-z]+/i.exec(bare(sql).trimStart())?.[0] ?? '').toUpperCase()
}

/** Whether something comes after the statement's end, be it a comment. A trigger holds statements of its own. */
export function isSeveral(sql: string): boolean {
  return !/^\s*create\s+(?:temp\w*\s+)?trigger\b/i.test(bare(sql)) && /;\s*\S/.test(sql.replace(quotedPattern, 'x'))
}

const bare = (sql: string) => sql.replace(quotedPattern, ' ')
