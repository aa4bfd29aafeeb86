import * as z from 'zod'
import { settingKeys, unsaidValue } from './keys.ts'
import { settingsSchema } from './schema.ts'

/** What a setting is, and a value that it may have. */
export type SettingNote = { says: string; example: unknown }

const notes: Readonly<Record<string, SettingNote>> = {
  name: { says: 'What the movement is called.', example: 'Archipel' },
  website: { says: 'Its public site.', example: 'https://archipel.example.org' },
  languages: {
    says: 'The languages that it speaks. Whoever has none of their own reads the first.',
    example: ['fr', 'en'],
  },
  timeZone: { says: 'Where its days and hours are counted.', example: 'Europe/Paris' },
  country: {
    says: 'Where most groups are, in two letters: how phone numbers and postal codes are read.',
    example: 'FR',
  },
  otherCountries: {
    says: 'Other countries in which there are groups. Each group then says in which it is, and its towns, postal codes and phone numbers are read as there.',
    example: ['BE', 'LU'],
  },
  'sender.name': { says: 'Whom mails come from.', example: 'Archipel, network team' },
  'sender.names': {
    says: 'The same in other languages, where mails come from another name there.',
    example: { nl: 'Levende Hagen' },
  },
  'sender.address': { says: 'The address that mails come from.', example: 'network@archipel.example.org' },
  'sender.replyTo': { says: 'Who reads the answers.', example: 'network@archipel.example.org' },
  'sender.signature': {
    says: 'Who signs: a person of the team, by name. Left out, it is the coordinator whose address `sender.replyTo` is.',
    example: 'Camille',
  },
  coordinators: {
    says: 'Who may open the dashboard, and gets the list of silent groups. With `regions`, they see and are told of those alone. Whom the desk invites is added to those of `movement.config.ts`.',
    example: [{ name: 'Camille', email: 'camille@archipel.example.org', language: 'fr', regions: ['Bretagne'] }],
  },
  secondFactor: {
    says: 'Who of the team must have a second factor: nobody (`off`), whoever acts or administers (`acts`), everybody (`all`). Whoever has set one up is asked for it in any case.',
    example: 'acts',
  },
  writesTo: { says: 'Groups in which states are written to.', example: ['active', 'starting', 'asleep'] },
  'calendar.opens': {
    says: 'The day of the month on which a round opens: a weekday and which of the month it is, or a date (the last day of a shorter month).',
    example: { weekday: 'tuesday', nth: 1 },
  },
  'calendar.at': { says: 'Local time at which mails start to leave.', example: '09:00' },
  'calendar.sequence': {
    says: 'What follows the opening: any number of reminders to groups that have not answered, then the end, when the list of silent groups goes to the coordinators. Each is so many days after the opening, or the first such weekday from there on. The end comes before the next opening.',
    example: { reminders: [5, 10, { after: 14, on: 'thursday' }], end: 21 },
  },
  'calendar.every': {
    says: 'Every how many months there is a round, counted from January: 1, 2, 3 (quarterly), 4, 6 or 12 (yearly). For other months name those without a round. Pages and mails follow: the “quarterly” mail, “this quarter”.',
    example: 3,
  },
  'calendar.skippedMonths': { says: 'Months (1 to 12) without a round.', example: [7, 8] },
  'calendar.postponed': {
    says: 'Rounds that open on another day than planned, each by its month: in it, or in the next one.',
    example: { '2026-12': '2026-12-08' },
  },
  'calendar.holidays': {
    says: 'Days on which nothing is sent: what was due leaves on the next working day.',
    example: ['2026-12-25'],
  },
  'calendar.publicHolidays': {
    says: 'The public holidays of a country (two letters), or of a part of the United Kingdom (`GB-SCT`), on which nothing is sent either, year after year.',
    example: 'BE',
  },
  'calendar.quiet.from': { says: 'No mail leaves from this local time on…', example: '20:00' },
  'calendar.quiet.until': { says: '… until this one.', example: '08:00' },
  'calendar.linkGraceDays': { says: 'Days that a link still works after the next round’s invitation.', example: 14 },
  'caps.hour': {
    says: 'Mails that leave in an hour at most, whatever mistake is made: beyond, they wait.',
    example: 500,
  },
  'caps.day': { says: 'The same in a day. Your provider’s own limits are a good choice.', example: 2000 },
  headings: {
    says: 'How your spreadsheets call columns that we call otherwise: yours, then ours (`npm run import -- --columns`).',
    example: { Antenne: 'Nom du groupe' },
  },
  lists: {
    says: 'Mailing lists that each referent may be on. The key is what the list’s own program calls it; `signUp: true` opens its page `/lists/<key>`; `keptIn` is where Relance keeps it by calls (docs/feeds.md).',
    example: [
      {
        key: 'news',
        label: { fr: 'Annonces', en: 'News' },
        about: { en: 'Two messages a month.' },
        keptIn: 'brevo:12',
      },
    ],
  },
  'feeds.map': { says: 'Whether the groups for a map are published (docs/feeds.md).', example: 'public' },
  'feeds.calendar': { says: 'Whether activities and trainings are, for calendars.', example: 'key' },
  'feeds.find': { says: 'Whether visitors find a group at `/find`, and write to it.', example: 'public' },
  'feeds.join': {
    says: 'Whether a new group registers itself at `/join`; a coordinator says yes or no at the desk.',
    example: 'public',
  },
  'feeds.sites': { says: 'The sites that may show `/find` in a frame.', example: ['https://archipel.example.org'] },
  'feeds.inMail': {
    says: 'Whether the monthly mail ends with the two nearest groups and the next two things that groups around plan (within 55 km, of groups on the public map).',
    example: 'nearby',
  },
  'feeds.colour': { says: 'The colour of `/find`.', example: '#00695c' },
  'face.logo': {
    says: 'A small picture (PNG, JPEG or WebP, at most 32 kB) beside the movement’s name on every page, and in the tab of the browser. Brought at the desk; as text it is `data:image/png;base64,…`. Mails have no pictures.',
    example: 'data:image/png;base64,iVBORw0KGgo=',
  },
  'face.colour': {
    says: 'The colour of links and buttons on pages and in mails, and of `/find` unless `feeds.colour` has another. It has to be readable on a light ground; by night a lighter shade is worked out.',
    example: '#00695c',
  },
  sections: {
    says: 'What a group’s record is made of, in its order: our sections by name, and the movement’s own (docs/own-questions.md).',
    example: ['identity', 'referents', { key: 'meetings', title: { en: 'Meetings' }, name: 'topic', day: 'held' }],
  },
  'nouns.group': {
    says: 'What you call a local group, in each language: for one, for several, and in French its gender. Articles and what agrees follow, on pages, in mails and in sheets.',
    example: { fr: { one: 'antenne', many: 'antennes', gender: 'feminine' }, en: { one: 'chapter', many: 'chapters' } },
  },
  'nouns.referent': {
    says: 'What you call a referent. A noun of anybody (« un·e bénévole ») is `epicene`.',
    example: { fr: { one: 'relais', many: 'relais', gender: 'masculine' }, en: { one: 'lead', many: 'leads' } },
  },
  'nouns.area': {
    says: 'What you call a region.',
    example: { fr: { one: 'secteur', many: 'secteurs', gender: 'masculine' }, en: { one: 'area', many: 'areas' } },
  },
  'nouns.department': {
    says: 'What you call a part of a region. Unless said, as the country does: département, province in Belgium, county in the United Kingdom.',
    example: {
      fr: { one: 'canton', many: 'cantons', gender: 'masculine' },
      en: { one: 'district', many: 'districts' },
    },
  },
  sentences: {
    says: 'Sentences of mails and pages in your own words: which one (`invitation.lead.fr` of a mail, `pages.form.allRight.fr` of pages, by its place in `shared/text`), and what it says, with the values in braces that ours has. Made at the desk, with a preview.',
    example: [{ key: 'invitation.title.en', says: 'Is this still right?' }],
  },
  questions: {
    says: 'What is asked beside our questions (docs/own-questions.md).',
    example: [{ key: 'room', type: 'yes_no', label: { fr: 'Un local ?', en: 'A room of your own?' } }],
  },
}

export type SettingEntry = SettingNote & { key: string; unsaid: unknown; parts: SettingPart[] }
/** A part of what a setting lists. */
export type SettingPart = { name: string; type: string; isNeeded: boolean }

/** Every setting: what it is, what goes without saying (undefined: it has to be said, or stays away), an example, the parts of what it lists. */
export function settingsReference(): SettingEntry[] {
  return settingKeys.map((key) => {
    const note = notes[key]
    if (!note) throw new Error(`no note on the setting ${key}`)
    return { key, ...note, unsaid: unsaidValue(key), parts: partsOf(key) }
  })
}

type Json = {
  type?: string
  enum?: string[]
  properties?: Record<string, Json>
  required?: string[]
  items?: Json
  anyOf?: Json[]
  additionalProperties?: unknown
}

function partsOf(key: string): SettingPart[] {
  const whole = z.toJSONSchema(settingsSchema, { io: 'input', unrepresentable: 'any' }) as Json
  const own = key.split('.').reduce<Json | undefined>((schema, name) => schema?.properties?.[name], whole)
  const listed = [own?.items, ...(own?.items?.anyOf ?? [])].find((schema) => schema?.properties)
  return Object.entries(listed?.properties ?? {}).map(([name, schema]) => ({
    name,
    type: typeOf(schema),
    isNeeded: listed?.required?.includes(name) ?? false,
  }))
}

function typeOf(schema: Json): string {
  if (schema.enum) return schema.enum.join(', ')
  if (schema.type === 'array')
    return `list of ${schema.items?.properties ? Object.keys(schema.items.properties).join(', ') : typeOf(schema.items ?? {})}`
  if (schema.type === 'object') return 'words by language'
  return schema.type ?? 'any'
}
