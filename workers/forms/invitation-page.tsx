import type { Asked } from '#shared/db/invitation-answers.ts'
import { objectionDays } from '#shared/domain/naming.ts'
import { localTime } from '#shared/domain/zone.ts'
import { AgainNote } from '#shared/html/again-note.tsx'
import type { Movement } from '#shared/movement.ts'
import { fieldNames } from '#shared/record/field.ts'
import { showDay, showValue } from '#shared/record/show.ts'
import type { Language } from '#shared/text/language.ts'
import { textIn } from '#shared/text/text.ts'
import { Frame } from './frame.tsx'

type AskedProps = { movement: Movement; language: Language; asked: Asked; path: string }

/** One question, with a yes and a no, and what was typed of the reader. Of the group it shows the name, and nothing else. */
export function InvitationPage({
  movement,
  language,
  asked,
  path,
  page,
  isAgain,
}: AskedProps & { page: string; isAgain: boolean }) {
  const { invited: text, page: everyPage } = textIn(language, movement)
  const by = asked.by ?? movement.name
  const isAddress = asked.of !== 'nobody'
  const title = isAddress ? text.addressTitle : text.title(asked.group)
  return (
    <Frame movement={movement} language={language} title={isAgain ? `${text.again} – ${title}` : title} path={path}>
      {isAgain && <AgainNote title={text.again} />}
      <h1>{title}</h1>
      <p class="lead">{leadOf(asked, by, textIn(language, movement).invited)}</p>
      <form method="post" action={path} class="flow">
        <input type="hidden" name="page" value={page} />
        <button type="submit" class="big" name="do" value="yes">
          {isAddress ? text.addressYes : text.yes}
        </button>
        <button type="submit" class="big quiet" name="do" value="no">
          {isAddress ? text.addressNo : text.no}
        </button>
      </form>
      <p>{yesOf({ movement, language, asked })}</p>
      <p>{text.ifNo}</p>
      <h2>{text.given}</h2>
      <Given movement={movement} language={language} asked={asked} />
      <p>
        <a class="plain" href="/privacy">
          {everyPage.privacy}
        </a>
      </p>
    </Frame>
  )
}

function leadOf({ of, group, name }: Asked, by: string, text: ReturnType<typeof textIn>['invited']): string {
  if (of === 'nobody') return text.lead(by, group)
  return of === 'themselves' ? text.addressOwn(group, name) : text.addressLead(by, group, name)
}

/** What a yes comes to. */
function yesOf({ movement, language, asked }: Omit<AskedProps, 'path'>): string {
  const { invited: text } = textIn(language, movement)
  if (asked.of === 'nobody') return text.whatFor(movement.name)
  return asked.of === 'themselves' ? text.addressNow : text.addressWait(untilOf({ movement, language, asked }))
}

function untilOf({ movement, language, asked }: Omit<AskedProps, 'path'>): string {
  const until = new Date(asked.invitedAt.getTime() + objectionDays * 86_400_000)
  return showDay(localTime(until, movement.timeZone).day, language)
}

function Given({ movement, language, asked }: Omit<AskedProps, 'path'>) {
  const referents = movement.sections.ours.referents.fields
  const values: Readonly<Record<string, string | null>> = {
    name: asked.name,
    email: asked.email,
    phone: asked.phone,
    role: asked.role,
  }
  return (
    <dl class="known">
      {fieldNames(referents)
        .filter((name) => values[name])
        .map((name) => (
          <div>
            <dt>{referents[name].label[language]}</dt>
            <dd>{showValue(referents[name], values[name] ?? null, language)}</dd>
          </div>
        ))}
    </dl>
  )
}

/** What became of the question. */
export function InvitationSettled({ movement, language, asked, path }: AskedProps) {
  const { invited: text } = textIn(language, movement)
  const [title, lead] =
    asked.answer === 'accepted'
      ? [text.acceptedTitle, text.acceptedLead(untilOf({ movement, language, asked }))]
      : asked.answer === 'declined'
        ? [text.declinedTitle, text.declinedLead]
        : [text.endedTitle, text.endedLead]
  return (
    <Frame movement={movement} language={language} title={title} path={path}>
      <h1>{title}</h1>
      <p class="lead">{lead}</p>
      {asked.answer === 'declined' && asked.of === 'nobody' && <p>{text.declinedSlip}</p>}
    </Frame>
  )
}
