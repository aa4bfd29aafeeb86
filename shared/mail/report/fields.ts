import { inAscii } from '#shared/record/contact-codecs.ts'

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

/** What stands in a field that may come several times. */
export function fieldsNamed(text: string, name: string): string[] {
  const fields = text
    .replace(/\r\n?/g, '\n')
    .replace(/\n[ \t]+/g, ' ')
    .split('\n')
  return fields
    .filter((line) => line.slice(0, name.length + 1).toLowerCase() === `${name}:`)
    .map((line) => line.slice(name.length + 1))
}

/** `rfc822; Somebody@Example.org`, `<somebody@example.org>`, `utf-8; somebody@ex\x{E4}mple.org` (RFC 6533) */
export function addressIn(field: string | undefined): string | null {
  return mailboxesIn(withoutEscapes(field ?? ''))[0] ?? null
}

/** Some leave an original recipient as it was handed over: `lou+2Bpau@example.org` (RFC 3461, §4). */
function withoutEscapes(field: string): string {
  return field
    .replace(/\\x\{([0-9A-F]{2,6})\}/gi, (_, code: string) =>
      String.fromCodePoint(Math.min(Number.parseInt(code, 16), 0x10ffff)),
    )
    .replace(/\+2B(?=[^@+]{1,64}@)/g, '+')
    .replace(/\+3D(?=[^@+]{1,64}@)/g, '=')
}

/** The addresses of a text, in lower case. */
export function mailboxesIn(text: string): string[] {
  const words = text.split(/[\s<>;,"'()[\]{}|]+/).map((word) => word.replace(/^(?:rfc822|mailto|smtp|x400|to):/i, ''))
  return words
    .filter((word) =>
      /^[^@]{1,100}@[\p{L}\p{M}\p{N}_-]{1,100}(?:\.[\p{L}\p{M}\p{N}_-]{1,63}){1,9}\.?:?\.{0,3}$/u.test(word),
    )
    .map((word) => inAscii(word.replace(/[.:]{1,4}$/, '').toLowerCase()))
}
