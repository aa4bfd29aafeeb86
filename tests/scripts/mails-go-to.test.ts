import { expect, test } from 'vitest'
import { mailsGoTo } from '#scripts/start/supervise.ts'

test.each([
  ['smtps://someone:sesame@smtp.example.org:465', 'smtps://smtp.example.org:465'],
  ['brevo://xkeysib-secret@api.example.org', 'brevo://api.example.org'],
  ['file:///srv/essai/mails', 'file:///srv/essai/mails'],
])('the start says where mails go, and no password: %s', (url, said) => {
  expect(mailsGoTo(url)).toBe(said)
})
