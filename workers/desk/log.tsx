import { ask } from '#shared/db/ask.ts'
import { type LoggedEvent, listLogged } from '#shared/db/event-log.ts'
import type { ActionName } from '#shared/domain/event.ts'
import { type EventUndo, undoOfEvent } from '#shared/domain/event-undo.ts'
import { mayDo } from '#shared/domain/role.ts'
import { localTime } from '#shared/domain/zone.ts'
import { showDay } from '#shared/record/show.ts'
import { authorName } from '#shared/text/author-name.ts'
import type { Language } from '#shared/text/language.ts'
import { type OwnWords, textIn } from '#shared/text/text.ts'
import { respondFrame } from '#workers/team/frame.tsx'
import { DeskForm, formToken } from './desk-form.tsx'
import type { DeskContext } from './env.ts'
import { eventsAsked, LogFilters, pathBefore, readLogAsked } from './log-asked.tsx'

const shown = 50

/** What was done, by whom, the latest first: by the team, by whoever looks, or by everybody. */
export async function showLog(context: DeskContext): Promise<Response> {
  const { reads, language, now } = context.var
  const asked = Number(context.req.query('before'))
  const before = Number.isSafeInteger(asked) && asked > 0 ? asked : null
  const part = readLogAsked(context)
  const { events } = await ask(reads, {
    events: listLogged(reads, { ...eventsAsked(context, part), before, now }, shown + 1),
  })
  const text = textIn(language, context.var.movement).desk.log
  const undos = await undosOf(context, events.slice(0, shown))
  const last = events.length > shown ? events[shown - 1] : undefined
  return respondFrame(context, {
    title: text.title,
    children: (
      <>
        <div class="headline">
          <h1>{text.title}</h1>
          <p class="lead">{text.lead}</p>
        </div>
        <LogFilters context={context} asked={part} />
        {events.length === 0 && <p class="soft">{text.nothing}</p>}
        {events.length > 0 && (
          <ol class="revisions">
            {events.slice(0, shown).map((event) => (
              <Line context={context} event={event} undo={undos.get(event.id)} />
            ))}
          </ol>
        )}
        {last && (
          <p>
            <a class="button quiet" href={pathBefore(part, last.id)}>
              {textIn(language, context.var.movement).history.older}
            </a>
          </p>
        )}
      </>
    ),
  })
}

function Line({
  context,
  event: { at, actor, by, action, group, person, about, note },
  undo,
}: {
  context: DeskContext
  event: LoggedEvent
  undo: OfferedUndo | undefined
}) {
  const { language, movement } = context.var
  const { desk, history } = textIn(language, movement)
  const local = localTime(at, movement.timeZone)
  const nameOf = (address: string | null) =>
    movement.coordinators.find(({ email }) => email === address)?.name ?? address
  const name = nameOf(by) ?? history.authors[actor]
  return (
    <li>
      <p class="counted">
        <time datetime={at.toISOString()}>
          {showDay(local.day, language)} {local.time}
        </time>
        {' · '}
        {authorName(history, actor, name)}
      </p>
      <p>
        {desk.log.actions[action]}
        {about && ` · ${nameOf(about)}`}
        {group && (
          <>
            {' · '}
            <a href={`/desk/groups/${group.uid}`}>{group.name}</a>
          </>
        )}
        {person && (
          <>
            {' · '}
            <a href={`/desk/people/${person.uid}`}>{person.name}</a>
          </>
        )}
      </p>
      {note && <p class="lines">{note}</p>}
      {undo && <Undo undo={undo} what={desk.log.actions[action]} language={language} movement={movement} />}
    </li>
  )
}

/** What is of no region. */
const ofAll: readonly ActionName[] = ['merge_people', 'add_members']

type OfferedUndo = { undo: EventUndo; token: string }

/** How each event is taken back that whoever looks may take back; `token` is for the page that does it. */
async function undosOf(context: DeskContext, events: readonly LoggedEvent[]): Promise<Map<number, OfferedUndo>> {
  const isWhole = mayDo(context.var.session.coordinator, { role: 'acts', everywhere: true })
  const administers = mayDo(context.var.session.coordinator, { role: 'administers', everywhere: true })
  const enters = { acts: true, acts_everywhere: isWhole, administers }
  const found = events.map(async (event): Promise<[number, OfferedUndo] | null> => {
    const undo = undoOfEvent(event)
    if (!undo || (undo.by === 'page' && !enters[undo.needs]) || (ofAll.includes(event.action) && !isWhole)) return null
    return [event.id, { undo, token: undo.by === 'submission' ? await formToken(context, undo.path) : '' }]
  })
  return new Map((await Promise.all(found)).filter((one) => one !== null))
}

function Undo({
  undo: { undo, token },
  what,
  language,
  movement,
}: {
  undo: OfferedUndo
  what: string
  language: Language
  movement: OwnWords
}) {
  const text = textIn(language, movement).desk.log
  if (undo.by === 'never') return <p class="soft">{text.never}</p>
  if (undo.by === 'page')
    return (
      <p>
        <a class="plain" href={undo.path}>
          {text.decide}
        </a>
      </p>
    )
  return (
    <DeskForm path={undo.path} token={token}>
      {Object.entries(undo.fields)
        .filter(([name]) => name !== 'do')
        .map(([name, value]) => (
          <input type="hidden" name={name} value={value} />
        ))}
      <button type="submit" class="plain" name="do" value={undo.fields.do} aria-label={text.undoOf(what)}>
        {text.undo}
      </button>
    </DeskForm>
  )
}
