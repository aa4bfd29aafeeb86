import type { Campaign, SessionGroup } from '#shared/db/link-sessions.ts'
import type { GroupChoice, GroupMerge } from '#shared/domain/group-merge.ts'
import type { MergeSide } from '#shared/domain/merge-choice.ts'
import type { AnyRow } from '#shared/record/row.ts'
import type { Section } from '#shared/record/section.ts'
import { showValue } from '#shared/record/show.ts'
import { rowName } from '#shared/record/show-row.ts'
import { textIn } from '#shared/text/text.ts'
import { DeskForm } from './desk-form.tsx'
import type { DeskContext } from './env.ts'
import { NotDone } from './notice.tsx'

export type MergeTrouble = { title: string; body?: string; status: number }
type MergePageProps = {
  context: DeskContext
  kept: SessionGroup
  other: SessionGroup
  plan: GroupMerge
  token: string
  trouble: MergeTrouble | undefined
  isQuiet: boolean
  campaigns: readonly Campaign[]
}

const nameOf = ({ record }: SessionGroup) => record.group[0]?.name ?? ''
const townOf = ({ record }: SessionGroup) => record.group[0]?.town ?? null

/** What two groups say otherwise, one choice each, and what becomes of all else. */
export function MergePage(props: MergePageProps) {
  const { context, kept, other, plan, token, trouble, isQuiet, campaigns } = props
  const { language } = context.var
  const text = textIn(language, context.var.movement).merge.group
  const names = namesOf(kept, other)
  return (
    <div class="flow narrow">
      {trouble && <NotDone title={trouble.title} body={trouble.body} />}
      <h1>{text.title}</h1>
      <p class="lead">{text.lead(names.kept, names.other)}</p>
      <p>
        <a class="plain" href={`/desk/groups/${other.uid}/merge/${kept.uid}`}>
          {text.swap(names.other)}
        </a>
      </p>
      <DeskForm path={`/desk/groups/${kept.uid}/merge/${other.uid}`} token={token}>
        {[kept, other].map(({ uid, number }) => (
          <input type="hidden" name={uid} value={String(number)} />
        ))}
        <section aria-labelledby="differences" class="flow">
          <h2 id="differences">
            {plan.choices.length === 0 ? text.noDifference : text.differences(plan.choices.length)}
          </h2>
          {plan.choices.length > 0 && <p class="says">{text.differencesLead}</p>}
          {plan.choices.map((choice) => (
            <Choice context={context} choice={choice} names={names} campaigns={campaigns} />
          ))}
        </section>
        <Together {...props} />
        <label class="pick" for="tell">
          <input type="checkbox" id="tell" name="tell" value="oui" checked={!isQuiet} />
          {text.tell}
        </label>
        <p class="soft">{text.undoLead}</p>
        <button type="submit">{text.merge}</button>
      </DeskForm>
    </div>
  )
}

/** Two groups of one name are told apart by their towns, and else by an order. */
function namesOf(kept: SessionGroup, other: SessionGroup): Record<MergeSide, string> {
  if (nameOf(kept) !== nameOf(other)) return { kept: nameOf(kept), other: nameOf(other) }
  const place = (group: SessionGroup, n: number) => `${nameOf(group)} (${townOf(group) ?? n})`
  const [one, two] = [place(kept, 1), place(other, 2)]
  return one === two ? { kept: `${nameOf(kept)} (1)`, other: `${nameOf(other)} (2)` } : { kept: one, other: two }
}

type ChoiceProps = {
  context: DeskContext
  choice: GroupChoice
  names: Record<MergeSide, string>
  campaigns: readonly Campaign[]
}

function Choice({ context, choice, names, campaigns }: ChoiceProps) {
  const { language, movement } = context.var
  const text = textIn(language, movement).merge.group
  const section: Section = movement.sections.of(choice.list) ?? movement.sections.ours.group
  const [first = ''] = choice.fields
  const label =
    choice.list === 'group'
      ? section.fields[first]?.label[language]
      : `${section.words.title[language]} · ${rowName(section, choice.kept) || (campaigns.find(({ uid }) => uid === choice.kept.uid)?.name ?? '')}`
  const said = (row: AnyRow) => {
    const values = choice.fields.flatMap((name) => {
      const field = section.fields[name]
      const value = row[name] ?? null
      if (!field || field.control.kind === 'derived' || value === null || value === '') return []
      return [showValue(field, value, language)]
    })
    return values.length === 0 ? text.nothing : values.join(' · ')
  }
  return (
    <fieldset class="card flow">
      <legend>{label}</legend>
      <input type="hidden" name="choice" value={choice.key} />
      {(['kept', 'other'] as const).map((side) => (
        <label class="pick" for={`take.${choice.key}.${side}`}>
          <input
            type="radio"
            id={`take.${choice.key}.${side}`}
            name={`take.${choice.key}`}
            value={side}
            checked={choice.taken === side}
          />
          <span>
            <b>{said(choice[side])}</b>
            <br />
            <span class="hint">
              {[
                ...(choice.key === 'group.name' ? [] : [names[side]]),
                ...(choice.proposed === side ? [`${text.proposed}, ${text.why[choice.why]}`] : []),
              ].join(' · ')}
            </span>
          </span>
        </label>
      ))}
    </fieldset>
  )
}

function Together({ context, plan }: MergePageProps) {
  const { language, movement } = context.var
  const text = textIn(language, movement).merge.group
  const lists = movement.sections.asked.flatMap((section) => {
    const { came, both } = plan.united[section.list] ?? { came: 0, both: 0 }
    if (section.isAboutPeople || came + both === 0) return []
    const line = text.came(section.words.title[language], came)
    return both > 0 ? [`${line}, ${text.both(both)}`] : [line]
  })
  return (
    <section aria-labelledby="together">
      <h2 id="together">{text.together}</h2>
      <ul>
        <li>{text.people(plan.kept.record.referents.length)}</li>
        {lists.map((line) => (
          <li>{line}</li>
        ))}
        <li>{text.asked}</li>
      </ul>
    </section>
  )
}
