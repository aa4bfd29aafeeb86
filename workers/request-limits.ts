import { Problem } from '#shared/domain/problem.ts'

/** Characters of an address: a list that is filtered by everything takes half of them. */
const longestAddress = 8192
/** Characters of one header, as for nginx and Apache. Cloudflare and workerd bound all of them together to 128 kB. */
const longestHeader = 8192

/** Looks at how much was sent before anything reads it. @throws Problem */
export function refuseOversize({ url, headers }: Request): void {
  if (url.length > longestAddress) throw new Problem('address_too_long')
  for (const value of headers.values()) if (value.length > longestHeader) throw new Problem('headers_too_long')
}
