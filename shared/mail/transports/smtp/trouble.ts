import type { LaterReason } from '#shared/domain/mail.ts'

/** What of a connection was being made when it failed. */
export type Phase = 'connecting' | 'securing' | 'talking'

/** Why a connection fails, by the code or the words of whoever makes it (Node, OpenSSL), each with what to do about it in `shared/text`. */
const known: readonly [LaterReason, RegExp][] = [
  ['host_unknown', /ENOTFOUND|EAI_AGAIN|getaddrinfo/],
  ['connection_refused', /ECONNREFUSED/],
  ['timed_out', /ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|took too long/],
  ['certificate_expired', /CERT_HAS_EXPIRED|CERT_NOT_YET_VALID|certificate has expired/],
  ['certificate_name', /ALTNAME_INVALID|HOSTNAME_MISMATCH|does not match certificate/],
  [
    'certificate_issuer',
    /SELF_SIGNED|UNABLE_TO_(?:VERIFY|GET_ISSUER)|self.signed certificate|unable to (?:verify|get local issuer)/,
  ],
  ['tls_failed', /WRONG_VERSION_NUMBER|ERR_SSL|EPROTO|wrong version number|TLS|SSL/],
  ['connection_reset', /ECONNRESET|EPIPE|hung up|disconnected/],
]

/** Workers are told of no cause: then the phase says what it may be. */
export function troubleOf(error: unknown, phase: Phase): LaterReason {
  const said = error instanceof Error ? `${'code' in error ? error.code : ''} ${error.message}` : String(error)
  const found = known.find(([, words]) => words.test(said))?.[0]
  if (found) return found
  return phase === 'securing' ? 'tls_failed' : 'unreachable'
}

/** What is kept of it: a runtime's own fault has a number that nobody can look up. */
export function troubleInWords(error: unknown): string {
  const said = error instanceof Error ? error.message : String(error)
  return /^internal error|^Stream was cancelled/.test(said)
    ? 'the connection failed, and the runtime does not say why'
    : said
}
