import { createGroup } from '#shared/actions/create-group.ts'
import { planSection } from '#shared/actions/update-section/plan-section.ts'
import { ask } from '#shared/db/ask.ts'
import { listGroupsLike } from '#shared/db/groups-like.ts'
import { listPlacesNamed } from '#shared/db/places.ts'
import type { VisitedGroup } from '#shared/db/visits.ts'
import { type RowProblem, typedFromRecord } from '#shared/domain/typed-section.ts'
import { SectionForm, sectionTitle } from '#shared/html/section/section-form.tsx'
import type { SectionView } from '#shared/html/section/section-view.ts'
import { emptyRecord } from '#shared/record/record.ts'
import type { GroupValues } from '#shared/record/sections/identity.ts'
import { textIn } from '#shared/text/text.ts'
import { mintUid } from '#workers/section/shown-rows.ts'
import { readTypedAnswer, type TypedAnswer } from '#workers/section/typed-answer.ts'
import { respondFrame } from '#workers/team/frame.tsx'
import { formToken, type PostedDeskForm, readDeskForm, teamActing } from './desk-form.tsx'
import type { TeamSection } from './edit-section.tsx'
import type { DeskContext } from './env.ts'
import { leadTo } from './lead-to.ts'

const path = '/desk/groups/new'
type Like = { uid: string; name: string; town: string | null }

/** The questions of a group's identity, for one that is to be. */
export function showNewGroup(context: DeskContext): Promise<Response> {
  const view = viewOf(context, mintUid())
  return respond(context, view, { rows: firstRow(view) })
}

/** Makes the group; asks first where one of this name or this town is known. */
export async function makeGroup(context: DeskContext): Promise<Response> {
  const form = await readDeskForm(context)
  const typed = readTypedAnswer(form, context.var.movement.sections, 'identity')
  const [row] = typed.rows
  if (!row) return showNewGroup(context)
  const { reads, movement } = context.var
  const [name = '', town = ''] = [row.texts.name, row.texts.town]
  const { places, like } = await ask(reads, {
    places: listPlacesNamed(reads, movement.country, town),
    like: listGroupsLike(reads, { name, town }),
  })
  const view = { ...viewOf(context, row.uid), places }
  if (!form.isFresh) return respond(context, view, { rows: typed.rows, again: 'stale', status: 400 })
  return write(context, { view, typed, form, like })
}

type Making = { view: SectionView; typed: TypedAnswer; form: PostedDeskForm; like: readonly Like[] }

async function write(context: DeskContext, { view, typed, form, like }: Making): Promise<Response> {
  const acting = teamActing(context)
  const { rows } = typed
  const state = { ...view, round: null }
  if ((rows[0]?.texts.name ?? '').trim() === '') return refuseNameless(context, view, typed)
  const plan = await planSection(acting, state, typed, mintUid)
  if (plan.result === 'wrong') return respond(context, view, { rows, problems: plan.problems, status: 422 })
  if (plan.result === 'asks_town') return respond(context, view, { rows, towns: plan.towns, status: 422 })
  if (plan.result !== 'ready') return respond(context, view, { rows, again: 'stale', status: 400 })
  const { uid } = view.group
  const [own] = plan.merge.record.group
  const refused = (field: string, code: 'elsewhere' | 'name_taken') =>
    respond(context, view, { rows, problems: [{ uid, field, problem: { code } } satisfies RowProblem], status: 422 })
  const { regions } = context.var.session.coordinator
  if (regions && !regions.includes(own?.region ?? '')) return refused('town', 'elsewhere')
  if (like.length > 0 && form.get('other') !== 'oui') return respond(context, view, { rows, like, status: 409 })
  const creation = await createGroup(acting, uid, plan.merge.record)
  if (creation === 'name_taken') return refused('name', 'name_taken')
  return leadTo(context, `/desk/groups/${uid}/referents?done=created`)
}

/** A group that is there already may keep the name that it had; a new one has none. */
function refuseNameless(context: DeskContext, view: SectionView, { rows }: TypedAnswer): Promise<Response> {
  const problems = [{ uid: view.group.uid, field: 'name', problem: { code: 'required' } } as const]
  return respond(context, view, { rows, problems, status: 422 })
}

function viewOf(context: DeskContext, uid: string): SectionView {
  const { movement, language } = context.var
  const values = { ...blankValues, uid }
  const record = { ...emptyRecord(movement.sections), group: [values] }
  return {
    movement,
    language,
    path,
    group: blankGroup(uid, record),
    person: { uid: '' },
    campaigns: [],
    places: [],
    shut: [],
  }
}

const blankValues: GroupValues = {
  name: '',
  town: null,
  postcode: null,
  department: null,
  region: null,
  latitude: null,
  longitude: null,
  state: 'active',
  founded_on: null,
  active_members: null,
  website: null,
  networks: null,
  public_email: null,
  on_map: false,
  note: null,
}

/** A group of which nothing was written yet. */
function blankGroup(uid: string, record: VisitedGroup['record']): VisitedGroup {
  return {
    uid,
    mergedInto: null,
    number: 0,
    record,
    shown: record,
    since: [],
    checks: [],
    answers: [],
    invited: [],
    newAddresses: new Map(),
    unreached: [],
    waiting: [],
    namings: { group: 0, referent: 0 },
    today: { added: 0, characters: 0 },
    counts: {},
    history: [],
    confirmations: [],
    revision: null,
    names: [],
  }
}

function firstRow({ movement, group }: SectionView) {
  return typedFromRecord(movement.sections.named('identity').fields, group.record.group)
}

type Asked = Omit<TeamSection, 'section' | 'since'> & { like?: readonly Like[] }

async function respond(
  context: DeskContext,
  view: SectionView,
  { status = 200, like = [], ...asked }: Asked,
): Promise<Response> {
  const text = textIn(view.language).desk.newGroup
  const state = { ...asked, section: 'identity', since: 0, page: await formToken(context, path), held: null }
  return respondFrame(context, {
    title: [...(status === 200 ? [] : [sectionTitle(view, state).split(' – ').slice(0, -1).join(' – ')]), text.title]
      .filter((part) => part !== '')
      .join(' – '),
    status,
    children: (
      <div class="flow narrow">
        <SectionForm
          visit={view}
          state={state}
          at={{ action: path, back: '/desk', heading: text.title, lead: text.lead }}
          more={<Others language={view.language} like={like} />}
        />
      </div>
    ),
  })
}

/** Groups that it may be already. */
function Others({ language, like }: { language: SectionView['language']; like: readonly Like[] }) {
  const text = textIn(language).desk.newGroup
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
