import { holidayCountries } from '#shared/settings/holiday-countries.ts'
import { eachLanguage, languageNames, languages, type Words } from '#shared/text/language.ts'
import type { textIn } from '#shared/text/text.ts'
import { nounForm } from './noun-forms.ts'
import { sequenceForm } from './sequence-form.ts'
import {
  anyOf,
  controlFor,
  oneChoice,
  oneEachLine,
  oneNumber,
  oneOf,
  oneText,
  pairsEachLine,
  type SettingForm,
  said,
} from './setting-forms.ts'

type Options = ReturnType<typeof textIn>['settings']['options']

/** The options of a setting, in the order of the texts. */
function optionsOf(name: keyof Options, values: readonly string[]): Readonly<Record<string, Words>> {
  return Object.fromEntries(
    values.map((value) => [value, said((text) => (text.options[name] as Record<string, string>)[value] ?? value)]),
  )
}

/** A country by its name; a part of one by ours. */
const holidayOptions = {
  ...optionsOf('publicHolidays', ['']),
  ...Object.fromEntries(
    holidayCountries.map((code) => [
      code,
      code.length > 2
        ? said((text) => (text.options.publicHolidays as Record<string, string>)[code] ?? code)
        : eachLanguage((language) => new Intl.DisplayNames(language, { type: 'region' }).of(code) ?? code),
    ]),
  ),
}

const weekdays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const
/** 4 January 2027 is a Monday. */
const weekdayName = (index: number): Words =>
  eachLanguage((language) =>
    new Intl.DateTimeFormat(language, { weekday: 'long', timeZone: 'UTC' }).format(
      new Date(Date.UTC(2027, 0, 4 + index)),
    ),
  )
const monthName = (month: number): Words =>
  eachLanguage((language) =>
    new Intl.DateTimeFormat(language, { month: 'long', timeZone: 'UTC' }).format(
      new Date(Date.UTC(2027, month - 1, 1)),
    ),
  )
const upTo = (last: number) => Array.from({ length: last }, (_, index) => index + 1)

const openingDays = [
  ...upTo(4).flatMap((nth) =>
    weekdays.map((weekday, index) => ({
      name: `${nth}.${weekday}`,
      label: said((text, language) => text.opens.weekday(nth, weekdayName(index)[language])),
      value: { weekday, nth },
    })),
  ),
  ...upTo(31).map((date) => ({ name: `on.${date}`, label: said((text) => text.opens.date(date)), value: { date } })),
]

const named = Object.fromEntries(languages.map((one) => [one, eachLanguage(() => languageNames[one])]))
const ticked = anyOf('languages', named)

/** The languages, and which of them is the first. */
const spokenLanguages: SettingForm = {
  key: 'languages',
  controls: [
    ...ticked.controls,
    {
      name: 'languages.first',
      field: controlFor(
        said((text) => text.firstLanguage.label),
        { kind: 'select', options: named },
        said((text) => text.firstLanguage.hint),
      ),
    },
  ],
  write: (value, language) => ({
    ...ticked.write(value, language),
    'languages.first': Array.isArray(value) ? String(value[0] ?? '') : '',
  }),
  read: (form) => {
    const chosen = form.getAll('languages').filter((text) => text !== '')
    const first = form.get('languages.first') ?? ''
    return first === '' ? chosen : [first, ...chosen.filter((one) => one !== first)]
  },
}

/** One page of settings: what it is called in addresses and texts, and the settings on it. */
export type SettingGroup = {
  name: 'movement' | 'face' | 'nouns' | 'sender' | 'calendar' | 'feeds' | 'sheets'
  forms: readonly SettingForm[]
}

export const settingGroups: readonly SettingGroup[] = [
  {
    name: 'movement',
    forms: [
      oneText('name'),
      oneText('website', 'url'),
      spokenLanguages,
      oneText('timeZone'),
      oneText('country', 'text', 'short'),
      oneEachLine('otherCountries'),
      oneOf('secondFactor', optionsOf('secondFactor', ['off', 'acts', 'all'])),
    ],
  },
  { name: 'face', forms: [oneText('face.colour', 'text', 'short')] },
  { name: 'nouns', forms: [nounForm('group'), nounForm('referent'), nounForm('area'), nounForm('department')] },
  {
    name: 'sender',
    forms: [
      oneText('sender.name'),
      pairsEachLine('sender.names'),
      oneText('sender.address', 'email'),
      oneText('sender.replyTo', 'email'),
      oneText('sender.signature'),
      oneNumber('caps.hour'),
      oneNumber('caps.day'),
    ],
  },
  {
    name: 'calendar',
    forms: [
      anyOf('writesTo', optionsOf('writesTo', ['active', 'starting', 'asleep'])),
      oneChoice('calendar.opens', openingDays),
      oneText('calendar.at', 'text', 'short'),
      sequenceForm,
      oneOf('calendar.every', optionsOf('every', ['1', '2', '3', '4', '6', '12']), 'select'),
      anyOf('calendar.skippedMonths', Object.fromEntries(upTo(12).map((month) => [String(month), monthName(month)]))),
      pairsEachLine('calendar.postponed'),
      oneOf('calendar.publicHolidays', holidayOptions, 'select', true),
      oneEachLine('calendar.holidays'),
      oneText('calendar.quiet.from', 'text', 'short'),
      oneText('calendar.quiet.until', 'text', 'short'),
      oneNumber('calendar.linkGraceDays'),
    ],
  },
  {
    name: 'feeds',
    forms: [
      oneOf('feeds.find', optionsOf('find', ['off', 'public'])),
      oneOf('feeds.join', optionsOf('find', ['off', 'public'])),
      oneText('feeds.colour', 'text', 'short'),
      oneEachLine('feeds.sites'),
      oneOf('feeds.inMail', optionsOf('inMail', ['off', 'nearby'])),
      oneOf('feeds.map', optionsOf('feed', ['off', 'public', 'key'])),
      oneOf('feeds.calendar', optionsOf('feed', ['off', 'public', 'key'])),
    ],
  },
  { name: 'sheets', forms: [pairsEachLine('headings')] },
]
