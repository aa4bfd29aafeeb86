import { changeSettings } from '#shared/actions/change-settings.ts'
import { ask } from '#shared/db/ask.ts'
import { previewGroup } from '#shared/db/preview.ts'
import { storedSettings } from '#shared/db/settings.ts'
import { SettingsChanged } from '#shared/db/watch-settings.ts'
import { Problem } from '#shared/domain/problem.ts'
import type { MailMessage } from '#shared/mail/message.ts'
import { isShared, type MailPart, mailParts } from '#shared/mail/replaceable.ts'
import { type Movement, movementOf } from '#shared/movement.ts'
import { faultsOfChange } from '#shared/settings/complete.ts'
import { namedIn } from '#shared/settings/keys.ts'
import type { ReplacedSentence } from '#shared/settings/sentences.ts'
import type { Language } from '#shared/text/language.ts'
import { textIn } from '#shared/text/text.ts'
import { readDeskForm, teamActing } from '../desk-form.tsx'
import type { DeskContext } from '../env.ts'
import { leadTo } from '../lead-to.ts'
import { preparePreview } from '../prepare-preview.ts'
import { SentenceForm } from './sentence-form.tsx'
import { respondSettings, type SettingsNotice } from './settings-frame.tsx'
import { partName, sentencesPath } from './show-sentences.tsx'
import { faultsIn, type TypedSentences, typedSentences, withSentences, writtenSentences } from './typed-sentences.ts'

/** What a mail says, sentence by sentence, and the mail that this makes. */
export async function showPart(context: DeskContext): Promise<Response> {
  const page = await read(context)
  const { saved } = textIn(context.var.language, context.var.movement).settings
  const typed = writtenSentences(page.part, page.spoken, context.var.movement)
  return respond(context, page, {
    typed,
    ...(context.req.query('done') === 'saved' ? { notice: { done: saved } } : {}),
  })
}

/** Says a mail in other words, or shows the mail that they would make. */
export async function savePart(context: DeskContext): Promise<Response> {
  const form = await readDeskForm(context)
  const page = await read(context, form.get('spoken'))
  const { fixed, language, movement } = context.var
  const text = textIn(language, context.var.movement)
  const typed = typedSentences(page.part, page.spoken, movement, form)
  const again = (shown: Partial<Shown>) => respond(context, page, { typed, ...shown })
  if (!form.isFresh) return again({ notice: { title: text.form.saveAgain, body: text.form.oldPageTyped, status: 400 } })
  const wrong = faultsIn(page.part, page.spoken, movement, typed, language)
  if (wrong.length > 0) return again({ notice: { wrong } })
  const change = { sentences: withSentences(movement, page.part, page.spoken, typed) }
  if (faultsOfChange(fixed, page.stored.values, change).length > 0)
    return again({ notice: { title: text.settings.sentences.tooMuch, status: 422 } })
  if (form.get('do') !== 'save') {
    const tried = movementOf(fixed, { ...page.stored.values, ...change })
    return again({ notice: { done: text.settings.sentences.tried }, tried })
  }
  if (form.get('was') !== wasOf(page)) return again({ notice: { ...text.settings.overtaken, status: 409 } })
  const { result } = await changeSettings({ ...teamActing(context), fixed }, page.stored, change)
  if (result === 'overtaken') throw new SettingsChanged(null)
  if (result === 'refused') throw new Problem('busy')
  return leadTo(context, `${sentencesPath}/${page.part}?of=${page.spoken}&done=saved`)
}

type Page = Awaited<ReturnType<typeof read>>
type Shown = { typed: TypedSentences; notice?: SettingsNotice; tried?: Movement }

async function read(context: DeskContext, posted: string | null = null) {
  const { reads, movement, language, fixed } = context.var
  const part = mailParts.find((one) => one === context.req.param('mail'))
  if (!part) throw new Problem('page_unknown')
  const asked = posted ?? context.req.query('of') ?? language
  const spoken = movement.languages.find((one) => one === asked) ?? movement.languages[0] ?? 'fr'
  const { stored, group } = await ask(reads, { stored: storedSettings(reads), group: previewGroup(reads) })
  const isFixed = Object.hasOwn(namedIn(fixed), 'sentences')
  return { part, spoken, stored, group, isFixed, own: movement.sentences }
}

/** The movement's own sentences of the page, as they were when it was shown. */
function wasOf({ own, part, spoken }: Pick<Page, 'own' | 'part' | 'spoken'>): string {
  return JSON.stringify(own.filter(({ key }) => isOfPage(key, part, spoken)))
}

function isOfPage(key: ReplacedSentence['key'], part: MailPart, spoken: Language): boolean {
  return key.startsWith(`${part}.`) && key.endsWith(`.${spoken}`)
}

async function respond(context: DeskContext, page: Page, { typed, notice, tried }: Shown): Promise<Response> {
  const { language } = context.var
  const text = textIn(language, context.var.movement).settings.sentences
  const message = tried ? await preview(context, page, tried) : null
  return respondSettings(context, {
    title: partName(page.part, language, context.var.movement),
    lead: text.partLead,
    back: { path: sentencesPath, title: text.title },
    ...(notice ? { notice } : {}),
    children: (
      <>
        {await SentenceForm({ context, ...page, typed, was: wasOf(page) })}
        {message && (
          <section class="card flow" aria-labelledby="preview">
            <h2 id="preview" class="plain-title">
              {text.preview}
            </h2>
            <p>
              <b>{message.subject}</b>
            </p>
            <p class="as-typed" lang={page.spoken}>
              {message.text}
            </p>
          </section>
        )}
      </>
    ),
  })
}

/** The mail that the sentences make, about a group that has somebody to write to; null while there is none. */
async function preview(context: DeskContext, page: Page, movement: Movement): Promise<MailMessage | null> {
  if (page.group === null) return null
  const kind = isShared(page.part) ? 'invitation' : page.part
  const spoken = { ...movement, languages: [page.spoken] } as Movement
  return (await preparePreview(context, spoken, { kind, group: page.group }))?.shown?.message ?? null
}
