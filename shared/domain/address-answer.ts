/** What a server said of an address: that it takes mails for it, or that there is no such address. Of the domain only a short sum is kept. */
export type AddressAnswer = { domain: string; isMissing: boolean }

/** Answers are kept as text, the latest first: so many characters, which is some two hundred and fifty of them. */
export const answersKept = 2_400
/** For so long an answer says something of the next one, in milliseconds. */
export const answersLast = 7 * 86_400_000

export function answerOf(address: string, isMissing: boolean): AddressAnswer {
  return { domain: sumOf(domainOf(address)), isMissing }
}

export function domainOf(address: string): string {
  return address.slice(address.lastIndexOf('@') + 1)
}

/** FNV-1a: enough to tell a network's domains apart, and no list of them. */
function sumOf(domain: string): string {
  let sum = 0x811c9dc5
  for (const byte of new TextEncoder().encode(domain)) sum = Math.imul(sum ^ byte, 0x01000193)
  return (sum >>> 0).toString(36)
}

export function writeAnswers(answers: readonly AddressAnswer[]): string {
  return answers.map(({ domain, isMissing }) => `${isMissing ? 'm' : 't'}${domain} `).join('')
}

/** What `writeAnswers` wrote, without what was cut off at its end. */
export function readAnswers(text: string): AddressAnswer[] {
  const whole = text.slice(0, text.lastIndexOf(' ') + 1)
  return whole
    .split(' ')
    .filter((word) => word !== '')
    .map((word) => ({ domain: word.slice(1), isMissing: word.startsWith('m') }))
}

/**
 * The answers as they are once mails have come back: of each, a server had taken an address that is missing. `isAgain`: it was doubted before,
 * so that its mail says nothing of the server either way.
 */
export function withReturned(
  answers: readonly AddressAnswer[],
  returned: readonly { domain: string; isAgain: boolean }[],
): AddressAnswer[] {
  const left = [...answers]
  for (const { domain, isAgain } of returned) {
    const isTaken = (answer: AddressAnswer) => answer.domain === domain && !answer.isMissing
    if (isAgain) {
      const latestTaken = left.findIndex(isTaken)
      if (latestTaken >= 0) left.splice(latestTaken, 1)
      continue
    }
    const at = left.findLastIndex(isTaken)
    if (at >= 0) left[at] = { domain, isMissing: true }
    else left.push({ domain, isMissing: true })
  }
  return left
}

/** Three missing addresses in a row happen to one network in a thousand, and so does a server that says it of everybody. */
const fewest = 3
/** The latest answers, of which nearly all must be so before a server that took others before is doubted. */
const latest = 12
/** From so many on, more than half are too many, whatever their order. */
const many = 10

/**
 * Whether these answers, the latest first, say of so many addresses that they are missing that it is the server which is wrong. A network of three of
 * whom two are missing is believed, and so is an old list of which a third is.
 */
export function isUnlikely(answers: readonly AddressAnswer[]): boolean {
  const recent = answers.slice(0, latest)
  return isMostly(recent) || countMissing(answers) >= Math.max(many, answers.length / 2 + 1)
}

/** The same of answers whose order says nothing, as of mails that came back long after they were taken. */
export function isUnlikelyInAll(answers: readonly AddressAnswer[]): boolean {
  return isMostly(answers) || countMissing(answers) >= Math.max(many, answers.length / 2 + 1)
}

function isMostly(answers: readonly AddressAnswer[]): boolean {
  return countMissing(answers) >= Math.max(fewest, 0.8 * answers.length)
}

function countMissing(answers: readonly AddressAnswer[]): number {
  return answers.filter(({ isMissing }) => isMissing).length
}

/** Of whom it is not believed that their address is missing: nobody, those of these domains (by their sums), everybody. */
export type Disbelief = { everybody: true } | { everybody: false; domains: ReadonlySet<string> }

/** What is not believed of the missing among these answers, the latest first. */
export function disbelief(answers: readonly AddressAnswer[], isTooMuch = isUnlikely): Disbelief {
  const missing = new Set(answers.filter(({ isMissing }) => isMissing).map(({ domain }) => domain))
  const ofDomain = (domain: string) => answers.filter((answer) => answer.domain === domain)
  const domains = [...missing].filter((domain) => isTooMuch(ofDomain(domain)))
  const worst = domains.sort((a, b) => countMissing(ofDomain(b)) - countMissing(ofDomain(a)))[0]
  const others = answers.filter(({ domain }) => domain !== worst)
  // One domain alone may be at fault, unless nothing is known of any other
  const everybody = isTooMuch(others.length > 0 ? others : answers)
  return everybody ? { everybody } : { everybody, domains: new Set(domains) }
}

const hour = 3_600_000

/**
 * Whether an address that was doubted since then is believed to be missing when a server says so again: on another day, once the server has shown
 * that it takes others, more of them than there are in doubt (`doubted`); and once its domain has, or has had three days to.
 */
export function isBelieved(
  { domain, since }: { domain: string; since: Date },
  { answers, doubted }: { answers: readonly AddressAnswer[]; doubted: number },
  now: Date,
): boolean {
  // A clock that was ahead may have written an instant that is still to come
  const lasted = Math.abs(now.getTime() - since.getTime())
  if (lasted < 20 * hour || isUnlikely(answers)) return false
  const taken = answers.length - countMissing(answers)
  if (taken <= Math.max(doubted, answers.length - taken)) return false
  const ofDomain = answers.filter((answer) => answer.domain === domain)
  const isDomainWell = ofDomain.length - countMissing(ofDomain) > countMissing(ofDomain)
  return isDomainWell || lasted >= 72 * hour
}
