import { changeSettings } from '#shared/actions/change-settings.ts'
import { ask } from '#shared/db/ask.ts'
import { lastRound } from '#shared/db/rounds.ts'
import { settingsChangedSince, storedSettings } from '#shared/db/settings.ts'
import { SettingsChanged } from '#shared/db/watch-settings.ts'
import { Problem } from '#shared/domain/problem.ts'
import type { Movement } from '#shared/movement.ts'
import { movementOf } from '#shared/movement.ts'
import { faultsOfChange } from '#shared/settings/complete.ts'
import type { SettingFault } from '#shared/settings/faults.ts'
import { namedIn, type SettingValues, valueAt } from '#shared/settings/keys.ts'
import { colonIn } from '#shared/text/colon.ts'
import { type OwnWords, textIn } from '#shared/text/text.ts'
import { readDeskForm, teamActing } from '../desk-form.tsx'
import type { DeskContext } from '../env.ts'
import { leadTo } from '../lead-to.ts'
import { ComingDates } from './coming-dates.tsx'
import { LogoForm } from './edit-logo.tsx'
import { NounSentences } from './noun-sentences.tsx'
import { SettingFormPage } from './setting-form-page.tsx'
import { nounsFor, type SettingForm } from './setting-forms.ts'
import { type SettingGroup, settingGroups } from './setting-groups.ts'
import { respondSettings, type SettingsNotice, settingsPath } from './settings-frame.tsx'

/** One page of settings, to be changed. */
export async function showSettingGroup(context: DeskContext): Promise<Response> {
  const group = groupOf(context)
  const text = textIn(context.var.language, context.var.movement).settings
  const notice = context.req.query('done') === 'saved' ? { done: text.saved } : undefined
  return respond(context, group, await read(context), { texts: writtenBy(context, group), notice })
}

/** Changes what is on the page, or shows the dates that it would give. */
export async function saveSettingGroup(context: DeskContext): Promise<Response> {
  const group = groupOf(context)
  const form = await readDeskForm(context)
  const { fixed, movement, language } = context.var
  const text = textIn(language, movement)
  const open = group.forms.filter(({ key }) => !Object.hasOwn(namedIn(fixed), key))
  const texts = { ...writtenBy(context, group), ...typedIn(open, form) }
  const page = await read(context, Number(form.get('version') ?? Number.NaN))
  const change = changeIn(open, form, movement)
  const again = (notice: SettingsNotice, more: Partial<Shown> = {}) =>
    respond(context, group, page, { texts, notice, ...more })
  if (!form.isFresh) return again({ title: text.form.saveAgain, body: text.form.oldPageTyped, status: 400 })
  const faults = faultsOfChange(fixed, page.stored.values, change)
  if (faults.length > 0) return again({ wrong: wrongIn(open, faults, context, movement) }, { faults })
  if (form.get('do') === 'try') {
    const tried = movementOf(fixed, { ...page.stored.values, ...change })
    return again({ done: group.name === 'nouns' ? text.settings.nouns.tried : text.settings.tried }, { tried })
  }
  const overtaken = page.since.filter((key) => Object.hasOwn(change, key))
  if (overtaken.length > 0) return again({ ...text.settings.overtaken, status: 409 }, { overtaken })
  const acting = teamActing(context)
  const { result } = await changeSettings({ ...acting, fixed }, page.stored, change)
  if (result === 'overtaken') throw new SettingsChanged(null)
  if (result === 'unchanged') return again({ done: text.settings.unchanged })
  return leadTo(context, `${settingsPath}/${group.name}?done=saved`)
}

type Shown = {
  texts: Readonly<Record<string, string>>
  notice: SettingsNotice | undefined
  faults?: readonly SettingFault[]
  /** Settings that somebody else changed since the page was shown. */
  overtaken?: readonly string[]
  /** The movement as it would be. */
  tried?: Movement
}
type Page = Awaited<ReturnType<typeof read>>

function read({ var: { reads } }: DeskContext, version = Number.NaN) {
  return ask(reads, {
    stored: storedSettings(reads),
    last: lastRound(reads),
    since: settingsChangedSince(reads, Number.isSafeInteger(version) ? version : Number.MAX_SAFE_INTEGER),
  })
}

function groupOf(context: DeskContext): SettingGroup {
  const group = settingGroups.find(({ name }) => name === context.req.param('page'))
  if (!group) throw new Problem('page_unknown')
  return group
}

function writtenBy({ var: { movement, language } }: DeskContext, { forms }: SettingGroup): Record<string, string> {
  return Object.assign({}, ...forms.map(({ key, write }) => write(valueAt(movement, key), language)))
}

type Form = Parameters<SettingForm['read']>[0]

/** What was typed, as it was. */
function typedIn(forms: readonly SettingForm[], form: Form): Record<string, string> {
  const names = forms.flatMap(({ controls }) => controls)
  return Object.fromEntries(
    names.map(({ name, field }) => [
      name,
      field.control.kind === 'boxes'
        ? form
            .getAll(name)
            .filter((text) => text !== '')
            .join(',')
        : (form.get(name) ?? ''),
    ]),
  )
}

/** Only what is other than what holds. */
function changeIn(forms: readonly SettingForm[], form: Form, movement: Movement): SettingValues {
  const read = forms.map((one) => [one.key, one.read(form)] as const)
  return Object.fromEntries(
    read.filter(([key, value]) => JSON.stringify(value) !== JSON.stringify(valueAt(movement, key))),
  )
}

/** Where to mend each fault: the control of that part, else the first of the setting. */
function wrongIn(
  forms: readonly SettingForm[],
  faults: readonly SettingFault[],
  { var: { language } }: DeskContext,
  movement: OwnWords,
) {
  const { fault } = textIn(language, movement).settings
  return faults.map((one) => {
    const controls = forms.find(({ key }) => `${one.path}.`.startsWith(`${key}.`))?.controls ?? []
    const { name = '', field } =
      controls.find((control) => `${one.path}.`.startsWith(`${control.name}.`)) ?? controls[0] ?? {}
    const colon = colonIn(language)
    return { id: name, text: `${field?.label[language] ?? one.path}${colon}${fault(one)}` }
  })
}

async function respond(context: DeskContext, group: SettingGroup, page: Page, shown: Shown): Promise<Response> {
  const { movement, now, language } = context.var
  const own = { ...movement, nouns: nounsFor(group.name, movement.nouns) }
  const { title, lead } = textIn(language, own).settings.pages[group.name]
  return respondSettings(context, {
    title,
    lead,
    notice: shown.notice,
    children: (
      <>
        {await SettingFormPage({ context, group, version: page.stored.version, ...shown })}
        {group.name === 'face' && (await LogoForm({ context }))}
        {group.name === 'nouns' && <NounSentences movement={shown.tried ?? movement} language={language} />}
        {group.name === 'calendar' && (
          <ComingDates movement={shown.tried ?? movement} last={page.last} now={now} language={language} />
        )}
      </>
    ),
  })
}
