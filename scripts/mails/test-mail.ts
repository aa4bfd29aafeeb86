import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { listAuthorities } from '#hosts/authorities.ts'
import { connectTrusting } from '#hosts/node/connect.ts'
import { readSettings } from '#scripts/local/settings.ts'
import { Stop } from '#scripts/run.ts'
import { words } from '#scripts/text/text.ts'
import { unsubscribeHeaders } from '#shared/mail/message.ts'
import { readMailUrl } from '#shared/mail/transports/mail-url.ts'
import { type Means, openMailer } from '#shared/mail/transports/open-mailer.ts'
import { readField } from '#shared/record/field.ts'
import { emailField } from '#shared/record/sections/referents.ts'
import type { MailsContext } from './mails-context.ts'
import { exampleUnsubscribe, writePreview } from './preview.ts'

/** Sends this month's mail about a group to one address, by `MAIL_URL`, from here: nothing is written in the outbox. */
export async function sendTest(context: MailsContext, address: string, group: string): Promise<string> {
  if (readField(emailField, address).problem) throw new Stop(words.mails.usage)
  const { mailUrl } = readSettings(process.env)
  if (!mailUrl) throw new Stop(words.mails.noMailUrl)
  const { message } = await writePreview(context, 'invitation', group, address)
  const mailer = openMailer(mailUrl, context.movement.sender.address.split('@').at(-1) ?? '', await meansHere(mailUrl))
  try {
    // Each test is a mail of its own: one that was sent before must not hide it
    const uid = crypto.randomUUID().replaceAll('-', '')
    const messageId = message.messageId.replace('preview', () => uid)
    // As a real one has them: what judges mails looks for these
    const headers = { ...message.headers, ...unsubscribeHeaders(exampleUnsubscribe()) }
    const [delivery] = await mailer.deliver([{ ...message, uid, messageId, headers }])
    if (delivery?.result === 'accepted') return words.mails.tested(address, delivery.answer)
    const answer = delivery && 'answer' in delivery ? delivery.answer : ''
    throw new Stop(words.mails.notTested(answer))
  } finally {
    mailer.close()
  }
}

/** What this machine has to send a mail with. */
async function meansHere(mailUrl: string): Promise<Means> {
  const route = readMailUrl(mailUrl)
  if (route.to === 'cloudflare') throw new Stop(words.mails.onCloudflare)
  const save = async (name: string, message: string) => {
    if (route.to !== 'folder') return
    await mkdir(route.path, { recursive: true })
    await writeFile(join(route.path, name), message)
  }
  return { connect: connectTrusting(await listAuthorities()), email: null, save }
}
