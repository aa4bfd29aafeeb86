import { expect, test } from 'vitest'
import { networkOf } from '#shared/domain/network-address.ts'

test.each([
  ['192.0.2.7', '192.0.2.7'],
  [' 192.0.2.007 ', '192.0.2.7'],
  ['192.0.2.7:4711', '192.0.2.7'],
  ['::ffff:192.0.2.7', '192.0.2.7'],
  ['::ffff:c000:0207', '192.0.2.7'],
  ['[::ffff:192.0.2.7]:4711', '192.0.2.7'],
  ['0000:0000:0000:0000:0000:FFFF:C000:0207', '192.0.2.7'],
  ['2001:db8::1', '2001:db8:0:0::/64'],
  ['2001:0DB8:0:0:1::', '2001:db8:0:0::/64'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
  ['"[2001:db8:1:2::1]:4711"', '2001:db8:1:2::/64'],
  ['[2001:db8:1:2::1]', '2001:db8:1:2::/64'],
  ['fe80::1%eth0', 'fe80:0:0:0::/64'],
  ['::1', '0:0:0:0::/64'],
  ['::', '0:0:0:0::/64'],
])('%s is counted as %s', (written, network) => {
  expect(networkOf(written)).toBe(network)
})

test.each([
  '',
  'unknown',
  '_hidden',
  '256.1.1.1',
  '1.2.3',
  '0x7f.1.1.1',
  'example.org',
  '[',
  ']',
  ':',
  ':::',
  'x:y',
  '1:2:3:4:5:6:7:8:9',
  '2001:db8::g',
  '::1/64',
  `${'1'.repeat(60)}:1:2:3`,
])('what is no address says nothing of where somebody is: %s', (written) => {
  expect(networkOf(written)).toBe(null)
})
