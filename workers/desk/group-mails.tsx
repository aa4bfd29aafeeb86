import { ask } from '#shared/db/ask.ts'
import { groupPage } from '#shared/db/group-page.ts'
import { listTestMails, type SentTest } from '#shared/db/test-mails.ts'
import { isMailKind, mailKinds } from '#shared/domain/mail.ts'
import { Problem } from '#shared/domain/problem.ts'
import { localTime } from '#shared/domain/zone.ts'
import { kindName } from '#shared/mail/kinds.ts'
import { textIn } from '#shared/text/text.ts'
import { respondFrame } from '#workers/team/frame.tsx'
import { DeskForm, formToken } from './desk-form.tsx'
import type { DeskContext } from './env.ts'
import { Done, NotDone } from './notice.tsx'

export type MailsTrouble = { title: string; body?: string; status: number }
const shownTests = 5

/** The mails that Relance writes, each to be read as this group would get it, or to be sent to whoever looks. */
export async function listGroupMails(context: DeskContext, trouble?: MailsTrouble): Promise<Response> {
  const { reads, movement, language, session } = context.var
  const uid = context.req.param('uid') ?? ''
  const { page, tests } = await ask(reads, {
    page: groupPage(reads, movement.sections, uid, 0),
    tests: listTestMails(reads, session.coordinator.email, shownTests),
  })
  if (!page) throw new Problem('group_unknown')
  const { desk, testMail } = textIn(language, movement)
  const text = desk.group
  const name = String(page.record.group[0]?.name)
  const token = await formToken(context, `/desk/groups/${uid}/mails`)
  return respondFrame(context, {
    title: `${text.mails} – ${name}`,
    status: trouble?.status ?? 200,
    children: (
      <div class="flow narrow">
        <Done context={context} />
        {trouble && <NotDone title={trouble.title} body={trouble.body} />}
        <p>
          <a class="plain" href={`/desk/groups/${uid}`}>
            {name}
          </a>
        </p>
        <h1>{text.mails}</h1>
        <p class="lead">{text.mailsLead}</p>
        <ul class="plain-list">
          {mailKinds.map((kind) => (
            <li>
              <a class="plain" href={`/desk/groups/${uid}/mail?kind=${kind}`}>
                {kindName(kind, language, movement)}
              </a>
            </li>
          ))}
        </ul>
        <section aria-labelledby="test">
          <h2 id="test">{testMail.title}</h2>
          <p class="says">{testMail.lead(session.coordinator.email)}</p>
          <DeskForm path={`/desk/groups/${uid}/mails`} token={token}>
            <KindChoice context={context} />
            <button type="submit">{testMail.send}</button>
          </DeskForm>
          <Tests context={context} tests={tests} />
        </section>
      </div>
    ),
  })
}

function KindChoice({ context }: { context: DeskContext }) {
  const { language, movement } = context.var
  const asked = context.req.query('kind') ?? ''
  const chosen = isMailKind(asked) ? asked : 'invitation'
  return (
    <div class="field">
      <label for="kind">{textIn(language, movement).testMail.kind}</label>
      <select id="kind" name="kind">
        {mailKinds.map((kind) => (
          <option value={kind} selected={kind === chosen}>
            {kindName(kind, language, movement)}
          </option>
        ))}
      </select>
    </div>
  )
}

/** What became of those that were sent before. */
function Tests({ context, tests }: { context: DeskContext; tests: readonly SentTest[] }) {
  const { language, movement } = context.var
  const { dashboard, testMail } = textIn(language, movement)
  if (tests.length === 0) return null
  return (
    <div class="flow">
      <h3>{testMail.sent}</h3>
      <ul class="people">
        {tests.map(({ kind, state, reason, at }) => (
          <li>
            <b>{kindName(kind, language, movement)}</b>
            <span class={`line ${state === 'failed' || state === 'suppressed' ? 'trouble' : 'soft'}`}>
              {reason ? dashboard.reason[reason] : dashboard.group.mailState[state]}
              {' · '}
              {localTime(at, movement.timeZone).time}
            </span>
          </li>
        ))}
      </ul>
    </div>
  )
}
