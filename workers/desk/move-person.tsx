import { moveReferent } from '#shared/actions/move-referent.ts'
import { ask } from '#shared/db/ask.ts'
import type { GroupAlike } from '#shared/db/groups-alike.ts'
import { linkSessionQuestion } from '#shared/db/link-sessions.ts'
import { type TeamPerson, teamPerson } from '#shared/db/team-person.ts'
import { termSizes } from '#shared/db/terms.ts'
import { Problem } from '#shared/domain/problem.ts'
import { searchTerms } from '#shared/domain/search.ts'
import { textIn } from '#shared/text/text.ts'
import { respondFrame } from '#workers/team/frame.tsx'
import { untilLanded } from '#workers/until-landed.ts'
import { DeskForm, formToken, readDeskForm, teamActing } from './desk-form.tsx'
import type { DeskContext } from './env.ts'
import { findOthers } from './find-double.tsx'
import { leadTo } from './lead-to.ts'
import { NotDone } from './notice.tsx'
import { sendSoon } from './send-soon.ts'

/** Characters of a name that is looked for. */
const longest = 100

type Opened = { person: TeamPerson; from: { uid: string; name: string }; found: readonly GroupAlike[]; text: string }
type Trouble = { title: string; status: number }

/** Where a referent may be moved to from a group of theirs. Two trips at most. */
export async function showMove(context: DeskContext, trouble?: Trouble): Promise<Response> {
  return respond(context, await open(context), trouble)
}

/** Moves them. Two trips. */
export async function movePerson(context: DeskContext): Promise<Response> {
  const form = await readDeskForm(context)
  const text = textIn(context.var.language, context.var.movement)
  if (!form.isFresh) return showMove(context, { title: text.form.submitAgain, status: 400 })
  return untilLanded(context.req.param('group') ?? '', () => tryMove(context, form.get('to') ?? ''))
}

async function tryMove(context: DeskContext, target: string): Promise<Response | 'overtaken'> {
  const { reads, movement, now, language } = context.var
  const text = textIn(language, movement)
  const session = (group: string) =>
    linkSessionQuestion(reads, movement.sections, { hash: null, group, isAboutPeople: true }, now)
  const [person, from] = [context.req.param('uid') ?? '', context.req.param('group') ?? '']
  const read = await ask(reads, { from: session(from), to: session(target) })
  if (!read.from?.group) throw new Problem('group_unknown')
  if (!read.to?.group) return showMove(context, { title: text.merge.move.choose, status: 422 })
  const [own, there] = [read.from.group, read.to.group]
  if (own.uid === there.uid) return showMove(context, { title: text.merge.move.choose, status: 422 })
  const states = { from: { ...read.from, group: own }, to: { ...read.to, group: there } }
  const result = await moveReferent(teamActing(context), person, states)
  if (result === 'overtaken') return result
  if (result === 'not_there') throw new Problem('acted_meanwhile')
  if (result === 'nobody') return showMove(context, { title: text.history.notices.nobody, status: 409 })
  sendSoon(context)
  return leadTo(context, `/desk/people/${person}?done=moved`)
}

/** @throws Problem when they are no referent of this group, or not in the regions of whoever is signed in. */
async function open(context: DeskContext): Promise<Opened> {
  const { reads } = context.var
  const [uid, group] = [context.req.param('uid') ?? '', context.req.param('group') ?? '']
  const text = (context.req.query('text') ?? '').slice(0, longest)
  const terms = searchTerms(text)
  const { person, sizes } = await ask(reads, { person: teamPerson(reads, uid, 0), sizes: termSizes(reads, terms) })
  const from = person?.groups.find((one) => one.uid === group)
  if (!person || !from) throw new Problem('person_unknown')
  return { person, from, found: await findOthers(context, group, terms, sizes), text }
}

async function respond(
  context: DeskContext,
  { person, from, found, text }: Opened,
  trouble?: Trouble,
): Promise<Response> {
  const { move, group } = textIn(context.var.language, context.var.movement).merge
  const path = `/desk/people/${person.uid}/move/${from.uid}`
  const token = await formToken(context, path)
  const title = move.title(person.name)
  return respondFrame(context, {
    title: trouble ? `${trouble.title} – ${title}` : title,
    status: trouble?.status ?? 200,
    children: (
      <div class="flow narrow">
        {trouble && <NotDone title={trouble.title} />}
        <p>
          <a class="plain" href={`/desk/people/${person.uid}`}>
            {person.name}
          </a>
        </p>
        <h1>{title}</h1>
        <p class="lead">{move.lead(from.name)}</p>
        <form class="row finder">
          <div class="field">
            <label for="text">{group.searchLabel}</label>
            <input type="search" id="text" name="text" value={text} autocomplete="off" />
          </div>
          <button type="submit" class="quiet">
            {group.searchButton}
          </button>
        </form>
        {text !== '' && found.length === 0 && <p role="status">{group.noneFound}</p>}
        {found.length > 0 && (
          <DeskForm path={path} token={token}>
            <fieldset>
              <legend>{move.to}</legend>
              {found.map(({ uid, name, town }) => (
                <label class="pick" for={`to.${uid}`}>
                  <input type="radio" id={`to.${uid}`} name="to" value={uid} />
                  <span>
                    {name}
                    {town && <span class="soft"> · {town}</span>}
                  </span>
                </label>
              ))}
            </fieldset>
            <button type="submit">{move.move}</button>
          </DeskForm>
        )}
      </div>
    ),
  })
}
