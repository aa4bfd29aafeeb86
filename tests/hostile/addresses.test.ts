import { expect, test } from 'vitest'
import fixed from '#sample/movement.config.ts'
import { readBouncesUrl } from '#scripts/bounces/mailbox.ts'
import { readSettings } from '#scripts/local/settings.ts'
import { Stop } from '#scripts/run.ts'
import { faultsOfChange, findSettings } from '#shared/settings/complete.ts'
import { openBrevo } from '#workers/feeds/brevo/open-brevo.ts'
import { openMailman } from '#workers/feeds/mailman/open-mailman.ts'

/** What somebody may write where an address with a password belongs: a `%` of the password itself, half of one, none at all. */
const written = [
  'sesame',
  'http://',
  'http://u:50%@127.0.0.1',
  'http://u%:sesame@127.0.0.1',
  'http://u:%E9@127.0.0.1',
  '%',
  '//',
]

test.each(written)('%s as the address of a program is told as what is wrong, and repeated nowhere', (address) => {
  for (const name of ['MAILMAN_URL', 'BREVO_URL', 'PUBLIC_URL', 'MAIL_URL', 'PING_URL', 'ACCESS_TEAM']) {
    if (name === 'PUBLIC_URL' && address.startsWith('http://u')) continue
    const said = (() => {
      try {
        readSettings({ [name]: address })
        return 'taken'
      } catch (error) {
        return error instanceof Stop ? error.message : `a fault: ${String(error)}`
      }
    })()
    expect(said).toMatch(new RegExp(`^(?!a fault)[\\s\\S]*${name}: `))
    expect(said).not.toContain('sesame')
  }
  for (const scheme of ['imap:', 'imaps:', ''])
    expect(() => readBouncesUrl(address.replace('http:', scheme))).toThrow(Stop)
  expect(openMailman(address, 'annonces.example.org')).toBeNull()
  expect(openBrevo(address, 7)).toBeNull()
})

test('a password in any letters is one', () => {
  const address = 'http://u:sésame%20ouvre-toi%E2%82%AC@127.0.0.1'
  expect(openMailman(address, 'annonces.example.org')).not.toBeNull()
  expect(readSettings({ MAILMAN_URL: address }).listPrograms).toEqual({ MAILMAN_URL: address })
  expect(readBouncesUrl(address.replace('http:', 'imaps:')).options.auth).toMatchObject({ pass: 'sésame ouvre-toi€' })
})

test('settings that hold nothing where somebody of the team is expected are told as what is wrong', () => {
  for (const coordinators of [[null], [1], [{}], ['x']]) {
    expect(findSettings(fixed, { coordinators }).settings).not.toBeNull()
    expect(faultsOfChange(fixed, {}, { coordinators })).not.toEqual([])
  }
})
