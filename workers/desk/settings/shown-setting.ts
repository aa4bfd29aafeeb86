import type { Language } from '#shared/text/language.ts'
import { textIn } from '#shared/text/text.ts'
import type { SettingForm } from './setting-forms.ts'
import { settingGroups } from './setting-groups.ts'

/** What a setting is called; its key where we have no word. */
export function settingLabel(key: string, language: Language): string {
  const { fields } = textIn(language).settings
  return Object.hasOwn(fields, key) ? fields[key as keyof typeof fields].label : key
}

type Lines = { gone: string[]; come: string[] }

/** A change of a setting, a line each of what went and what came: of lists, only those that differ. */
export function changedLines(key: string, before: unknown, after: unknown, language: Language): Lines {
  const [earlier, later] = [linesOf(key, before, language), linesOf(key, after, language)]
  const gone = earlier.filter((line) => !later.includes(line))
  const come = later.filter((line) => !earlier.includes(line))
  return gone.length + come.length === 0 ? { gone: earlier, come: later } : { gone, come }
}

const forms = new Map<string, SettingForm>(
  settingGroups.flatMap((group) => group.forms.map((form) => [form.key, form] as const)),
)

function linesOf(key: string, value: unknown, language: Language): string[] {
  if (value === undefined || value === null) return []
  if (Array.isArray(value)) return value.map((item) => itemLine(item, language))
  const form = forms.get(key)
  if (!form) return [JSON.stringify(value)]
  const texts = form.write(value)
  const colon = language === 'fr' ? '\u00a0: ' : ': '
  return form.controls.map(({ name, field: { control, label } }) => {
    const text = texts[name] ?? ''
    const said = 'options' in control ? (control.options[text]?.[language] ?? text) : text
    return form.controls.length > 1 ? label[language] + colon + said : said
  })
}

/** One thing of a list: what it is called, else the value. */
function itemLine(item: unknown, language: Language): string {
  if (typeof item !== 'object' || item === null) return String(item)
  const { label, title } = item as Record<string, Partial<Record<Language, string>> | undefined>
  const { key: _, label: __, title: ___, ...rest } = item as Record<string, unknown>
  const name = label?.[language] ?? title?.[language]
  return name === undefined ? JSON.stringify(item) : `${name} ${JSON.stringify(rest)}`
}
