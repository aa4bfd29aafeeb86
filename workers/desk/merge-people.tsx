import { mergePeople, type PeopleMerging, undoPersonMerge } from '#shared/actions/merge-people.ts'
import { ask } from '#shared/db/ask.ts'
import { findPersonMergeToUndo, mergingPerson } from '#shared/db/person-merges.ts'
import {
  type MergingPerson,
  type PersonChoice,
  type PersonMerge,
  type PersonSide,
  personChoices,
  planPersonMerge,
} from '#shared/domain/person-merge.ts'
import { Problem } from '#shared/domain/problem.ts'
import { showPhone } from '#shared/record/contact-codecs.ts'
import { textIn } from '#shared/text/text.ts'
import { respondFrame } from '#workers/team/frame.tsx'
import { DeskForm, formToken, type PostedDeskForm, readDeskForm, teamActing } from './desk-form.tsx'
import type { DeskContext } from './env.ts'
import { leadTo } from './lead-to.ts'
import type { MergeTrouble } from './merge-page.tsx'
import { NotDone } from './notice.tsx'

type Two = { first: MergingPerson; second: MergingPerson }

/** Two people side by side. One trip. */
export async function showPeopleMerge(context: DeskContext): Promise<Response> {
  const two = await openTwo(context)
  return two instanceof Response ? two : respond(context, two, planPersonMerge(two.first, two.second))
}

/** Makes them one, as somebody chose; asks again where somebody else has written meanwhile. Two trips. */
export async function mergeTwoPeople(context: DeskContext): Promise<Response> {
  const form = await readDeskForm(context)
  const two = await openTwo(context)
  if (two instanceof Response) return two
  const plan = planPersonMerge(two.first, two.second, chosenIn(form))
  const text = textIn(context.var.language, context.var.movement)
  if (!form.isFresh) return respond(context, two, plan, { title: text.form.submitAgain, status: 400 })
  const isSeen = form.get('seen') === seenOf(two)
  const result = isSeen ? await mergePeople(teamActing(context), plan) : 'overtaken'
  if (result === 'overtaken') return respond(context, two, plan, { ...text.merge.person.changed, status: 409 })
  return leadTo(context, `/desk/people/${plan.kept.uid}?done=people_merged`)
}

/** Makes them two again. Two trips. */
export async function partPeople(
  context: DeskContext,
  kept: string,
  other: string,
): Promise<PeopleMerging | 'not_undone'> {
  const { reads } = context.var
  const { wrote } = await ask(reads, { wrote: findPersonMergeToUndo(reads, { kept, other }) })
  return wrote === null ? 'not_undone' : undoPersonMerge(teamActing(context), { kept, other }, wrote)
}

/** @throws Problem when one of them is nobody. */
async function openTwo(context: DeskContext): Promise<Two | Response> {
  const { reads } = context.var
  const [one, two] = [context.req.param('uid') ?? '', context.req.param('other') ?? '']
  const { first, second } = await ask(reads, { first: mergingPerson(reads, one), second: mergingPerson(reads, two) })
  if (!first || !second || one === two) throw new Problem('person_unknown')
  const whole = first.mergedInto ?? second.mergedInto
  return whole === null ? { first, second } : leadTo(context, `/desk/people/${whole}?done=people_one`)
}

/** What the page was made of: somebody who has written since is seen by it. */
function seenOf({ first, second }: Two): string {
  const of = ({ name, email, phone, memberships }: MergingPerson) => [
    name,
    email,
    phone,
    ...memberships.map(({ group, number }) => `${group}:${number}`),
  ]
  return JSON.stringify([of(first), of(second)])
}

function chosenIn(form: PostedDeskForm): Map<string, PersonSide> {
  const sides = personChoices.flatMap((field): [string, PersonSide][] => {
    const side = form.get(`take.${field}`)
    return side === 'first' || side === 'second' ? [[field, side]] : []
  })
  return new Map(sides)
}

async function respond(context: DeskContext, two: Two, plan: PersonMerge, trouble?: MergeTrouble): Promise<Response> {
  const text = textIn(context.var.language, context.var.movement).merge.person
  const { first, second } = two
  const path = `/desk/people/${first.uid}/merge/${second.uid}`
  const token = await formToken(context)
  const groups = [...new Set([...first.memberships, ...second.memberships].map(({ name }) => name))]
  return respondFrame(context, {
    title: trouble ? `${trouble.title} – ${text.title}` : text.title,
    status: trouble?.status ?? 200,
    children: (
      <div class="flow narrow">
        {trouble && <NotDone title={trouble.title} body={trouble.body} />}
        <h1>{text.title}</h1>
        <p class="lead">{text.lead}</p>
        <DeskForm path={path} token={token}>
          <input type="hidden" name="seen" value={seenOf(two)} />
          {plan.choices.map((choice) => (
            <Choice context={context} choice={choice} two={two} />
          ))}
          <section aria-labelledby="together">
            <h2 id="together">{text.together}</h2>
            <ul>
              <li>{text.groups(groups)}</li>
              <li>{text.careful}</li>
              <li>{text.unsubscribed}</li>
              <li>{text.links}</li>
            </ul>
          </section>
          <p class="soft">{text.undoLead}</p>
          <button type="submit">{text.merge}</button>
        </DeskForm>
      </div>
    ),
  })
}

function Choice({ context, choice, two }: { context: DeskContext; choice: PersonChoice; two: Two }) {
  const { language, movement } = context.var
  const text = textIn(language, movement).merge
  const { fields } = movement.sections.ours.referents
  const shown = (value: string | null) =>
    value !== null && choice.field === 'phone' ? showPhone(value, movement.country) : value
  return (
    <fieldset class="card flow">
      <legend>{choice.field === 'email' ? text.person.address : fields[choice.field].label[language]}</legend>
      {(['first', 'second'] as const).map((side) => (
        <label class="pick" for={`take.${choice.field}.${side}`}>
          <input
            type="radio"
            id={`take.${choice.field}.${side}`}
            name={`take.${choice.field}`}
            value={side}
            checked={choice.taken === side}
          />
          <span>
            <b>{shown(choice[side]) ?? text.group.nothing}</b>
            <br />
            <span class="hint">
              {[
                ...(choice.field === 'email' && two[side].isSuppressed ? [text.person.suppressed] : []),
                ...(choice.proposed === side ? [`${text.group.proposed}, ${text.person.why[choice.why]}`] : []),
              ].join(' · ')}
            </span>
          </span>
        </label>
      ))}
    </fieldset>
  )
}
