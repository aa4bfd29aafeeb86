import { decomposed } from '#shared/text/normal-form.ts'

/** Text as two people would compare it: no case, no accents, one kind of apostrophe, dash and space. Signs count where there is nothing else: `🌻`. */
export function plain(text: string): string {
  const bare = decomposed(text).replace(/\p{M}/gu, '').toLowerCase().replace(/œ/g, 'oe').replace(/æ/g, 'ae')
  return bare.replace(/[^\p{L}\p{N}]+/gu, ' ').trim() || bare.replace(/\s/g, ' ').trim()
}
