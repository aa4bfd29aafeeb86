import { decomposed } from '#shared/text/normal-form.ts'

/** Marks over letters of which people leave them out; those of other scripts (が, की) make another letter. */
const accents = /(?<=[\p{Script=Latin}\p{Script=Greek}\p{Script=Arabic}\p{Script=Hebrew}]\p{M}{0,30})\p{M}/gu

/** Letters of Latin alone, each with its accents in one: what follows a letter once they are parted is an accent that people leave out. */
const isLatin = /^[\x20-\u024f]*$/

function withoutAccents(text: string): string {
  const parted = decomposed(text)
  return isLatin.test(text) ? parted.replace(/[\u0300-\u036f]/g, '') : parted.replace(accents, '')
}

/** `C++` and `C#` are not C: the signs behind a lone letter are part of its name. */
function signed(text: string): string {
  return /[+#]/.test(text)
    ? text.replace(
        /(?<![\p{L}\p{N}])(\p{L})([+#]{1,3})(?![\p{L}\p{N}+#])/gu,
        (_, letter: string, signs: string) => `${letter}${signs.replaceAll('+', ' plus').replaceAll('#', ' sharp')}`,
      )
    : text
}

/** Text as two people would compare it: no case, no accents, one kind of apostrophe, dash and space. Signs count where there is nothing else: `🌻`. */
export function fold(text: string): string {
  const bare = /^[\x20-\x7e]*$/.test(text)
    ? text.toLowerCase()
    : withoutAccents(text).toLowerCase().replace(/œ/g, 'oe').replace(/æ/g, 'ae')
  if (/^[a-z0-9][a-z0-9 ]*$/.test(bare) && !bare.includes('  ') && !bare.endsWith(' ')) return bare
  return (
    signed(bare)
      .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
      .trim() || bare.replace(/\s/g, ' ').trim()
  )
}
