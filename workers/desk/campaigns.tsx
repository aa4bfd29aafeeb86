import { writeCampaign } from '#shared/actions/write-campaign.ts'
import { ask } from '#shared/db/ask.ts'
import { type CountedCampaign, listCountedCampaigns } from '#shared/db/campaigns.ts'
import { Problem } from '#shared/domain/problem.ts'
import { localTime } from '#shared/domain/zone.ts'
import { ErrorSummary } from '#shared/html/error-summary.tsx'
import { FieldInput, problemText } from '#shared/html/field-input.tsx'
import { type CampaignValues, campaignFields } from '#shared/record/campaign.ts'
import { readField, writeField } from '#shared/record/field.ts'
import { showDay } from '#shared/record/show.ts'
import type { FieldProblem } from '#shared/text/field-problem.ts'
import { textIn } from '#shared/text/text.ts'
import { mintUid } from '#workers/section/shown-rows.ts'
import { respondFrame } from '#workers/team/frame.tsx'
import { DeskForm, formToken, readDeskForm, teamActing } from './desk-form.tsx'
import type { DeskContext } from './env.ts'
import { leadTo } from './lead-to.ts'
import { isOvertaken, Meanwhile, orOvertaken, Was } from './meanwhile.tsx'
import { Done, NotDone } from './notice.tsx'
import { CampaignAnswers, CampaignEnd, settleCampaign } from './one-campaign.tsx'

const path = '/desk/campaigns'
const names = ['name', 'held_on'] as const
type Name = (typeof names)[number]
type Typed = {
  uid: string
  texts: Record<Name, string>
  problems: Partial<Record<Name, FieldProblem>>
  isStale?: boolean
  /** What the campaign says when it is corrected, and whether that is not what the page was made of. */
  kept?: CampaignValues
  isLate?: boolean
}

/** The movement's campaigns, the last one first, and the form of one more. */
export async function showCampaigns(context: DeskContext): Promise<Response> {
  const campaigns = await listed(context)
  const text = textIn(context.var.language, context.var.movement).desk.campaigns
  const form = await CampaignForm(context, path, { ...blank(), uid: mintUid() }, text.add)
  return respond(context, text.title, 200, [<CampaignList context={context} campaigns={campaigns} />, form])
}

/** One campaign, to be corrected. */
export async function showCampaign(context: DeskContext): Promise<Response> {
  const uid = context.req.param('uid') ?? ''
  const found = (await listed(context)).find((campaign) => campaign.uid === uid)
  if (!found) throw new Problem('campaign_unknown')
  const texts = { name: found.name, held_on: writeField(campaignFields.held_on, found.held_on) }
  const { language, movement } = context.var
  const { correct: title, all } = textIn(language, movement).desk.campaigns
  return respondFrame(context, {
    title: found.name,
    children: (
      <div class="flow narrow">
        <Done context={context} />
        <p>
          <a class="plain" href={path}>
            {all}
          </a>
        </p>
        <h1>{found.name}</h1>
        <p class="kicker">{showDay(found.held_on, language)}</p>
        {await CampaignAnswers(context, found)}
        {await CampaignForm(context, `${path}/${uid}`, { uid, texts, problems: {}, kept: keptOf(found) }, title)}
        {await CampaignEnd(context, found)}
      </div>
    ),
  })
}

/** Makes a campaign, or corrects one. */
export async function saveCampaign(context: DeskContext): Promise<Response> {
  const form = await readDeskForm(context)
  const { language, movement, now } = context.var
  const text = textIn(language, movement).desk.campaigns
  const asked = context.req.param('uid')
  const here = asked === undefined ? path : `${path}/${asked}`
  const known = await listed(context)
  const found = known.find(({ uid }) => uid === asked)
  if (asked !== undefined && !found) throw new Problem('campaign_unknown')
  const kept = found && keptOf(found)
  const today = localTime(now, movement.timeZone).day
  const typed = readTypedCampaign((name) => form.get(name) ?? '', today)
  const uid = asked ?? sentUid(form.get('uid'))
  const title = asked === undefined ? text.add : text.correct
  const again = async (problems: Typed['problems'], status: number, stands = kept) => {
    const state = {
      uid,
      texts: typed.texts,
      problems,
      isStale: status === 400,
      isLate: status === 409,
      ...(stands ? { kept: stands } : {}),
    }
    return respond(context, title, status, [await CampaignForm(context, here, state, title)])
  }
  if (!form.isFresh) return again({}, 400)
  const settled = await settleCampaign(
    context,
    known.find((one) => one.uid === asked),
    form.get('do'),
  )
  if (settled) return settled
  if (kept && isOvertaken(form, kept)) return again({}, 409)
  if (!typed.values) return again(typed.problems, 422)
  const result = await orOvertaken(writeCampaign(teamActing(context), { uid, ...typed.values }, kept))
  if (result === 'overtaken') {
    const existing = (await listed(context)).find((one) => one.uid === asked)
    return again({}, 409, existing && keptOf(existing))
  }
  if (result === 'campaign_taken') return again({ name: { code: 'duplicate' } }, 422)
  return leadTo(context, `${path}?done=campaign_saved`)
}

const keptOf = ({ name, held_on }: CampaignValues): CampaignValues => ({ name, held_on })
const sentUid = (uid: string | null) => (uid !== null && /^[\w-]{8,40}$/.test(uid) ? uid : mintUid())
const blank = () => ({ texts: { name: '', held_on: '' }, problems: {} })

function readTypedCampaign(textOf: (name: Name) => string, today: string) {
  const name = readField(campaignFields.name, textOf('name'))
  const heldOn = readField(campaignFields.held_on, textOf('held_on'), today)
  const problems: Typed['problems'] = {
    ...(name.problem ? { name: name.problem } : {}),
    ...(heldOn.problem ? { held_on: heldOn.problem } : {}),
  }
  const isSound = !name.problem && !heldOn.problem
  const values: CampaignValues | null = isSound ? { name: name.value, held_on: heldOn.value } : null
  return { texts: { name: textOf('name'), held_on: textOf('held_on') }, problems, values }
}

async function listed(context: DeskContext): Promise<CountedCampaign[]> {
  const { reads, movement } = context.var
  // A movement that asks nothing about campaigns has none
  if (!movement.sections.find('campaigns')) throw new Problem('page_unknown')
  return (await ask(reads, { campaigns: listCountedCampaigns(reads) })).campaigns
}

function CampaignList({ context, campaigns }: { context: DeskContext; campaigns: readonly CountedCampaign[] }) {
  const { language } = context.var
  const text = textIn(language, context.var.movement).desk.campaigns
  if (campaigns.length === 0) return <p class="soft">{text.none}</p>
  return (
    <div>
      {campaigns.map(({ uid, name, held_on, groups, isEnded }) => (
        <div class="row between act">
          <div>
            <h2 class="plain-title">{name}</h2>
            <p class="soft">
              {showDay(held_on, language)} · {text.groups(groups)}
              {isEnded && ` · ${text.isEnded}`}
            </p>
          </div>
          <a class="button quiet slim" href={`${path}/${uid}`}>
            <span>
              {text.open}
              <span class="hidden">, {name}</span>
            </span>
          </a>
        </div>
      ))}
    </div>
  )
}

async function CampaignForm(
  context: DeskContext,
  action: string,
  { uid, texts, problems, isStale, kept, isLate }: Typed,
  title: string,
) {
  const { language } = context.var
  const all = textIn(language, context.var.movement)
  const entries = names.flatMap((name) => {
    const problem = problems[name]
    return problem
      ? [{ id: name, text: problemText(campaignFields[name], problem, language, context.var.movement) }]
      : []
  })
  return (
    <section aria-labelledby="form-title">
      <ErrorSummary title={all.form.errorsTitle(entries.length)} entries={entries} />
      {isStale && <NotDone title={all.form.saveAgain} body={all.form.oldPageTyped} />}
      {isLate && kept && <Meanwhile context={context} now={[kept.name, showDay(kept.held_on, language)]} />}
      <h2 id="form-title">{title}</h2>
      <p class="says">{all.desk.campaigns.formLead}</p>
      <DeskForm path={action} token={await formToken(context, action)}>
        <input type="hidden" name="uid" value={uid} />
        {kept && <Was kept={kept} />}
        {names.map((name) => (
          <FieldInput
            field={campaignFields[name]}
            name={name}
            text={texts[name]}
            language={language}
            movement={context.var.movement}
            problem={problems[name]}
          />
        ))}
        <button type="submit">{all.form.save}</button>
      </DeskForm>
    </section>
  )
}

function respond(
  context: DeskContext,
  title: string,
  status: number,
  parts: Parameters<typeof respondFrame>[1]['children'],
) {
  const text = textIn(context.var.language, context.var.movement)
  return respondFrame(context, {
    title: status === 422 ? `${text.form.errorsTitle(1)} – ${title}` : title,
    status,
    children: (
      <div class="flow narrow">
        <Done context={context} />
        <h1>{text.desk.campaigns.title}</h1>
        <p class="lead">{text.desk.campaigns.lead}</p>
        {parts}
      </div>
    ),
  })
}
