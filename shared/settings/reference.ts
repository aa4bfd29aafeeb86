import * as z from 'zod'
import { settingKeys, unsaidValue } from './keys.ts'
import { settingsSchema } from './schema.ts'

/** What a setting does, a value that it may have, and what the parts of its entries are. */
export type SettingNote = { says: string; example: unknown; parts?: Readonly<Record<string, string>> }

const notes: Readonly<Record<string, SettingNote>> = {
  name: { says: 'The name of the movement.', example: 'Archipel' },
  website: { says: 'Its public site.', example: 'https://archipel.example.org' },
  languages: {
    says: 'The languages of pages and mails. People whose language is not known read the first one.',
    example: ['fr', 'en'],
  },
  timeZone: { says: 'The time zone in which days and hours are counted.', example: 'Europe/Paris' },
  country: {
    says: 'The country of most groups, in two letters. Phone numbers and postal codes are read as in this country.',
    example: 'FR',
  },
  otherCountries: {
    says: 'Other countries with groups. Each group then chooses its country; its towns, postal codes and phone numbers are read as there.',
    example: ['BE', 'LU'],
  },
  'sender.name': { says: 'The sender’s name in the inbox.', example: 'Archipel, network team' },
  'sender.names': {
    says: 'The sender’s name in other languages, by language.',
    example: { nl: 'Levende Hagen' },
  },
  'sender.address': {
    says: 'The address that mails come from. Your mail server must be allowed to send from it.',
    example: 'network@archipel.example.org',
  },
  'sender.replyTo': { says: 'The address that receives the answers.', example: 'network@archipel.example.org' },
  'sender.signature': {
    says: 'The first name that signs the mails. By default, the coordinator whose address is `sender.replyTo`; if there is none, the sender’s name.',
    example: 'Camille',
  },
  coordinators: {
    says: 'The team: they open the dashboard and get the list of silent groups. People who are invited at the desk are added to those of `movement.config.ts`.',
    example: [{ name: 'Camille', email: 'camille@archipel.example.org', language: 'fr', regions: ['Bretagne'] }],
    parts: {
      language: 'by default the first of `languages`',
      regions: 'they see the groups of these regions and no others; by default all',
      role: '`reads`: the dashboard only; `acts`: also acts for groups; `administers`: also for the movement. By default `administers`, or `acts` with `regions`',
    },
  },
  secondFactor: {
    says: 'Who must use two-step sign-in: nobody (`off`), the coordinators who may act or administer (`acts`), or all (`all`). A coordinator who has set it up is always asked for the code.',
    example: 'acts',
  },
  writesTo: {
    says: 'The states of the groups that get the monthly mail.',
    example: ['active', 'starting', 'asleep'],
  },
  'calendar.opens': {
    says: 'The day of the monthly mail: a weekday of the month (`nth`: 1 to 4), or a date such as `{"date":5}`. In a shorter month, a later date is its last day.',
    example: { weekday: 'tuesday', nth: 1 },
  },
  'calendar.at': { says: 'The local time at which the monthly mail and the reminders start.', example: '09:00' },
  'calendar.sequence': {
    says: 'What follows the monthly mail. `reminders` go to groups that have not answered, as many as you like. At `end`, the coordinators get the list of silent groups. Each is a number of days after the mail, or the first such weekday after these days. The end comes before the next monthly mail.',
    example: { reminders: [5, 10, { after: 14, on: 'thursday' }], end: 21 },
  },
  'calendar.every': {
    says: 'How often, in months, counted from January: 3 is quarterly, 12 is once a year. Pages and mails then say “quarterly”, “this quarter”, and a record is up to date for that long and two months more. For other patterns use `calendar.skippedMonths`.',
    example: 3,
  },
  'calendar.skippedMonths': { says: 'Months without a mail: 1 (January) to 12.', example: [7, 8] },
  'calendar.postponed': {
    says: 'Other days for single months: the month, then the day of its mail. It is in the same month or the next one.',
    example: { '2026-12': '2026-12-08' },
  },
  'calendar.holidays': {
    says: 'Days on which nothing is sent. Mails of such a day are sent on the next working day.',
    example: ['2026-12-25'],
  },
  'calendar.publicHolidays': {
    says: 'Nothing is sent on the public holidays of this country: two letters, or `GB-ENG`, `GB-NIR`, `GB-SCT`, `GB-WLS`.',
    example: 'BE',
  },
  'calendar.quiet.from': { says: 'In the evening, no mail is sent from this local time on.', example: '20:00' },
  'calendar.quiet.until': { says: 'In the morning, no mail is sent before this local time.', example: '08:00' },
  'calendar.linkGraceDays': {
    says: 'How many days a link still works after the next monthly mail.',
    example: 14,
  },
  'caps.hour': {
    says: 'At most so many mails are sent in an hour; the others wait.',
    example: 500,
  },
  'caps.day': { says: 'The same for a day. Your mail provider’s limit is a good choice.', example: 2000 },
  headings: {
    says: 'Column headings of your spreadsheets: yours, then the one of Relance. `npm run import -- --columns` lists those of Relance.',
    example: { Antenne: 'Nom du groupe' },
  },
  lists: {
    says: 'Mailing lists. Each referent chooses which to be on ([feeds.md](feeds.md#mailing-lists)).',
    example: [
      {
        key: 'news',
        label: { fr: 'Annonces', en: 'News' },
        about: { en: 'Two messages a month.' },
        keptIn: 'brevo:12',
      },
    ],
    parts: {
      key: 'the name of the list in its own program; never change it',
      label: 'the name that people read',
      about: 'what one reads there, and how often',
      signUp: '`true` opens the public page `/lists/<key>`, where anybody signs up',
      keptIn: 'where Relance keeps the list: `mailman:annonces.lists.example.org` or `brevo:12`',
    },
  },
  'feeds.map': {
    says: 'The groups for a map ([feeds.md](feeds.md#the-map)): `off`, open to everybody (`public`), or to programs with a key (`key`).',
    example: 'public',
  },
  'feeds.calendar': {
    says: 'Activities and trainings for calendars ([feeds.md](feeds.md#calendars)): likewise.',
    example: 'key',
  },
  'feeds.find': { says: 'The page `/find`, where visitors find a group and write to it.', example: 'public' },
  'feeds.join': {
    says: 'The page `/join`, where a new group registers itself. A coordinator accepts it at the desk.',
    example: 'public',
  },
  'feeds.sites': { says: 'The sites that may show `/find` in a frame.', example: ['https://archipel.example.org'] },
  'feeds.inMail': {
    says: 'With `nearby`, the monthly mail ends with the two nearest groups and their next two activities. Only groups on the public map within 55 km count.',
    example: 'nearby',
  },
  'feeds.colour': { says: 'The colour of `/find`. By default, `face.colour`.', example: '#00695c' },
  'face.logo': {
    says: 'A small picture (PNG, JPEG or WebP, 32 kB at most), beside the movement’s name on every page and in the browser’s tab. Upload it at the desk; as text it is `data:image/png;base64,…`. Mails have no pictures.',
    example: 'data:image/png;base64,iVBORw0KGgo=',
  },
  'face.colour': {
    says: 'The colour of links and buttons, on pages and in mails. It must be readable on a light background; dark mode uses a lighter shade.',
    example: '#00695c',
  },
  sections: {
    says: 'The sections of a group’s record, in order: those of Relance by name, and your own ([own-questions.md](own-questions.md#sections)).',
    example: ['identity', 'referents', { key: 'meetings', title: { en: 'Meetings' }, name: 'topic', day: 'held' }],
  },
  'nouns.group': {
    says: 'Your word for a local group, in each language: `one`, `many`, and in French its `gender`. Articles and agreement follow, on pages, in mails and in sheets.',
    example: { fr: { one: 'antenne', many: 'antennes', gender: 'feminine' }, en: { one: 'chapter', many: 'chapters' } },
  },
  'nouns.referent': {
    says: 'Your word for a referent. A French noun for both genders (« un·e bénévole ») is `epicene`.',
    example: { fr: { one: 'relais', many: 'relais', gender: 'masculine' }, en: { one: 'lead', many: 'leads' } },
  },
  'nouns.area': {
    says: 'Your word for a region.',
    example: { fr: { one: 'secteur', many: 'secteurs', gender: 'masculine' }, en: { one: 'area', many: 'areas' } },
  },
  'nouns.department': {
    says: 'Your word for a part of a region. By default the country’s: département, province in Belgium, county in the United Kingdom.',
    example: {
      fr: { one: 'canton', many: 'cantons', gender: 'masculine' },
      en: { one: 'district', many: 'districts' },
    },
  },
  sentences: {
    says: 'Sentences of mails and pages in your own words. Easier at the desk, which finds them and shows a preview.',
    example: [{ key: 'invitation.title.en', says: 'Is this still right?' }],
    parts: {
      key: 'which sentence: `invitation.lead.fr` of a mail, `pages.form.allRight.fr` of a page',
      says: 'your sentence, with the values in braces (`{group}`) that the original has',
      instead: 'the original when you replaced it; the desk tells you when it changes',
    },
  },
  questions: {
    says: 'Your own questions, beside those of Relance ([own-questions.md](own-questions.md)).',
    example: [{ key: 'room', type: 'yes_no', label: { fr: 'Un local ?', en: 'A room of your own?' } }],
  },
}

export type SettingEntry = {
  key: string
  says: string
  example: unknown
  /** What holds unless it is set; undefined: nothing. */
  unsaid: unknown
  isNeeded: boolean
  /** What may be chosen, where that is a short list. */
  values: string[]
  parts: SettingPart[]
}
/** A part of what a setting lists. */
export type SettingPart = { name: string; type: string; isNeeded: boolean; says: string | undefined }

/** Every setting, in the order of the schema. */
export function settingsReference(): SettingEntry[] {
  return settingKeys.map((key) => {
    const note = notes[key]
    if (!note) throw new Error(`no note on the setting ${key}`)
    const { says, example } = note
    const parts = partsOf(key, note)
    return { key, says, example, unsaid: unsaidValue(key), isNeeded: isNeeded(key), values: valuesOf(key), parts }
  })
}

type Json = {
  type?: string
  enum?: (string | number)[]
  properties?: Record<string, Json>
  required?: string[]
  items?: Json
  anyOf?: Json[]
  additionalProperties?: unknown
  minimum?: number
  maximum?: number
}

const whole = z.toJSONSchema(settingsSchema, { io: 'input', unrepresentable: 'any' }) as Json

const schemaAt = (path: readonly string[]) =>
  path.reduce<Json | undefined>((schema, name) => schema?.properties?.[name], whole)

/** Whether a movement cannot be without it. */
function isNeeded(key: string): boolean {
  const path = key.split('.')
  return path.every((name, depth) => schemaAt(path.slice(0, depth))?.required?.includes(name))
}

/** Beyond, a list of values is a page of its own. */
const mostValues = 12

function valuesOf(key: string): string[] {
  const schema = schemaAt(key.split('.'))
  const values = schema?.enum ?? schema?.items?.enum ?? []
  return values.length > mostValues ? [] : values.map((value) => JSON.stringify(value))
}

function partsOf(key: string, note: SettingNote): SettingPart[] {
  const own = schemaAt(key.split('.'))
  const listed = [own?.items, ...(own?.items?.anyOf ?? [])].find((schema) => schema?.properties)
  return Object.entries(listed?.properties ?? {}).map(([name, schema]) => ({
    name,
    type: typeOf(schema),
    isNeeded: listed?.required?.includes(name) ?? false,
    says: note.parts?.[name],
  }))
}

function typeOf(schema: Json): string {
  if (schema.enum) return schema.enum.join(', ')
  if (schema.type === 'array')
    return `list of ${schema.items?.properties ? Object.keys(schema.items.properties).join(', ') : typeOf(schema.items ?? {})}`
  if (schema.type === 'object') return 'text by language'
  if (schema.type === 'boolean') return 'true or false'
  return 'text'
}
