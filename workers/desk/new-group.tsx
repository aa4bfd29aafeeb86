import type { Acting } from '#shared/actions/acting.ts'
import { createGroup } from '#shared/actions/create-group.ts'
import { planSection } from '#shared/actions/update-section/plan-section.ts'
import { ask } from '#shared/db/ask.ts'
import { listGroupsLike } from '#shared/db/groups-like.ts'
import type { SessionGroup } from '#shared/db/link-sessions.ts'
import { listPlacesNamed } from '#shared/db/places.ts'
import { type RowProblem, typedFromRecord } from '#shared/domain/typed-section.ts'
import { SectionForm, sectionTitle } from '#shared/html/section/section-form.tsx'
import type { SectionView } from '#shared/html/section/section-view.ts'
import { countrySaid } from '#shared/movement.ts'
import { emptyRecord, type GroupRecord } from '#shared/record/record.ts'
import { type OwnWords, textIn } from '#shared/text/text.ts'
import { mintUid } from '#workers/section/shown-rows.ts'
import { readTypedAnswer, type TypedAnswer } from '#workers/section/typed-answer.ts'
import { respondFrame } from '#workers/team/frame.tsx'
import { blankGroup, blankValues } from './blank-group.ts'
import { formToken, type PostedDeskForm, readDeskForm, teamActing } from './desk-form.tsx'
import type { TeamSection } from './edit-section.tsx'
import type { DeskContext } from './env.ts'
import { leadTo } from './lead-to.ts'

type Like = { uid: string; name: string; town: string | null }

/** Where a group is made, what of it is known before anybody types, which groups it may be, and what makes it. */
export type GroupMaking = {
  path: string
  back: string
  heading: string
  lead: string
  filled?: Readonly<Record<string, string>>
  like?: readonly Like[]
  /** A text is where this leads instead. */
  create: (acting: Acting, group: SessionGroup, record: GroupRecord) => Promise<'name_taken' | { to: string }>
}

/** A group of which nobody has told us anything. */
function bareMaking({ var: { language, movement } }: DeskContext): GroupMaking {
  const { title, lead } = textIn(language, movement).desk.newGroup
  return {
    path: '/desk/groups/new',
    back: '/desk',
    heading: title,
    lead,
    create: async (acting, { uid }, record) => {
      const creation = await createGroup(acting, uid, record)
      return creation === 'name_taken' ? creation : { to: `/desk/groups/${uid}/referents?done=created` }
    },
  }
}

export const showNewGroup = (context: DeskContext) => showGroupForm(context, bareMaking(context))
export const makeGroup = (context: DeskContext) => makeGroupAt(context, bareMaking(context))

/** The questions of a group's identity, for one that is to be. */
export function showGroupForm(context: DeskContext, making: GroupMaking): Promise<Response> {
  const view = viewOf(context, mintUid(), making)
  const rows = firstRow(view).map((row) => ({ ...row, texts: { ...row.texts, ...making.filled } }))
  return respond(context, view, { making, rows, like: making.like ?? [] })
}

/** Makes the group; asks first where one of this name or this town is known. */
export async function makeGroupAt(context: DeskContext, making: GroupMaking): Promise<Response> {
  const form = await readDeskForm(context)
  const typed = readTypedAnswer(form, context.var.movement.sections, 'identity')
  const [row] = typed.rows
  if (!row) return showGroupForm(context, making)
  const { reads, movement } = context.var
  const [name = '', town = ''] = [row.texts.name, row.texts.town]
  const country = countrySaid(movement, row.texts.country) ?? movement.country
  const { places, like } = await ask(reads, {
    places: listPlacesNamed(reads, country, town),
    like: listGroupsLike(reads, { name, town }),
  })
  const view = { ...viewOf(context, row.uid, making), places }
  if (!form.isFresh) return respond(context, view, { making, rows: typed.rows, again: 'stale', status: 400 })
  return write(context, { making, view, typed, form, like })
}

type TypedGroup = {
  making: GroupMaking
  view: SectionView & { group: SessionGroup }
  typed: TypedAnswer
  form: PostedDeskForm
  like: readonly Like[]
}

async function write(context: DeskContext, { making, view, typed, form, like }: TypedGroup): Promise<Response> {
  const acting = teamActing(context)
  const { rows } = typed
  const again = (asked: Partial<Asked>) => respond(context, view, { making, rows, ...asked })
  const refused = (field: string, code: 'required' | 'elsewhere' | 'name_taken') =>
    again({ problems: [{ uid: view.group.uid, field, problem: { code } } satisfies RowProblem], status: 422 })
  // A group that is there already may keep the name that it had; a new one has none
  if ((rows[0]?.texts.name ?? '').trim() === '') return refused('name', 'required')
  const plan = await planSection(acting, { ...view, round: null }, typed, mintUid)
  if (plan.result === 'wrong') return again({ problems: plan.problems, status: 422 })
  if (plan.result === 'asks_town') return again({ towns: plan.towns, status: 422 })
  if (plan.result !== 'ready') return again({ again: 'stale', status: 400 })
  const { record } = plan.merge
  const { regions } = context.var.session.coordinator
  if (regions && !regions.includes(record.group[0]?.region ?? '')) return refused('town', 'elsewhere')
  if (like.length > 0 && form.get('other') !== 'oui') return again({ like, status: 409 })
  const made = await making.create(acting, view.group, record)
  return made === 'name_taken' ? refused('name', made) : leadTo(context, made.to)
}

function viewOf(context: DeskContext, uid: string, { path }: GroupMaking): SectionView & { group: SessionGroup } {
  const { movement, language } = context.var
  const values = { ...blankValues(movement.sections), uid }
  const record = { ...emptyRecord(movement.sections), group: [values] }
  return {
    movement,
    language,
    path,
    group: blankGroup(uid, record),
    agreed: [],
    person: { uid: '' },
    campaigns: [],
    places: [],
    suppressed: [],
  }
}

function firstRow({ movement, group }: SectionView) {
  return typedFromRecord(movement.sections.named('identity').fields, group.record.group)
}

type Asked = Omit<TeamSection, 'section' | 'since'> & { making: GroupMaking; like?: readonly Like[] }

async function respond(
  context: DeskContext,
  view: SectionView,
  { making, status = 200, like = [], ...asked }: Asked,
): Promise<Response> {
  const { path, back, heading, lead } = making
  const state = { ...asked, section: 'identity', since: 0, page: await formToken(context, path), held: null }
  return respondFrame(context, {
    title: [...(status === 200 ? [] : [sectionTitle(view, state).split(' – ').slice(0, -1).join(' – ')]), heading]
      .filter((part) => part !== '')
      .join(' – '),
    status,
    children: (
      <div class="flow narrow">
        <SectionForm
          session={view}
          state={state}
          at={{ action: path, back, heading, lead }}
          more={<Others language={view.language} movement={context.var.movement} like={like} />}
        />
      </div>
    ),
  })
}

/** Groups that it may be already. */
function Others({
  language,
  movement,
  like,
}: {
  language: SectionView['language']
  movement: OwnWords
  like: readonly Like[]
}) {
  const text = textIn(language, movement).desk.newGroup
  if (like.length === 0) return null
  return (
    <fieldset class="wrong flow" aria-labelledby="other-title">
      <p class="error" id="other-title">
        {text.alike}
      </p>
      <ul>
        {like.map(({ uid, name, town }) => (
          <li>
            <a href={`/desk/groups/${uid}`}>{town === null ? name : `${name} (${town})`}</a>
          </li>
        ))}
      </ul>
      <label class="pick" for="other">
        <input type="checkbox" id="other" name="other" value="oui" autofocus />
        {text.another}
      </label>
    </fieldset>
  )
}
