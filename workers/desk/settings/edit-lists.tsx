import { changeSettings } from '#shared/actions/change-settings.ts'
import { ask } from '#shared/db/ask.ts'
import { storedSettings } from '#shared/db/settings.ts'
import { countSubscriptions } from '#shared/db/subscriptions.ts'
import { SettingsChanged } from '#shared/db/watch-settings.ts'
import { Problem } from '#shared/domain/problem.ts'
import { FieldInput, problemText } from '#shared/html/field-input.tsx'
import type { Movement } from '#shared/movement.ts'
import { spokenWith } from '#shared/record/own-nouns.ts'
import { faultsOfChange } from '#shared/settings/complete.ts'
import type { SettingFault } from '#shared/settings/faults.ts'
import { namedIn } from '#shared/settings/keys.ts'
import type { FieldProblem } from '#shared/text/field-problem.ts'
import { eachLanguage, type Language, type Words } from '#shared/text/language.ts'
import { type OwnWords, textIn } from '#shared/text/text.ts'
import { typeset } from '#shared/text/typeset.ts'
import { DeskForm, formToken, type PostedDeskForm, readDeskForm, teamActing } from '../desk-form.tsx'
import type { DeskContext } from '../env.ts'
import { leadTo } from '../lead-to.ts'
import { ownKey } from './own-key.ts'
import { controlFor, languageIn, said } from './setting-forms.ts'
import { respondSettings, type SettingsNotice, settingsPath } from './settings-frame.tsx'

const path = `${settingsPath}/lists`
/** As the schema of settings says. */
const mostLists = 30

const wordsNames = ['label', 'about'] as const
type WordsName = (typeof wordsNames)[number]
type TypedList = { key: string; keptIn: string; signUp: boolean } & Record<WordsName, Partial<Record<Language, string>>>

/** The mailing lists that referents may be on. */
export async function showLists(context: DeskContext): Promise<Response> {
  const { saved } = textIn(context.var.language, context.var.movement).settings
  const typed = context.var.movement.lists.map(({ key, label, about, keptIn, signUp }) => ({
    key,
    label,
    about: about ?? {},
    keptIn: keptIn ?? '',
    signUp: signUp === true,
  }))
  return respond(
    context,
    await read(context),
    typed,
    context.req.query('done') === 'saved' ? { done: saved } : undefined,
  )
}

export async function saveLists(context: DeskContext): Promise<Response> {
  const form = await readDeskForm(context)
  const { fixed, movement, language } = context.var
  const text = textIn(language, movement)
  const page = await read(context)
  const typed = typedLists(form, movement)
  const again = (notice?: SettingsNotice, faults?: SettingFault[]) => respond(context, page, typed, notice, faults)
  if (!form.isFresh) return again({ title: text.form.saveAgain, body: text.form.oldPageTyped, status: 400 })
  if (form.get('do') === 'more') return again()
  const change = { lists: saidLists(typed) }
  const faults = faultsOfChange(fixed, page.stored.values, change)
  if (faults.length > 0) return again(undefined, faults)
  if (form.get('was') !== JSON.stringify(movement.lists)) return again({ ...text.settings.overtaken, status: 409 })
  const { result } = await changeSettings({ ...teamActing(context), fixed }, page.stored, change)
  if (result === 'overtaken') throw new SettingsChanged(null)
  if (result === 'refused') throw new Problem('busy')
  return leadTo(context, `${path}?done=saved`)
}

type Page = Awaited<ReturnType<typeof read>>

function read({ var: { reads } }: DeskContext) {
  return ask(reads, { stored: storedSettings(reads), people: countSubscriptions(reads) })
}

function typedLists(form: PostedDeskForm, { languages }: Movement): TypedList[] {
  const count = Math.min(Number(form.get('lists')) || 0, mostLists)
  const text = (name: string) => (form.get(name) ?? '').trim()
  return Array.from({ length: count }, (_, index) => ({
    key: text(`lists.${index}.key`),
    keptIn: text(`lists.${index}.keptIn`),
    signUp: text(`lists.${index}.signUp`) === 'oui',
    label: inLanguages(languages, (language) => text(`lists.${index}.label.${language}`)),
    about: inLanguages(languages, (language) => text(`lists.${index}.about.${language}`)),
  })).filter(({ label, about }) => [...Object.values(label), ...Object.values(about)].some((one) => one !== ''))
}

const inLanguages = (languages: readonly Language[], textOf: (language: Language) => string) =>
  Object.fromEntries(languages.map((language) => [language, typeset(textOf(language), language)] as const))

function saidLists(typed: readonly TypedList[]) {
  const taken = typed.map(({ key }) => key).filter((key) => key !== '')
  return typed.map(({ key, label, about, keptIn, signUp }) => {
    const fresh = key === '' ? ownKey(Object.values(label).find((one) => one !== '') ?? '', taken) : key
    if (key === '') taken.push(fresh)
    const explained = filled(about)
    return {
      key: fresh,
      label: filled(label) ?? {},
      ...(explained ? { about: explained } : {}),
      ...(keptIn ? { keptIn } : {}),
      ...(signUp ? { signUp } : {}),
    }
  })
}

function filled(words: Partial<Record<Language, string>>) {
  const entries = Object.entries(words).filter(([, text]) => text !== '')
  return entries.length > 0 ? Object.fromEntries(entries) : undefined
}

function problemsOf(faults: readonly SettingFault[], first: Language, own: OwnWords): Record<string, FieldProblem> {
  return Object.fromEntries(
    faults.map((fault) => {
      const name = /\.(label|about)$/.test(fault.path) ? `${fault.path}.${first}` : fault.path
      return [name, { code: 'as_said', said: eachLanguage((one) => textIn(one, own).settings.fault(fault)) }]
    }),
  )
}

async function respond(
  context: DeskContext,
  page: Page,
  typed: readonly TypedList[],
  given?: SettingsNotice,
  faults: readonly SettingFault[] = [],
): Promise<Response> {
  const { language, movement, fixed } = context.var
  const { settings, form } = textIn(language, movement)
  const text = settings.lists
  const isFixed = Object.hasOwn(namedIn(fixed), 'lists')
  const problems = problemsOf(faults, movement.languages[0] ?? 'fr', movement)
  const label = said(({ lists }) => lists.title)
  const wrong = Object.entries(problems).map(([id, one]) => ({
    id,
    text: problemText({ label }, one, language, movement),
  }))
  const notice = wrong.length > 0 ? { wrong } : given
  const rows =
    isFixed || typed.length >= mostLists
      ? typed
      : [...typed, { key: '', label: {}, about: {}, keptIn: '', signUp: false }]
  return respondSettings(context, {
    title: text.title,
    lead: text.lead,
    ...(notice ? { notice } : {}),
    children: (
      <>
        {isFixed && <p class="soft">{settings.asked.fixed}</p>}
        <DeskForm path={path} token={await formToken(context, path)}>
          <input type="hidden" name="was" value={JSON.stringify(movement.lists)} />
          <input type="hidden" name="lists" value={String(rows.length)} />
          {rows.map((list, index) => {
            const isKnown = movement.lists.some(({ key }) => key === list.key)
            return (
              <fieldset class="card flow">
                <legend>{list.label[language] || (isKnown ? list.key : text.fresh)}</legend>
                {isKnown && <p class="soft">{text.people(list.key, page.people.get(list.key) ?? 0)}</p>}
                {isKnown && <input type="hidden" name={`lists.${index}.key`} value={list.key} />}
                <ListWords context={context} list={list} index={index} problems={problems} isFixed={isFixed} />
                <label class="pick" for={`lists.${index}.signUp`}>
                  <input
                    type="checkbox"
                    id={`lists.${index}.signUp`}
                    name={`lists.${index}.signUp`}
                    value="oui"
                    checked={list.signUp}
                    disabled={isFixed}
                  />
                  {textIn(language, movement).feeds.signUp}
                </label>
                <FieldInput
                  field={controlFor(
                    eachLanguage((one) => textIn(one, movement).feeds.where),
                    { kind: 'text' },
                    eachLanguage((one) => textIn(one, movement).feeds.whereHint),
                  )}
                  name={`lists.${index}.keptIn`}
                  text={list.keptIn}
                  language={language}
                  movement={movement}
                  problem={problems[`lists.${index}.keptIn`]}
                  isFixed={isFixed}
                />
                {!isKnown && <ListKey context={context} list={list} index={index} problems={problems} />}
              </fieldset>
            )
          })}
          {!isFixed && (
            <p class="row">
              <button type="submit" name="do" value="save">
                {form.save}
              </button>
              <button type="submit" class="quiet" name="do" value="more">
                {text.more}
              </button>
            </p>
          )}
        </DeskForm>
      </>
    ),
  })
}

type RowProps = {
  context: DeskContext
  list: TypedList
  index: number
  problems: Readonly<Record<string, FieldProblem>>
  isFixed?: boolean
}

function ListWords({ context, list, index, problems, isFixed }: RowProps) {
  const { movement, language } = context.var
  return (
    <>
      {wordsNames.flatMap((name) =>
        movement.languages.map((one) => {
          const control = `lists.${index}.${name}.${one}`
          return (
            <FieldInput
              field={spokenWith(
                controlFor(labelIn(name, one, movement.languages.length > 1), { kind: 'text' }),
                movement.nouns,
              )}
              name={control}
              text={list[name][one] ?? ''}
              language={language}
              movement={movement}
              typedIn={one}
              problem={problems[control]}
              isFixed={isFixed}
            />
          )
        }),
      )}
    </>
  )
}

function labelIn(name: WordsName, language: Language, isNamed: boolean): Words {
  return said(({ lists, question }, reading) =>
    isNamed ? question.inLanguage(lists[name], languageIn(language)[reading]) : lists[name],
  )
}

/** What a list program calls a new list; by its label unless it is said. */
function ListKey({ context, list, index, problems }: RowProps) {
  const control = `lists.${index}.key`
  const field = controlFor(
    said(({ lists }) => lists.key),
    { kind: 'text' },
    said(({ lists }) => lists.keyHint),
  )
  return (
    <FieldInput
      field={field}
      name={control}
      text={list.key}
      language={context.var.language}
      movement={context.var.movement}
      problem={problems[control]}
    />
  )
}
