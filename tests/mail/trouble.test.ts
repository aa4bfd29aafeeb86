import { expect, test } from 'vitest'
import { troubleInWords, troubleOf } from '#shared/mail/transports/smtp/trouble.ts'

const fault = (code: string, message = code) => Object.assign(new Error(message), { code })

test.each([
  ['host_unknown', fault('ENOTFOUND')],
  ['connection_refused', fault('ECONNREFUSED')],
  ['connection_reset', fault('ECONNRESET')],
  ['timed_out', fault('ETIMEDOUT')],
  ['timed_out', new Error('the server took too long')],
  ['certificate_name', fault('ERR_TLS_CERT_ALTNAME_INVALID')],
  ['certificate_issuer', fault('DEPTH_ZERO_SELF_SIGNED_CERT', 'self-signed certificate')],
  ['certificate_issuer', fault('UNABLE_TO_GET_ISSUER_CERT_LOCALLY')],
  ['certificate_expired', fault('CERT_HAS_EXPIRED')],
  ['tls_failed', fault('EPROTO', 'wrong version number')],
])('a connection that fails is told apart: %s', (reason, error) => {
  expect(troubleOf(error, 'connecting')).toBe(reason)
})

test('where a runtime says nothing, what was being made says what it may be', () => {
  const silent = new Error('internal error; reference = 0123456789')
  expect([troubleOf(silent, 'connecting'), troubleOf(silent, 'securing')]).toEqual(['unreachable', 'tls_failed'])
  expect(troubleInWords(silent)).not.toContain('internal error')
})
