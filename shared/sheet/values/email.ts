import { editDistance } from '#shared/domain/edit-distance.ts'

const popular = [
  'gmail.com',
  'hotmail.com',
  'hotmail.fr',
  'outlook.com',
  'outlook.fr',
  'yahoo.fr',
  'yahoo.com',
  'orange.fr',
  'wanadoo.fr',
  'free.fr',
  'laposte.net',
  'sfr.fr',
  'icloud.com',
  'protonmail.com',
  'riseup.net',
  'live.fr',
  'live.com',
  'mailo.com',
  'ecomail.fr',
  'posteo.net',
  'gmx.com',
  'gmx.fr',
]
/** Ends of names that nobody has, and what was meant. */
const wrongEnds: ReadonlyMap<string, string> = new Map(
  Object.entries({
    con: 'com',
    cmo: 'com',
    vom: 'com',
    comm: 'com',
    ocm: 'com',
    coml: 'com',
    ogr: 'org',
    rog: 'org',
    ner: 'net',
    nte: 'net',
    fre: 'fr',
    frr: 'fr',
    rf: 'fr',
  }),
)
/** Sound ones that are near a popular one. */
const sound = new Set([
  'gmx.de',
  'gmx.net',
  'mail.com',
  'ymail.com',
  'live.be',
  'live.nl',
  'free.org',
  'yahoo.de',
  'yahoo.es',
  'yahoo.it',
  'yahoo.be',
  'yahoo.ca',
  'outlook.be',
  'outlook.de',
  'hotmail.be',
  'hotmail.de',
  'hotmail.es',
  'hotmail.it',
  'sfr.com',
  'posteo.de',
  'posteo.eu',
  'mailo.fr',
  'live.ca',
  'live.it',
  'icloud.fr',
  'gmail.fr',
  'orange.com',
  'free.com',
  'email.com',
  'me.com',
  'laposte.fr',
  'protonmail.ch',
])

/** Hosts that were looked at: a sheet has few. */
const seen = new Map<string, string | null>()
const mostSeen = 10_000

/** The address that was most likely meant, where one has a slip in its host (`gmail.con`); null where none is seen. */
export function slipOf(address: string): string | null {
  const at = address.lastIndexOf('@')
  const host = address.slice(at + 1)
  if (popular.includes(host) || sound.has(host) || host.length > 40) return null
  const known = seen.get(host)
  const meant = known === undefined ? hostMeant(host) : known
  if (seen.size < mostSeen) seen.set(host, meant)
  return meant === null ? null : `${address.slice(0, at)}@${meant}`
}

function hostMeant(host: string): string | null {
  const end = host.slice(host.lastIndexOf('.') + 1)
  const mended = wrongEnds.get(end)
  const whole = mended === undefined ? host : `${host.slice(0, -end.length)}${mended}`
  const near =
    popular.find((one) => one === whole) ?? popular.find((one) => one.length > 7 && editDistance(whole, one, 1) <= 1)
  return near ?? (mended === undefined ? null : whole)
}
