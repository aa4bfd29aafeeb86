import { ask } from '#shared/db/ask.ts'
import { hasOpenedRound } from '#shared/db/first-day.ts'
import { countOpenNotes } from '#shared/db/notes.ts'
import { countRegistrations } from '#shared/db/team-registrations.ts'
import { mayDo } from '#shared/domain/role.ts'
import { textIn } from '#shared/text/text.ts'
import { respondFrame } from '#workers/team/frame.tsx'
import type { DeskContext } from './env.ts'
import { Finder } from './find.tsx'
import { Done } from './notice.tsx'
import { type Task, taskGroups } from './tasks.ts'

/** What somebody of the team can do here. */
export async function showDesk(context: DeskContext): Promise<Response> {
  const { desk: text, start } = textIn(context.var.language, context.var.movement)
  const { reads } = context.var
  const { opened, ...waiting } = await ask(reads, {
    opened: hasOpenedRound(reads),
    notes: countOpenNotes(reads),
    registrations: countRegistrations(reads),
  })
  return respondFrame(context, {
    title: text.title,
    children: (
      <>
        <Done context={context} />
        <div class="headline">
          <h1>{text.title}</h1>
          <p class="lead">{text.lead}</p>
          {!opened && (
            <p>
              <a class="button" href="/desk/start">
                {start.link}
              </a>
            </p>
          )}
        </div>
        <section aria-labelledby="find">
          <h2 id="find">{text.find.title}</h2>
          <p class="says">{text.find.lead}</p>
          <Finder context={context} asked="" />
        </section>
        {Object.entries<readonly Task[]>(taskGroups).map(([name, tasks]) => (
          <Tasks context={context} name={name as keyof typeof taskGroups} tasks={tasks} waiting={waiting} />
        ))}
      </>
    ),
  })
}

type TasksProps = {
  context: DeskContext
  name: keyof typeof taskGroups
  tasks: readonly Task[]
  waiting: Readonly<Record<NonNullable<Task['waiting']>, number>>
}

function Tasks({ context, name, tasks, waiting }: TasksProps) {
  const { language, movement, session } = context.var
  const all = textIn(language, movement)
  const isAsked = (section?: string) => section === undefined || movement.sections.find(section) !== null
  const own = tasks.filter(({ authority, section }) => mayDo(session.coordinator, authority) && isAsked(section))
  if (own.length === 0) return null
  return (
    <section aria-labelledby={`tasks-${name}`}>
      <h2 id={`tasks-${name}`}>{all.desk.taskGroups[name]}</h2>
      <ul class="tasks">
        {own.map(({ path, words, waiting: what }) => (
          <li>
            <a href={path}>{words(all).title}</a>
            {what && waiting[what] > 0 && <strong> {all.desk.waiting(waiting[what])}</strong>}
            <p class="soft">{words(all).lead}</p>
          </li>
        ))}
      </ul>
    </section>
  )
}
