import { bare } from './phrases.ts'

/** Of a server's words, so many characters are looked at. */
const looked = 4000

/** Where one thing ends that is said, and the next begins. */
const ends = /[.;,:!?](?=\s)|\.\.\.|[()[\]{}"|=]| - |--/

/** What IronPort writes before whatever another server answered. */
const label = /unknown address error/g

/** Codes that begin each line of a reply, and stand in its middle once the lines are joined. */
const codes = /(?:^|\s)[245]\d\d[- ](?:#?[245]\.\d{1,3}\.\d{1,3}\s)?/g

/**
 * What a server says, one thing after the other, as it is compared: in small letters without accents, a space before and behind; and without what
 * others chose (addresses, so that `spam@…` is no word about spam). The address that it is said of stands there as `@recipient`, its domain as `@domain`.
 */
export function clausesOf(text: string, address: string | null = null): string[] {
  return bare(text.slice(0, looked))
    .replace(/[’‘`´]/g, "'")
    .split('\n')
    .map((line) => line.trim() || ' ; ')
    .join(' ')
    .replace(codes, ' ; ')
    .replace(label, ' ; ')
    .split(/[ \t\r]/)
    .map((word) => withoutOthersWords(word, address))
    .join(' ')
    .split(ends)
    .map(
      (clause) =>
        ` ${clause
          .split(/[\s<>*'_]/)
          .filter((word) => word !== '')
          .join(' ')} `,
    )
    .filter((clause) => clause.trim() !== '')
}

/** Without addresses and names of servers; those of lists of bad servers stay, since they are the reason. */
function withoutOthersWords(word: string, address: string | null): string {
  if (/.@./.test(word)) return withoutAddress(word, address)
  const [name = ''] = /^[a-z0-9.-]{1,253}(?=$|[[(])/.exec(word) ?? []
  if (address?.endsWith(`@${withoutPoints(name)}`)) return `@domain${word.slice(withoutPoints(name).length)}`
  const isServer = name.split('.').length > 2 && !name.includes('..') && /[a-z]/.test(name)
  return isServer && !listsOfServers.test(word) ? '' : word
}

/** What stands behind a colon is said of the address: `lou@example.org:blocked`. */
function withoutAddress(word: string, address: string | null): string {
  const [said = ''] = /(?<=@[^:]{1,300}:)[^:].{0,300}/.exec(word) ?? []
  const name = address !== null && word.includes(address) ? '@recipient' : '@'
  return said === '' ? name : `${name} ; ${said}`
}

function withoutPoints(name: string): string {
  return name.replace(/\.{1,4}$/, '')
}

const listsOfServers = /spamhaus|spamcop|sorbs|barracuda|uceprotect|abuseat|senderscore|ipcheck|[bw]l\./
