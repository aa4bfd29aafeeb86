import { expect, test } from 'vitest'
import { refusal } from '#shared/mail/transports/smtp/failure.ts'

test.each([
  '550 5.4.5 Daily user sending limit exceeded',
  '550-5.4.5 Daily user sending quota exceeded.\r\n550 5.4.5 https://support.example.org',
  '554 5.7.1 You have exceeded your hourly limit',
  '550 Quota of 200 messages per day reached',
  '554 5.2.0 Submission quota exceeded',
  '550 too many messages from you',
])('“%s” says how much we may send: the mail waits, and so do the others', (text) => {
  for (const stage of ['recipient', 'message'] as const)
    expect(refusal(stage, { code: Number(text.slice(0, 3)), text })).toMatchObject({
      result: 'later',
      reason: 'busy',
      everybody: true,
    })
})

test.each([
  '550 5.1.1 no such user',
  '552 5.2.2 mailbox is over its daily quota',
  '552 5.3.4 message size exceeds limit',
  '554 5.7.1 looks like spam',
  '550 rejected by policy',
])('“%s” is about this mail only', (text) => {
  expect(refusal('recipient', { code: Number(text.slice(0, 3)), text })).toMatchObject({ result: 'refused' })
})
