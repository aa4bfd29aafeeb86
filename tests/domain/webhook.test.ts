import { describe, expect, test } from 'vitest'
import { escapeMarkdown } from '#shared/domain/webhook/chat-text.ts'
import { isPrivateAddress } from '#shared/domain/webhook/private-address.ts'
import { addressTrouble, attemptDelays } from '#shared/domain/webhook/webhook.ts'

describe('an address of numbers', () => {
  test.each([
    '8.8.8.8',
    '172.15.255.255',
    '172.32.0.1',
    '192.167.1.1',
    '100.63.0.1',
    '223.255.255.255',
    '2606:4700::1111',
    '2a01:e0a::1',
    '::ffff:8.8.8.8',
  ])('%s is of the internet', (address) => expect(isPrivateAddress(address)).toBe(false))

  test.each([
    '0.0.0.0',
    '10.1.2.3',
    '100.64.0.1',
    '127.255.255.254',
    '169.254.169.254',
    '172.16.0.1',
    '172.31.255.255',
    '192.0.0.8',
    '192.168.0.1',
    '198.19.0.1',
    '224.0.0.1',
    '255.255.255.255',
    '::',
    '::1',
    'fe80::1',
    'fc00::1',
    'ff02::1',
    '64:ff9b::7f00:1',
    '2002:7f00:1::',
    '2001:db8::1',
    '2001::1',
    '::ffff:192.168.1.1',
    '::7f00:1',
    'nothing',
  ])('%s is not', (address) => expect(isPrivateAddress(address)).toBe(true))
})

test.each<[string, boolean, string | null]>([
  ['https://hook.example.org/a?b=c', false, null],
  ['https://hook.example.org:8443/', false, null],
  ['http://hook.example.org/', false, 'not_https'],
  ['http://hook.example.org/', true, 'not_https'],
  ['http://localhost:5678/webhook/x', false, 'private'],
  ['http://localhost:5678/webhook/x', true, null],
  ['http://n8n:5678/webhook/x', true, null],
  ['ftp://hook.example.org/', false, 'not_address'],
  ['javascript:alert(1)', true, 'not_address'],
  ['https://user:pass@hook.example.org/', false, 'not_address'],
  ['hook.example.org', false, 'not_address'],
  [`https://hook.example.org/${'x'.repeat(2000)}`, false, 'not_address'],
])('the address %s of a webhook, with private ones allowed: %s, comes to %s', (url, mayBePrivate, trouble) => {
  expect(addressTrouble(url, mayBePrivate)).toBe(trouble)
})

test('attempts go on for more than a day, and each waits longer', () => {
  expect([...attemptDelays].sort((a, b) => a - b)).toEqual(attemptDelays)
  expect(attemptDelays.reduce((sum, delay) => sum + delay, 0)).toBeGreaterThan(86_400_000)
})

test.each([
  ['Archipel Pau', 'Archipel Pau'],
  ['**gras** _it_ `c`', '\\*\\*gras\\*\\* \\_it\\_ \\`c\\`'],
  ['@channel', '@\u200bchannel'],
  ['![x](http://x.example.org)', '\\!\\[x\\]\\(http:\u200b//x\\.\u200bexample\\.\u200borg\\)'],
  ['a\n\n# b\u2028- c', 'a \\# b \\- c'],
  ['<b>&amp;', '‹b›&\u200bamp;'],
  ['Saint-Étienne & l’Œuf', 'Saint\\-Étienne & l’Œuf'],
  ['‮live', 'live'],
])('the name %j is only text in a chat', (name, text) => {
  expect(escapeMarkdown(name)).toBe(text)
})
