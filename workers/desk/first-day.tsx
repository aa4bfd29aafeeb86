import { ask } from '#shared/db/ask.ts'
import { type FirstSteps, stepsToFirstRound } from '#shared/db/first-day.ts'
import { mayDo } from '#shared/domain/role.ts'
import { nextRound, opening } from '#shared/domain/round.ts'
import { localTime } from '#shared/domain/zone.ts'
import type { Child } from '#shared/html/jsx-runtime.ts'
import { senderName } from '#shared/movement.ts'
import { showDay } from '#shared/record/show.ts'
import { textIn } from '#shared/text/text.ts'
import { respondFrame } from '#workers/team/frame.tsx'
import type { DeskContext } from './env.ts'

/** What leads from nothing to the first round, and how far it is done. */
export async function showFirstDay(context: DeskContext): Promise<Response> {
  const { reads, language } = context.var
  const { state } = await ask(reads, { state: stepsToFirstRound(reads) })
  const text = textIn(language, context.var.movement).start
  return respondFrame(context, {
    title: text.title,
    children: (
      <div class="flow narrow">
        <h1>{text.title}</h1>
        <p class="lead">{text.lead}</p>
        <ol class="first-day">
          <Step context={context} title={text.who.title} isDone>
            <Who context={context} />
          </Step>
          <Step context={context} title={text.groups.title} isDone={state.reachable > 0}>
            <Groups context={context} state={state} />
          </Step>
          <Step context={context} title={text.read.title}>
            <Reading context={context} state={state} />
          </Step>
          <Step context={context} title={text.try.title}>
            <Trying context={context} state={state} />
          </Step>
          <Step context={context} title={text.day.title} isDone={state.hasOpened}>
            <Choosing context={context} state={state} />
          </Step>
        </ol>
      </div>
    ),
  })
}

type StepProps = {
  context: DeskContext
  title: string /** Left out where nobody can tell. */
  isDone?: boolean
  children?: Child
}
type PartProps = { context: DeskContext; state: FirstSteps }

function Step({ context, title, isDone, children }: StepProps) {
  const text = textIn(context.var.language, context.var.movement).start
  return (
    <li>
      <h2 class="plain-title">
        {title}
        {isDone !== undefined && (
          <span class={isDone ? 'yes small' : 'soft small'}> · {isDone ? text.done : text.toDo}</span>
        )}
      </h2>
      {children}
    </li>
  )
}

/** Where to go, for whoever may; for others, who can. */
function Onward({ context, path, link, others }: { context: DeskContext; path: string; link: string; others: string }) {
  return mayDo(context.var.session.coordinator, { role: 'administers', everywhere: true }) ? (
    <p>
      <a class="button quiet" href={path}>
        {link}
      </a>
    </p>
  ) : (
    <p class="soft">{others}</p>
  )
}

function Who({ context }: { context: DeskContext }) {
  const { language, movement } = context.var
  const text = textIn(language, movement).start.who
  return (
    <>
      <p>{text.says(movement.name, senderName(movement, language))}</p>
      <Onward context={context} path="/desk/settings" link={text.link} others={text.others} />
    </>
  )
}

function Groups({ context, state: { groups, reachable } }: PartProps) {
  const text = textIn(context.var.language, context.var.movement).start.groups
  return (
    <>
      <p>{groups === 0 ? text.none : text.some(groups, reachable)}</p>
      <p>
        <a class={groups === 0 ? 'button' : 'button quiet'} href="/desk/groups/new">
          {text.add}
        </a>
      </p>
      {groups === 0 ? (
        <Onward context={context} path="/desk/sheets" link={text.sheet} others={text.sheetOthers} />
      ) : (
        <p class="alone">
          <a href="/dashboard/groups">{text.see}</a>
        </p>
      )}
    </>
  )
}

function Reading({ context, state: { example } }: PartProps) {
  const text = textIn(context.var.language, context.var.movement).start.read
  if (example === null) return <p class="soft">{text.none}</p>
  if (!mayDo(context.var.session.coordinator, { role: 'acts', everywhere: true })) return <p>{text.says}</p>
  return (
    <>
      <p>{text.says}</p>
      <p>
        <a class="button quiet" href={`/desk/groups/${example}/mail`}>
          {text.link}
        </a>
      </p>
    </>
  )
}

function Trying({ context, state: { isRedirected, example } }: PartProps) {
  const { language, movement, session } = context.var
  const { try: text, read } = textIn(language, movement).start
  const maySend = mayDo(session.coordinator, { role: 'acts', everywhere: true })
  return (
    <>
      {example === null && <p class="soft">{read.none}</p>}
      {example !== null && maySend && (
        <>
          <p>{text.says}</p>
          <p>
            <a class="button quiet" href={`/desk/groups/${example}/mails#test`}>
              {text.test}
            </a>
          </p>
        </>
      )}
      <p class={isRedirected ? undefined : 'soft'}>{isRedirected ? text.on : text.redirect}</p>
      {mayDo(session.coordinator, { role: 'administers' }) ? (
        <p class="alone">
          <a href="/desk/mails">{text.link}</a>
        </p>
      ) : (
        <p class="soft">{text.others}</p>
      )}
    </>
  )
}

function Choosing({ context, state: { hasOpened } }: PartProps) {
  const { language, movement, now, session } = context.var
  const text = textIn(language, movement).start.day
  const next = nextRound(now, movement)
  const local = next && localTime(opening(next).dueAt, movement.timeZone)
  return (
    <>
      <p>{hasOpened ? text.opened : local ? text.says(showDay(local.day, language), local.time) : text.none}</p>
      {hasOpened ? (
        <p class="alone">
          <a href="/dashboard">{text.follow}</a>
        </p>
      ) : (
        <Onward context={context} path="/desk/mails#round" link={text.link} others={text.others} />
      )}
      {!hasOpened && mayDo(session.coordinator, { role: 'administers', everywhere: true }) && (
        <p class="alone">
          <a href="/desk/settings/calendar">{text.monthly}</a>
        </p>
      )}
    </>
  )
}
