import type { SequenceStep } from '#shared/settings/sequence.ts'
import { weekdays } from '#shared/settings/sequence.ts'
import { type Language, languages } from '#shared/text/language.ts'
import { controlFor, linesOf, type SettingForm, said } from './setting-forms.ts'

type Weekday = (typeof weekdays)[number]

/** 3 January 2027 is a Sunday. */
function weekdayIn(language: Language, weekday: Weekday): string {
  const day = new Date(Date.UTC(2027, 0, 3 + weekdays.indexOf(weekday)))
  return new Intl.DateTimeFormat(language, { weekday: 'long', timeZone: 'UTC' }).format(day)
}

/** Weekdays by what they are called in any of our languages. */
const byName: ReadonlyMap<string, Weekday> = new Map(
  weekdays.flatMap((weekday) =>
    languages.map((language) => [weekdayIn(language, weekday).toLowerCase(), weekday] as const),
  ),
)

/** Reminders, one a line (`7`, `14 Thursday`), and the end of a round, set as one. */
export const sequenceForm: SettingForm = {
  key: 'calendar.sequence',
  controls: [
    {
      name: 'calendar.sequence.reminders',
      field: controlFor(
        said((text) => text.sequence.reminders.label),
        { kind: 'long_text' },
        said((text) => text.sequence.reminders.hint),
      ),
    },
    {
      name: 'calendar.sequence.end',
      field: controlFor(
        said((text) => text.sequence.end.label),
        { kind: 'text', width: 'short' },
        said((text) => text.sequence.end.hint),
      ),
    },
  ],
  write: (value, language) => {
    const { reminders = [], end } = (value ?? {}) as { reminders?: SequenceStep[]; end?: SequenceStep }
    const shown = (step: SequenceStep) => stepText(step, language)
    return {
      'calendar.sequence.reminders': reminders.map(shown).join('\n'),
      'calendar.sequence.end': end === undefined ? '' : shown(end),
    }
  },
  read: (form) => ({
    reminders: linesOf(form.get('calendar.sequence.reminders') ?? '').map(stepIn),
    end: stepIn(form.get('calendar.sequence.end') ?? ''),
  }),
}

const stepText = (step: SequenceStep, language: Language) =>
  typeof step === 'number' ? String(step) : `${step.after} ${weekdayIn(language, step.on)}`

/** What was typed, or itself where it is no step. */
function stepIn(text: string): unknown {
  const [days = '', name, ...more] = text.toLowerCase().replaceAll(',', ' ').split(' ').filter(Boolean)
  if (!/^\d{1,4}$/.test(days) || more.length > 0) return text
  if (name === undefined) return Number(days)
  const on = byName.get(name)
  return on ? { after: Number(days), on } : text
}
