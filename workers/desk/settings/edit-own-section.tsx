import { changeSettings } from '#shared/actions/change-settings.ts'
import { ask } from '#shared/db/ask.ts'
import { countOwnRows } from '#shared/db/own-answers.ts'
import { storedSettings } from '#shared/db/settings.ts'
import { SettingsChanged } from '#shared/db/watch-settings.ts'
import { Problem } from '#shared/domain/problem.ts'
import { FieldInput, problemText } from '#shared/html/field-input.tsx'
import { spokenWith } from '#shared/record/own-nouns.ts'
import { type OwnSectionSaid, ourSectionNames } from '#shared/settings/sections.ts'
import type { FieldProblem } from '#shared/text/field-problem.ts'
import { eachLanguage, type Language, type Words } from '#shared/text/language.ts'
import { textIn } from '#shared/text/text.ts'
import { typeset } from '#shared/text/typeset.ts'
import { DeskForm, formToken, readDeskForm, teamActing } from '../desk-form.tsx'
import type { DeskContext } from '../env.ts'
import { leadTo } from '../lead-to.ts'
import { askedIn, questionSection, sectionKey } from './asked.ts'
import { ownKey } from './own-key.ts'
import { controlFor, languageIn, said } from './setting-forms.ts'
import { respondSettings, type SettingsNotice } from './settings-frame.tsx'
import { askedPath } from './show-asked.tsx'
import { wholeWords } from './typed-question.ts'

const wordsNames = ['title', 'row', 'lead', 'add'] as const
type WordsName = (typeof wordsNames)[number]
type TypedSection = Record<WordsName, Partial<Record<Language, string>>> & { name: string; day: string }

/** A section of the movement's own, to be changed; or a new one. */
export async function showOwnSection(context: DeskContext): Promise<Response> {
  const page = await read(context)
  const { title = {}, row = {}, lead = {}, add = {}, name = '', day = '' } = page.was ?? {}
  return respond(context, page, { title, row, lead, add, name, day })
}

export async function saveOwnSection(context: DeskContext): Promise<Response> {
  const form = await readDeskForm(context)
  const { fixed, movement, language } = context.var
  const text = textIn(language, movement)
  const page = await read(context)
  const inLanguages = (name: WordsName) =>
    Object.fromEntries(
      movement.languages.map((one) => [one, typeset((form.get(`${name}.${one}`) ?? '').trim(), one)] as const),
    )
  const typed: TypedSection = {
    title: inLanguages('title'),
    row: inLanguages('row'),
    lead: inLanguages('lead'),
    add: inLanguages('add'),
    name: form.get('name') ?? '',
    day: form.get('day') ?? '',
  }
  if (!form.isFresh)
    return respond(context, page, typed, { title: text.form.saveAgain, body: text.form.oldPageTyped, status: 400 })
  const first = Object.values(typed.title).find((one) => one !== '')
  if (first === undefined) return respond(context, page, typed, undefined, true)
  if (form.get('was') !== JSON.stringify(page.was))
    return respond(context, page, typed, { ...text.settings.overtaken, status: 409 })
  const taken = [
    ...ourSectionNames,
    ...page.asked.sections.map(sectionKey),
    ...page.asked.questions.map(questionSection),
  ]
  const section = saidSection(typed, page.was?.key ?? ownKey(first, taken), page.was?.asked)
  const { sections } = page.asked
  const next = page.was ? sections.map((one) => (one === page.was ? section : one)) : [...sections, section]
  const { result } = await changeSettings({ ...teamActing(context), fixed }, page.stored, { sections: next })
  if (result === 'refused') return respond(context, page, typed, { title: text.problem.fault.title, status: 422 })
  if (result === 'overtaken') throw new SettingsChanged(null)
  return leadTo(context, `${askedPath}?done=${page.was ? 'saved' : 'section'}`)
}

function saidSection(typed: TypedSection, key: string, asked: boolean | undefined): OwnSectionSaid {
  const said = wordsNames.flatMap((name) => {
    const entries = Object.entries(typed[name]).filter(([, text]) => text !== '')
    return entries.length > 0 ? [[name, Object.fromEntries(entries)] as const] : []
  })
  const { name, day } = typed
  const words = Object.fromEntries(said) as Pick<OwnSectionSaid, WordsName>
  return {
    key,
    ...words,
    ...(name === '' ? {} : { name }),
    ...(day === '' ? {} : { day }),
    ...(asked === false ? { asked } : {}),
  }
}

type Page = Awaited<ReturnType<typeof read>>

async function read(context: DeskContext) {
  const { reads, fixed } = context.var
  const key = context.req.param('part')
  const { stored, rows } = await ask(reads, { stored: storedSettings(reads), rows: countOwnRows(reads, key ?? '') })
  const asked = askedIn(fixed, stored)
  const found = asked.sections.find((section) => sectionKey(section) === key)
  const was = found === undefined || typeof found === 'string' ? null : found
  if (asked.isFixed.sections || (key !== undefined && !was)) throw new Problem('page_unknown')
  return { stored, asked, was, rows }
}

const fieldOf: Readonly<
  Record<WordsName | 'name' | 'day', 'titleField' | 'row' | 'leadField' | 'add' | 'name' | 'day'>
> = {
  title: 'titleField',
  row: 'row',
  lead: 'leadField',
  add: 'add',
  name: 'name',
  day: 'day',
}

async function respond(
  context: DeskContext,
  page: Page,
  typed: TypedSection,
  given?: SettingsNotice,
  isUntitled = false,
): Promise<Response> {
  const { language, movement } = context.var
  const { settings, form } = textIn(language, movement)
  const text = settings.section
  const [first = 'fr'] = movement.languages
  const untitled: FieldProblem = { code: 'as_said', said: said(({ section }) => section.needed) }
  const title = controlFor(
    said(({ section }) => section.titleField.label),
    { kind: 'text' },
  )
  const notice = isUntitled
    ? { wrong: [{ id: `title.${first}`, text: problemText(title, untitled, language, movement) }] }
    : given
  const path = context.req.path
  return respondSettings(context, {
    title: page.was ? text.title : text.newTitle,
    lead: text.lead,
    back: { path: askedPath, title: settings.asked.title },
    ...(notice ? { notice } : {}),
    children: (
      <>
        {page.was && <p class="soft">{text.rows(page.rows)}</p>}
        <DeskForm path={path} token={await formToken(context, path)}>
          <input type="hidden" name="was" value={JSON.stringify(page.was)} />
          {wordsNames.flatMap((name) =>
            movement.languages.map((one) => (
              <FieldInput
                field={spokenWith(
                  controlFor(labelIn(name, one, movement.languages.length > 1), { kind: 'text' }, hintOf(name)),
                  movement.nouns,
                )}
                name={`${name}.${one}`}
                text={typed[name][one] ?? ''}
                language={language}
                movement={movement}
                typedIn={one}
                problem={isUntitled && name === 'title' && one === first ? untitled : undefined}
              />
            )),
          )}
          <RowQuestion context={context} page={page} name="name" text={typed.name} />
          <RowQuestion context={context} page={page} name="day" text={typed.day} />
          <button type="submit">{form.save}</button>
        </DeskForm>
      </>
    ),
  })
}

function labelIn(name: WordsName, language: Language, isNamed: boolean): Words {
  return said(({ section, question }, reading) => {
    const { label } = section[fieldOf[name]]
    return isNamed ? question.inLanguage(label, languageIn(language)[reading]) : label
  })
}

const hintOf = (name: WordsName): Words => said(({ section }) => (section[fieldOf[name]] as { hint: string }).hint)

/** Which of the section's questions its rows are called by, or sorted by. */
function RowQuestion({
  context,
  page,
  name,
  text,
}: {
  context: DeskContext
  page: Page
  name: 'name' | 'day'
  text: string
}) {
  const questions = page.asked.questions.filter(
    (one) => questionSection(one) === page.was?.key && (name !== 'day' || one.type === 'day'),
  )
  if (questions.length === 0) return null
  const options = Object.fromEntries(questions.map(({ key, label }) => [key, wholeWords(label)]))
  const field = controlFor(
    spokenWith(
      said(({ section }) => section[name].label),
      context.var.movement.nouns,
    ),
    {
      kind: 'radios',
      options: {
        '': eachLanguage((language) => textIn(language, context.var.movement).settings.section.none),
        ...options,
      },
    },
    name === 'day' ? said(({ section }) => section.day.hint) : undefined,
  )
  return (
    <FieldInput field={field} name={name} text={text} language={context.var.language} movement={context.var.movement} />
  )
}
