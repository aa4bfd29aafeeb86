import { sendTestMail } from '#shared/actions/send-test-mail.ts'
import { isMailKind } from '#shared/domain/mail.ts'
import { Problem } from '#shared/domain/problem.ts'
import { markTest } from '#shared/mail/message.ts'
import { isLanguage } from '#shared/text/language.ts'
import { textIn } from '#shared/text/text.ts'
import { readDeskForm, teamActing } from './desk-form.tsx'
import type { DeskContext } from './env.ts'
import { listGroupMails } from './group-mails.tsx'
import { leadTo } from './lead-to.ts'
import { preparePreview } from './prepare-preview.ts'
import { sendSoon } from './send-soon.ts'

/** Sends whoever is signed in a mail as a group would get it. Two trips. */
export async function sendOwnTest(context: DeskContext): Promise<Response> {
  const { movement, language, session } = context.var
  const form = await readDeskForm(context)
  const group = context.req.param('uid') ?? ''
  const kind = form.get('kind') ?? ''
  const text = textIn(language, movement)
  if (!isMailKind(kind)) throw new Problem('page_stale')
  if (!form.isFresh) return listGroupMails(context, { title: text.form.submitAgain, status: 400 })
  const prepared = await preparePreview(context, movement, { kind, group })
  if (!prepared) throw new Problem('group_unknown')
  if (!prepared.shown) throw new Problem('preview_nobody')
  const test = text.testMail
  if (prepared.isPaused) return listGroupMails(context, { title: test.paused, body: test.pausedBody, status: 409 })
  const { message } = prepared.shown
  const said = message.headers['Content-Language']
  const written = { language: isLanguage(said) ? said : language }
  const result = await sendTestMail(teamActing(context), {
    to: session.coordinator.email,
    kind,
    group,
    written: { ...markTest(message, written.language), ...written },
  })
  if (result === 'many_tests') return listGroupMails(context, { title: test.many, body: test.manyBody, status: 429 })
  sendSoon(context)
  return leadTo(context, `/desk/groups/${group}/mails?kind=${kind}&done=test_sent#test`)
}
