import { changeSettings } from '#shared/actions/change-settings.ts'
import { ask } from '#shared/db/ask.ts'
import { storedSettings } from '#shared/db/settings.ts'
import { Problem } from '#shared/domain/problem.ts'
import { sentenceFault } from '#shared/mail/replaced.ts'
import { faultsOfChange } from '#shared/settings/complete.ts'
import { namedIn } from '#shared/settings/keys.ts'
import type { ReplacedSentence } from '#shared/settings/sentences.ts'
import { pageKey } from '#shared/text/page-sentences.ts'
import type { Sentence } from '#shared/text/sentence.ts'
import { textIn } from '#shared/text/text.ts'
import { readDeskForm, teamActing } from '../desk-form.tsx'
import type { DeskContext } from '../env.ts'
import { leadTo } from '../lead-to.ts'
import { type PlacedSentence, placedSentences } from './page-places.ts'
import { PageSentenceForm } from './page-sentence-form.tsx'
import { pageSentencesPath } from './sentence-search.tsx'
import { respondSettings, type SettingsNotice } from './settings-frame.tsx'
import { sentencesPath } from './show-sentences.tsx'
import { sentenceForms, type TypedSentences, typesetLine } from './typed-sentences.ts'

/** A sentence of pages beside those that stand around it, to be said otherwise. */
export async function showPageSentence(context: DeskContext): Promise<Response> {
  const page = await read(context, context.req.query('of'))
  const { saved } = textIn(context.var.language, context.var.movement).settings
  return respond(context, page, writtenIn(page.sentence), {
    ...(context.req.query('done') === 'saved' ? { notice: { done: saved } } : {}),
  })
}

/** Says a sentence of pages in other words, or shows it among its neighbours. Nothing typed brings ours back. */
export async function savePageSentence(context: DeskContext): Promise<Response> {
  const form = await readDeskForm(context)
  const { fixed, movement, language } = context.var
  const page = await read(context, form.get('spoken') ?? undefined)
  const text = textIn(language, movement)
  const { sentence, spoken } = page
  const forms = sentenceForms('says', sentence.ours)
  const typed = Object.fromEntries(
    forms.map(([control, , words]) => [control, typesetLine((form.get(control) ?? '').trim(), spoken) || words]),
  )
  const again = (shown: Shown) => respond(context, page, typed, shown)
  if (!form.isFresh) return again({ notice: { title: text.form.saveAgain, body: text.form.oldPageTyped, status: 400 } })
  const wrong = faultsIn(context, sentence.ours, typed)
  if (wrong.length > 0) return again({ notice: { wrong } })
  const change = { sentences: withSentence(movement.sentences, pageKey(sentence.path, spoken), sentence, typed) }
  if (faultsOfChange(fixed, page.stored.values, change).length > 0)
    return again({ notice: { title: text.settings.sentences.tooMuch, status: 422 } })
  if (form.get('do') !== 'save') return again({ notice: { done: text.settings.sentences.triedOne }, isTried: true })
  if (form.get('was') !== wasOf(sentence)) return again({ notice: { ...text.settings.overtaken, status: 409 } })
  const { result } = await changeSettings({ ...teamActing(context), fixed }, page.stored, change)
  if (result === 'refused' || result === 'overtaken') throw new Problem('busy')
  return leadTo(context, `${pageSentencesPath}/${sentence.path}?of=${spoken}&done=saved`)
}

type Page = Awaited<ReturnType<typeof read>>
type Shown = { notice?: SettingsNotice; isTried?: boolean }

async function read(context: DeskContext, of: string | undefined) {
  const { reads, movement, language, fixed } = context.var
  const spoken = movement.languages.find((one) => one === (of ?? language)) ?? movement.languages[0] ?? 'fr'
  const all = placedSentences(movement, spoken)
  const sentence = all.find(({ path }) => path === context.req.param('sentence'))
  if (!sentence) throw new Problem('page_unknown')
  const { stored } = await ask(reads, { stored: storedSettings(reads) })
  return { spoken, all, sentence, stored, isFixed: Object.hasOwn(namedIn(fixed), 'sentences') }
}

/** The movement's sentence when the page was shown. */
const wasOf = ({ own }: PlacedSentence) => JSON.stringify(own ?? null)

function writtenIn({ ours, own }: PlacedSentence): TypedSentences {
  const said = own && typeof own.says === typeof ours ? (own.says as Sentence) : ours
  return Object.fromEntries(sentenceForms('says', said).map(([control, , words]) => [control, words]))
}

/** What a sentence may be longer than ours: it has to fit in its place. */
const longest = (words: string) => Math.max(80, words.length * 3)

function faultsIn(context: DeskContext, ours: Sentence, typed: TypedSentences) {
  const text = textIn(context.var.language, context.var.movement).settings.sentences
  return sentenceForms('says', ours).flatMap(([control, , words]) => {
    const said = typed[control] ?? words
    const fault = sentenceFault(said, ours)
    const why = /[<>]/.test(said)
      ? text.tag
      : said.length > longest(words)
        ? text.tooLongFor(longest(words))
        : fault && (fault.code === 'braces' ? text.braces : text.unknownValue(fault.name))
    return why ? [{ id: control, text: `${said.slice(0, 80)} – ${why}` }] : []
  })
}

/** All of the movement's sentences with this one as it was typed; without it where that is ours. */
function withSentence(
  sentences: readonly ReplacedSentence[],
  key: string,
  { ours, own }: PlacedSentence,
  typed: TypedSentences,
): ReplacedSentence[] {
  const others = sentences.filter((one) => one.key !== key)
  const forms = sentenceForms('says', ours).map(([control, form, words]) => [form, typed[control] ?? words])
  const says = typeof ours === 'string' ? forms[0]?.[1] : Object.fromEntries(forms)
  if (JSON.stringify(says) === JSON.stringify(ours)) return others
  const isAsBefore = own !== undefined && JSON.stringify(own.says) === JSON.stringify(says)
  return [...others, { key, says, instead: isAsBefore ? own.instead : ours } as ReplacedSentence]
}

async function respond(context: DeskContext, page: Page, typed: TypedSentences, { notice, isTried = false }: Shown) {
  const text = textIn(context.var.language, context.var.movement).settings.sentences
  return respondSettings(context, {
    title: text.oneTitle,
    lead: text.oneLead,
    back: { path: sentencesPath, title: text.title },
    notice,
    children: await PageSentenceForm({ context, ...page, typed, isTried, was: wasOf(page.sentence) }),
  })
}
