import { FieldInput } from '#shared/html/field-input.tsx'
import type { Movement } from '#shared/movement.ts'
import { spokenWith } from '#shared/record/own-nouns.ts'
import type { SettingFault } from '#shared/settings/faults.ts'
import { namedIn, valueAt } from '#shared/settings/keys.ts'
import type { Language } from '#shared/text/language.ts'
import { eachLanguage } from '#shared/text/language.ts'
import { type OwnWords, textIn } from '#shared/text/text.ts'
import { DeskForm, formToken } from '../desk-form.tsx'
import type { DeskContext } from '../env.ts'
import { nounsFor, type SettingControl, type SettingForm } from './setting-forms.ts'
import type { SettingGroup } from './setting-groups.ts'
import { settingsPath } from './settings-frame.tsx'

type SettingFormProps = {
  context: DeskContext
  group: SettingGroup
  /** Of the settings that the page shows. */
  version: number
  texts: Readonly<Record<string, string>>
  faults?: readonly SettingFault[]
  overtaken?: readonly string[]
}

/** The settings of a page: those that are fixed are shown, the others asked. */
export async function SettingFormPage({
  context,
  group,
  version,
  texts,
  faults = [],
  overtaken = [],
}: SettingFormProps) {
  const { language, fixed, movement } = context.var
  const text = textIn(language, context.var.movement)
  const named = namedIn(fixed)
  const isFixed = ({ key }: SettingForm) => Object.hasOwn(named, key)
  const asked = group.forms.filter((form) => !isFixed(form))
  const path = `${settingsPath}/${group.name}`
  const tries: Readonly<Record<string, string>> = { calendar: text.settings.tryDates, nouns: text.settings.nouns.try }
  return (
    <>
      <FixedSettings context={context} forms={group.forms.filter(isFixed)} texts={texts} />
      {asked.length > 0 && (
        <DeskForm path={path} token={await formToken(context, path)}>
          <input type="hidden" name="version" value={String(version)} />
          {asked.flatMap((form) =>
            form.controls.map((control) =>
              isSpoken(control, movement) ? (
                <>
                  <FieldInput
                    field={spokenWith(control.field, nounsFor(control.name, movement.nouns))}
                    name={control.name}
                    text={texts[control.name] ?? ''}
                    language={language}
                    movement={movement}
                    typedIn={'options' in control.field.control ? undefined : control.spoken}
                    problem={problemOf(form, control, faults, movement)}
                  />
                  {overtaken.includes(form.key) && <HoldsNow context={context} form={form} control={control} />}
                </>
              ) : (
                <input type="hidden" name={control.name} value={texts[control.name] ?? ''} />
              ),
            ),
          )}
          <p class="row">
            <button type="submit" name="do" value="save">
              {text.form.save}
            </button>
            {tries[group.name] && (
              <button type="submit" class="quiet" name="do" value="try">
                {tries[group.name]}
              </button>
            )}
          </p>
        </DeskForm>
      )}
    </>
  )
}

const isSpoken = ({ spoken }: SettingControl, { languages }: Movement) =>
  spoken === undefined || languages.includes(spoken)

function problemOf(
  { key, controls }: SettingForm,
  { name }: SettingControl,
  faults: readonly SettingFault[],
  movement: OwnWords,
) {
  const isHere = ({ path }: SettingFault) =>
    isWithin(path, name) || (controls[0]?.name === name && isWithin(path, key) && !isPart(controls, path))
  const fault = faults.find(isHere)
  if (!fault) return undefined
  return {
    code: 'as_said' as const,
    said: eachLanguage((language) => textIn(language, movement).settings.fault(fault)),
  }
}

const isWithin = (path: string, name: string) => `${path}.`.startsWith(`${name}.`)
const isPart = (controls: readonly SettingControl[], path: string) =>
  controls.length > 1 && controls.some(({ name }) => isWithin(path, name))

type ControlProps = { context: DeskContext; form: SettingForm; control: SettingControl }

/** What somebody else set meanwhile, beside what was typed. */
function HoldsNow({ context, form, control }: ControlProps) {
  const { language, movement } = context.var
  const value = form.write(valueAt(movement, form.key), language)[control.name] ?? ''
  const { now, unsaid } = textIn(language, movement).settings
  return (
    <p class="hint">
      {now(
        spokenWith(control.field.label, nounsFor(control.name, movement.nouns))[language],
        shownText(spokenWith(control, movement.nouns), value, language) || unsaid,
      )}
    </p>
  )
}

type FixedProps = { context: DeskContext; forms: readonly SettingForm[]; texts: Readonly<Record<string, string>> }

function FixedSettings({
  context: {
    var: { language, movement },
  },
  forms,
  texts,
}: FixedProps) {
  const text = textIn(language, movement).settings
  if (forms.length === 0) return null
  return (
    <section aria-labelledby="fixed" class="card">
      <h2 id="fixed" class="plain-title">
        {text.fixedTitle}
      </h2>
      <p class="soft">{text.fixed}</p>
      <dl class="known">
        {forms.flatMap(({ controls }) =>
          controls.map((control) => (
            <div>
              <dt>{spokenWith(control.field.label, nounsFor(control.name, movement.nouns))[language]}</dt>
              <dd>
                {shownText(spokenWith(control, movement.nouns), texts[control.name] ?? '', language) || text.unsaid}
              </dd>
            </div>
          )),
        )}
      </dl>
    </section>
  )
}

/** What a control holds, in words. */
function shownText({ field: { control } }: SettingControl, value: string, language: Language): string {
  if (!('options' in control)) return value
  const labels = value.split(',').map((one) => control.options[one]?.[language] ?? one)
  return labels.join(', ')
}
