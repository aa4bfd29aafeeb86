/** Whether what the asker keeps is still good (RFC 9110 §13): by its tag, and where it names none by its date. */
export function isFresh({ headers }: Request, given: Readonly<Record<string, string>>): boolean {
  const tags = headers.get('if-none-match')
  if (tags !== null) {
    const known = tags.split(',').map((tag) => tag.trim().replace(/^W\//, ''))
    return known.includes('*') || (given.etag !== undefined && known.includes(given.etag.replace(/^W\//, '')))
  }
  const since = Date.parse(headers.get('if-modified-since') ?? '')
  const changed = Date.parse(given['last-modified'] ?? '')
  return !Number.isNaN(since) && !Number.isNaN(changed) && changed <= since
}
