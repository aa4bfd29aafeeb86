/** A mail server to be spoken to by SMTP. */
export type SmtpRoute = {
  to: 'smtp'
  host: string
  port: number
  /** `from_start`: TLS before anything else. `required`, `offered`: STARTTLS, always or where the server has it. */
  tls: 'from_start' | 'required' | 'offered' | 'never'
  login: { user: string; password: string } | null
  /** Where mails come back to, and whether each to an address of its own (VERP): to `name+<its id>@…`. */
  returnPath: { address: string | null; isOwn: boolean }
  /** Milliseconds that the server may take for an answer. */
  patience: number
  connections: number
}

/** Brevo, by its HTTP API. */
export type BrevoRoute = {
  to: 'brevo'
  /** Without a slash at the end. */
  base: string
  key: string
  /** Mails in one call. */
  batch: number
  /** Whether the month's mails keep the header by which mail programs unsubscribe, at the price of a call each. */
  oneClick: boolean
  patience: number
}

/** Where mails go. */
export type MailRoute = SmtpRoute | BrevoRoute | { to: 'cloudflare' } | { to: 'folder'; path: string }

/** What a `MAIL_URL` says. @throws when it says nothing that we can do. */
export function readMailUrl(mailUrl: string): MailRoute {
  const url = new URL(mailUrl)
  switch (url.protocol) {
    case 'smtp:':
    case 'smtps:':
      return smtpRoute(url)
    case 'brevo:':
    case 'brevo+http:':
      return brevoRoute(url)
    case 'cloudflare:':
      return { to: 'cloudflare' }
    case 'file:':
      return { to: 'folder', path: decodeURIComponent(url.pathname) }
    default:
      throw new Error(`MAIL_URL cannot be ${url.protocol}`)
  }
}

/** Seconds. RFC 5321 (§4.5.3.2) would give a server minutes, but a run of the sender is shorter. */
const patience = 30

/** A worker may have six open, and the database needs one. */
const connections = 4

function smtpRoute(url: URL): SmtpRoute {
  if (url.hostname === '') throw new Error('MAIL_URL names no server')
  const host = decodeURIComponent(url.hostname).replace(/^\[|\]$/g, '')
  const isSecure = url.protocol === 'smtps:'
  const login =
    url.username === '' ? null : { user: decodeURIComponent(url.username), password: decodeURIComponent(url.password) }
  return {
    to: 'smtp',
    host,
    port: Number(url.port) || (isSecure ? 465 : 587),
    tls: isSecure ? 'from_start' : tlsOf(url, login !== null && !isThisMachine(host)),
    login,
    returnPath: { address: url.searchParams.get('return-path'), isOwn: url.searchParams.get('verp') === 'on' },
    patience: 1000 * amount(url, 'timeout', patience),
    connections: amount(url, 'connections', connections),
  }
}

/** Brevo takes a thousand; a call must fit in what a run may take. */
const brevoBatch = 50

/** `brevo://<key>@api.brevo.com`; `brevo+http:` is for a server of one's own, on this machine. */
function brevoRoute(url: URL): BrevoRoute {
  if (url.username === '') throw new Error('MAIL_URL names no key of Brevo’s')
  const isPlain = url.protocol === 'brevo+http:'
  if (isPlain && !isThisMachine(url.hostname)) throw new Error('MAIL_URL: brevo+http is for this machine')
  return {
    to: 'brevo',
    base: `${isPlain ? 'http' : 'https'}://${url.host || 'api.brevo.com'}`,
    key: decodeURIComponent(url.username),
    batch: amount(url, 'batch', brevoBatch),
    oneClick: url.searchParams.get('one-click') !== 'off',
    patience: 1000 * amount(url, 'timeout', patience),
  }
}

/** A password is not said in clear, unless the address asks for it by `?tls=offered`, or `never`. */
function tlsOf({ searchParams }: URL, hasSecret: boolean): 'required' | 'offered' | 'never' {
  const asked = searchParams.get('tls')
  if (asked === null) return hasSecret ? 'required' : 'offered'
  if (asked !== 'required' && asked !== 'offered' && asked !== 'never')
    throw new Error('MAIL_URL: tls is required, offered or never')
  return asked
}

function isThisMachine(host: string): boolean {
  return host === 'localhost' || host === '::1' || host.startsWith('127.')
}

function amount({ searchParams }: URL, name: string, otherwise: number): number {
  const number = Number(searchParams.get(name) ?? otherwise)
  if (!(number > 0)) throw new Error(`MAIL_URL: ${name} is no number`)
  return number
}
