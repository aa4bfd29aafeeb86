/** Groups of `Name: value` lines, folded ones joined (RFC 822); names in lower case. */
export function blocks(text: string): Map<string, string>[] {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/\n[ \t]+/g, ' ')
    .split(/\n{2,}/)
    .map(
      (block) =>
        new Map(
          block.split('\n').flatMap((line) => {
            const [name = ''] = /^[\w-]+(?=:)/.exec(line) ?? []
            return name === '' ? [] : [[name.toLowerCase(), line.slice(name.length + 1).trim()] as const]
          }),
        ),
    )
}

/** `rfc822; Somebody@Example.org`, `<somebody@example.org>` */
export function addressIn(field: string | undefined): string | null {
  return mailboxesIn(field ?? '')[0] ?? null
}

/** The addresses of a text, in lower case. */
export function mailboxesIn(text: string): string[] {
  const words = text.split(/[\s<>;,"'()[\]{}|]+/).map((word) => word.replace(/^(?:rfc822|mailto|smtp|x400|to):/i, ''))
  return words
    .filter((word) => /^[^@]{1,100}@[\w-]{1,100}(?:\.[\w-]{1,63}){1,9}\.?:?\.{0,3}$/.test(word))
    .map((word) => word.replace(/[.:]{1,4}$/, '').toLowerCase())
}
