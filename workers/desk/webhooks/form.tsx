import { ask } from '#shared/db/ask.ts'
import { listRegions } from '#shared/db/group-list.ts'
import { actionsOf, type WebhookTopic, webhookTopics } from '#shared/domain/webhook/topics.ts'
import { addressTrouble, type Webhook } from '#shared/domain/webhook/webhook.ts'
import { ErrorSummary } from '#shared/html/error-summary.tsx'
import { FieldInput, problemText } from '#shared/html/field-input.tsx'
import { readField } from '#shared/record/field.ts'
import { type WebhookWay, webhookFields } from '#shared/record/webhook.ts'
import { areaName } from '#shared/text/area-name.ts'
import type { FieldProblem } from '#shared/text/field-problem.ts'
import type { Language } from '#shared/text/language.ts'
import { textIn } from '#shared/text/text.ts'
import { mintUid } from '#workers/section/shown-rows.ts'
import { DeskForm, formToken, type PostedDeskForm } from '../desk-form.tsx'
import type { DeskContext } from '../env.ts'
import { NotDone } from '../notice.tsx'

export const webhooksPath = '/desk/webhooks'

const names = ['name', 'url', 'way'] as const
type Name = (typeof names)[number]

/** What somebody typed of a webhook, and what is wrong with it. */
export type TypedWebhook = {
  uid: string
  texts: Record<Name, string>
  topics: readonly WebhookTopic[]
  regions: readonly string[]
  tellsPeople: boolean
  problems: Partial<Record<Name, FieldProblem>>
}

export const blankWebhook = (): TypedWebhook => ({
  uid: mintUid(),
  texts: { name: '', url: '', way: 'standard' },
  topics: webhookTopics,
  regions: [],
  tellsPeople: false,
  problems: {},
})

/** Of each way: its format, and the hour of its digest. */
const ways: Readonly<Record<WebhookWay, Pick<Webhook, 'format' | 'digestAt'>>> = {
  standard: { format: 'standard', digestAt: null },
  chat: { format: 'chat', digestAt: null },
  chat_morning: { format: 'chat', digestAt: '08:00' },
  chat_evening: { format: 'chat', digestAt: '18:00' },
}

/** What was posted, as a webhook, or as what is wrong with it. */
export function readTypedWebhook(
  form: PostedDeskForm,
  { mayBePrivate, language }: { mayBePrivate: boolean; language: Language },
): { typed: TypedWebhook; webhook: Webhook | null } {
  const text = (name: Name) => form.get(name) ?? ''
  const name = readField(webhookFields.name, text('name'))
  const url = readField(webhookFields.url, text('url'))
  const way = readField(webhookFields.way, text('way'))
  const trouble = url.problem ? null : addressTrouble(url.value, mayBePrivate)
  const urlProblem = url.problem ?? (trouble ? { code: urlProblems[trouble] } : undefined)
  const sent = form.getAll('topic')
  const topics = webhookTopics.filter((topic) => sent.includes(topic))
  const typed: TypedWebhook = {
    uid: sentUid(form.get('uid')),
    texts: { name: text('name'), url: text('url'), way: text('way') },
    topics,
    regions: form.getAll('region').slice(0, mostRegions).map(areaName),
    tellsPeople: form.get('tells_people') === 'oui',
    problems: {
      ...(name.problem ? { name: name.problem } : {}),
      ...(urlProblem ? { url: urlProblem } : {}),
      ...(way.problem ? { way: way.problem } : {}),
    },
  }
  if (name.problem || url.problem || urlProblem || way.problem) return { typed, webhook: null }
  const { format, digestAt } = ways[way.value]
  return {
    typed,
    webhook: {
      uid: typed.uid,
      name: name.value,
      url: url.value,
      format,
      actions: actionsOf(topics.length === 0 ? webhookTopics : topics),
      regions: typed.regions.length === 0 ? null : typed.regions,
      tellsPeople: typed.tellsPeople,
      language: format === 'chat' ? language : null,
      digestAt,
    },
  }
}

const urlProblems = { not_address: 'url_invalid', not_https: 'url_not_https', private: 'url_private' } as const
/** More regions than a country has. */
const mostRegions = 100

const sentUid = (uid: string | null) => (uid !== null && /^[\w-]{8,40}$/.test(uid) ? uid : mintUid())

/** The form of one more webhook. */
export async function WebhookForm(context: DeskContext, typed: TypedWebhook, isStale = false) {
  const { language, reads } = context.var
  const { places } = await ask(reads, { places: listRegions(reads) })
  const all = textIn(language, context.var.movement)
  const text = all.desk.webhooks
  const entries = names.flatMap((name) => {
    const problem = typed.problems[name]
    return problem
      ? [{ id: name, text: problemText(webhookFields[name], problem, language, context.var.movement) }]
      : []
  })
  return (
    <section aria-labelledby="add">
      <ErrorSummary title={all.form.errorsTitle(entries.length)} entries={entries} />
      {isStale && <NotDone title={all.form.saveAgain} body={all.form.oldPageTyped} />}
      <h2 id="add">{text.add}</h2>
      <DeskForm path={webhooksPath} token={await formToken(context, webhooksPath)}>
        <input type="hidden" name="uid" value={typed.uid} />
        {names.map((name) => (
          <FieldInput
            field={webhookFields[name]}
            name={name}
            text={typed.texts[name]}
            language={language}
            movement={context.var.movement}
            problem={typed.problems[name]}
          />
        ))}
        <details open={typed.regions.length > 0 || typed.topics.length < webhookTopics.length}>
          <summary>{text.which}</summary>
          <Picks
            legend={text.topicsLegend}
            name="topic"
            options={webhookTopics.map((topic) => [topic, text.topics[topic]])}
            chosen={typed.topics}
          />
          {places.length > 1 && (
            <Picks
              legend={text.regionsLegend}
              hint={text.regionsHint}
              name="region"
              options={places.map(({ region }) => [region, region])}
              chosen={typed.regions}
            />
          )}
        </details>
        <div class="field">
          <label class="pick" for="tells_people">
            <input type="checkbox" id="tells_people" name="tells_people" value="oui" checked={typed.tellsPeople} />
            {text.tellsPeople}
          </label>
          <p class="hint">{text.tellsPeopleHint}</p>
        </div>
        <button type="submit">{text.connect}</button>
      </DeskForm>
    </section>
  )
}

type PicksProps = {
  legend: string
  hint?: string
  name: string
  options: readonly (readonly [value: string, label: string])[]
  chosen: readonly string[]
}

function Picks({ legend, hint, name, options, chosen }: PicksProps) {
  return (
    <div class="field">
      <fieldset>
        <legend>{legend}</legend>
        {hint && <p class="hint">{hint}</p>}
        {options.map(([value, label], index) => (
          <label class="pick" for={`${name}.${index}`}>
            <input type="checkbox" id={`${name}.${index}`} name={name} value={value} checked={chosen.includes(value)} />
            {label}
          </label>
        ))}
      </fieldset>
    </div>
  )
}
