import { editDistance } from './edit-distance.ts'

/** Where most people in French- and English-speaking countries have their mail. */
const providers =
  `gmail.com googlemail.com hotmail.com hotmail.fr hotmail.co.uk hotmail.be outlook.com outlook.fr outlook.be live.fr live.com
  live.be msn.com yahoo.com yahoo.fr yahoo.co.uk ymail.com icloud.com orange.fr wanadoo.fr laposte.net free.fr numericable.fr neuf.fr
  bbox.fr aliceadsl.fr club-internet.fr protonmail.com proton.me gmx.com gmx.fr riseup.net posteo.net posteo.de mailo.com mail.com ecomail.fr
  tutanota.com disroot.org skynet.be telenet.be bluewin.ch btinternet.com gmail.fr`.split(/\s+/)
const known = new Set(providers)
/** Names that are sold, and nobody has mail at. */
const notTheirs: Readonly<Record<string, string>> = { 'gmail.fr': 'gmail.com' }

/** The address that somebody probably meant who wrote one at nearly a large provider: `lou@gmial.com`. Null when it may well be meant. */
export function suggestedAddress(address: string): string | null {
  const at = address.lastIndexOf('@') + 1
  const host = address.slice(at)
  const other = notTheirs[host]
  if (other) return address.slice(0, at) + other
  if (known.has(host) || host.length < 7) return null
  const meant = providers.find((provider) => !(provider in notTheirs) && editDistance(host, provider, 1) <= 1)
  return meant ? address.slice(0, at) + meant : null
}
