import { ask } from '#shared/db/ask.ts'
import { type LoggedEvent, listLogged } from '#shared/db/event-log.ts'
import { localTime } from '#shared/domain/zone.ts'
import { showDay } from '#shared/record/show.ts'
import { textIn } from '#shared/text/text.ts'
import { respondFrame } from '#workers/team/frame.tsx'
import type { DeskContext } from './env.ts'

const path = '/desk/log'
const shown = 50

/** What was done, by whom, the latest first: by the team, or by everybody. */
export async function showLog(context: DeskContext): Promise<Response> {
  const { reads, language } = context.var
  const asked = Number(context.req.query('before'))
  const before = Number.isSafeInteger(asked) && asked > 0 ? asked : null
  const who = context.req.query('who') === 'all' ? 'all' : 'team'
  const { events } = await ask(reads, { events: listLogged(reads, { before, who }, shown + 1) })
  const text = textIn(language).desk.log
  const last = events.length > shown ? events[shown - 1] : undefined
  const other = who === 'all' ? path : `${path}?who=all`
  return respondFrame(context, {
    title: text.title,
    children: (
      <>
        <div class="headline">
          <h1>{text.title}</h1>
          <p class="lead">{text.lead}</p>
          <p>
            <a href={other}>{who === 'all' ? text.onlyTeam : text.everybody}</a>
          </p>
        </div>
        {events.length === 0 && <p class="soft">{text.nothing}</p>}
        <ol class="revisions">
          {events.slice(0, shown).map((event) => (
            <Line context={context} event={event} />
          ))}
        </ol>
        {last && (
          <p>
            <a class="button quiet" href={`${path}?before=${last.id}${who === 'all' ? '&who=all' : ''}`}>
              {textIn(language).history.older}
            </a>
          </p>
        )}
      </>
    ),
  })
}

function Line({
  context,
  event: { at, actor, by, action, group, person, about },
}: {
  context: DeskContext
  event: LoggedEvent
}) {
  const { language, movement } = context.var
  const { desk, history } = textIn(language)
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
        {actor === 'coordinator' ? history.forTeam(name) : name}
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
    </li>
  )
}
