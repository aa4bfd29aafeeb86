import * as z from 'zod'
import { areaName } from '#shared/text/area-name.ts'
import { languages } from '#shared/text/language.ts'
import { readableByDay } from './contrast.ts'
import { holidayCountries } from './holiday-countries.ts'
import { logoSchema } from './logo.ts'
import { nounsSchema } from './nouns.ts'
import { questionsSchema } from './questions.ts'
import { areApart, keySchema, wordsSchema } from './said-words.ts'
import { sectionsSchema } from './sections.ts'
import { sentencesSchema } from './sentences.ts'
import { endTooLate, sequenceSchema, weekdaySchema } from './sequence.ts'

const address = z.email('this is not a mail address')
const clockTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'write a time as 09:00')
const localDay = z.iso.date('write a day as 2026-12-25')

/** Whether a day is of this month, or of the one after it. */
function isSoonAfter(month: string, day: string): boolean {
  const [year = 0, number = 0] = month.split('-').map(Number)
  return day >= `${month}-01` && day < new Date(Date.UTC(year, number + 1, 1)).toISOString().slice(0, 10)
}

const quietSchema = z.strictObject({ from: clockTime.default('20:00'), until: clockTime.default('08:00') })

const calendarSchema = z.strictObject({
  /** The day of the month on which a round opens: `{ weekday: 'tuesday', nth: 1 }`, or `{ date: 5 }` (the last day of a shorter month). */
  opens: z
    .union(
      [
        z.strictObject({ weekday: weekdaySchema, nth: z.int().min(1).max(4) }),
        z.strictObject({ date: z.int().min(1).max(31) }),
      ],
      "write { weekday: 'tuesday', nth: 1 } (nth: 1 to 4), or { date: 5 } (1 to 31)",
    )
    .default({ weekday: 'tuesday', nth: 1 }),
  /** Local time at which mails start to leave. */
  at: clockTime.default('09:00'),
  /** What follows the opening, and when: `{ reminders: [7, { after: 14, on: 'thursday' }], end: 21 }`. */
  sequence: sequenceSchema,
  /** Every how many months there is a round, counted from January: 2 is January, March, May …; 12 is January alone. */
  every: z.literal([1, 2, 3, 4, 6, 12]).default(1),
  /** Months (1 to 12) without a round, such as August. */
  skippedMonths: z.array(z.int().min(1).max(12)).max(11, 'at least one month must have a round').default([]),
  /** Rounds that open on another day than planned: `{ '2026-12': '2026-12-08' }`. */
  postponed: z
    .record(z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/, 'write a month as 2026-12'), localDay)
    .refine((days) => Object.entries(days).every(([month, day]) => isSoonAfter(month, day)), {
      message: 'a round opens in its own month, or in the next one',
    })
    .default({}),
  /** Days on which nothing is sent: what was due goes out on the next working day. */
  holidays: z.array(localDay).default([]),
  /** Public holidays of a country (`BE`), or of a part of one (`GB-SCT`), on which nothing is sent either, year after year. */
  publicHolidays: z
    .enum(holidayCountries, 'write the two letters of a country (`BE`), or GB-ENG, GB-SCT, GB-WLS or GB-NIR')
    .optional(),
  /** No mail leaves between these two local times. */
  quiet: quietSchema.prefault({}),
  /** How many days a link still works after the next round's invitation. */
  linkGraceDays: z.int().min(0).max(60).default(14),
})

/** So many mails leave at most, whatever mistake is made: beyond, they wait. */
const capsSchema = z.strictObject({
  hour: z.int().min(1).default(1000),
  day: z.int().min(1).default(5000),
})

const senderSchema = z.strictObject({
  name: z.string().min(1),
  /** The same in other languages, where it has another name there: `{ nl: 'Levende Hagen' }`. */
  names: z.partialRecord(z.enum(languages), z.string().min(1).max(80)).default({}),
  address,
  replyTo: address,
  /** Who signs: a person of the team, by name. Left out, it is the coordinator whose address `replyTo` is, if there is one. */
  signature: z.string().min(1).max(80).optional(),
})

/** Who may read a feed: nobody; anybody; whoever has a key of it (`npm run feeds -- key`). */
const feedSchema = z.enum(['off', 'public', 'key'], "write one of 'off', 'public', 'key'")

/** What other programs, and visitors of the movement's site, may read. Off until it is named. */
const feedsSchema = z.strictObject({
  /** The groups for a map: `/feeds/groups.geojson` and `/feeds/groups.json`. */
  map: feedSchema.default('off'),
  /** Activities and trainings for calendars: `/feeds/activities.ics`. */
  calendar: feedSchema.default('off'),
  /** The page where visitors find a group, `/find`, and write to it. */
  find: z.enum(['off', 'public'], "write one of 'off', 'public'").default('off'),
  /** The page where a new group registers itself, `/join`. The team says yes or no. */
  join: z.enum(['off', 'public'], "write one of 'off', 'public'").default('off'),
  /** The sites that may show `/find` in a frame, such as `https://example.org`. */
  sites: z
    .array(z.string().regex(/^https?:\/\/[a-z0-9.-]{1,200}(:\d{1,5})?$/, 'write a site as https://example.org'))
    .max(20)
    .default([]),
  /** Whether the month's mail says which groups are near and what they plan, of what everybody may see. */
  inMail: z.enum(['off', 'nearby'], "write one of 'off', 'nearby'").default('off'),
  /** The colour of `/find`, as `#00695c`. */
  colour: z
    .string()
    .regex(/^#[0-9a-f]{6}$/i, 'write a colour as #00695c')
    .optional(),
})

/** How the movement looks on its pages, and in its mails. */
const faceSchema = z.strictObject({
  /** Beside its name, and in the tab of a browser. */
  logo: logoSchema.optional(),
  /** The colour of links and buttons, as `#00695c`. By night a lighter shade is worked out. */
  colour: z
    .string()
    .regex(/^#[0-9a-f]{6}$/i, 'write a colour as #00695c')
    .check((context) => {
      const { value } = context
      if (!/^#[0-9a-f]{6}$/i.test(value) || readableByDay(value) === value.toLowerCase()) return
      const message = 'too pale to be read: the nearest readable colour is {}'
      context.issues.push({ code: 'custom', input: value, message, params: { detail: readableByDay(value) } })
    })
    .optional(),
})

const countrySchema = z.string().regex(/^[A-Z]{2}$/, 'write the country in two capital letters, such as FR')

/** All that can be set of a movement, each with how it is checked. */
export const settingsSchema = z.strictObject({
  name: z.string().min(1, 'a movement has a name'),
  /** The movement's public site. */
  website: z.url({ protocol: /^https?$/, error: 'write the whole address, such as https://example.org' }),
  /** The first one is used for whoever has no language of their own. */
  languages: z.array(z.enum(languages)).min(1, 'at least one language'),
  timeZone: z.string().refine(isTimeZone, { error: 'this is not a time zone: write it as Europe/Paris' }),
  /** Where most groups are, in two letters: how phone numbers and postal codes are read. */
  country: countrySchema,
  /** Others in which there are groups: each group then says in which it is. */
  otherCountries: z.array(countrySchema).max(30).default([]),
  /** Whom mails come from, and who reads the answers. */
  sender: senderSchema,
  /** Who may open the dashboard, and gets the list of silent groups; a trial's mails go to one of them (`npm run mails -- --redirect on`). */
  coordinators: z
    .array(
      z.strictObject({
        name: z.string().min(1),
        email: address.toLowerCase(),
        language: z.enum(languages).optional(),
        /** The regions whose groups they see and are told of; all when it is left out. */
        regions: z
          .array(z.string().min(1).transform(areaName))
          .min(1, 'at least one region, or leave it out for all')
          .optional(),
        /** `reads`: the dashboard alone. `acts`: also for groups, at the desk. `administers`: also for the movement. Left out: `administers`, and `acts` where regions are named. */
        role: z.enum(['reads', 'acts', 'administers']).optional(),
      }),
    )
    .min(1, 'at least one coordinator'),
  /** Who of the team is asked for a code of their phone besides the mail's link: nobody who has not set one up; whoever acts or administers; everybody. */
  secondFactor: z.enum(['off', 'acts', 'all'], "write one of 'off', 'acts', 'all'").default('off'),
  /** Which groups are written to every month. */
  writesTo: z
    .array(z.enum(['active', 'starting', 'asleep']))
    .min(1)
    .default(['active', 'starting']),
  calendar: calendarSchema.prefault({}),
  /** How many mails may leave in an hour and in a day. Your provider's own limits are a good choice. */
  caps: capsSchema.prefault({}),
  /** How your spreadsheets call columns that we call otherwise: `{ Antenne: 'Nom du groupe' }`. `npm run import -- --columns` has our headings. */
  headings: z.record(z.string().min(1), z.string().min(1)).default({}),
  /** Mailing lists that each referent may be on. The key is what the lists' own program calls it; keep it once people are on it. */
  lists: z
    .array(
      z.strictObject({
        key: keySchema,
        label: wordsSchema,
        about: wordsSchema.optional(),
        /** Whether anybody may sign up for it at `/lists/<key>`. */
        signUp: z.boolean().optional(),
        /** Where Relance keeps the list by calls: `mailman:annonces.lists.example.org` (a List-Id), `brevo:12` (a number). */
        keptIn: z
          .string()
          .regex(
            /^(?:mailman:[a-z0-9._-]{1,200}|brevo:[1-9]\d{0,9})$/,
            'write a list as mailman:annonces.lists.example.org or brevo:12',
          )
          .optional(),
      }),
    )
    .max(30)
    .refine(areApart, { message: 'two lists have one key' })
    .default([]),
  feeds: feedsSchema.prefault({}),
  face: faceSchema.prefault({}),
  /** What the movement calls a group, a referent, a region. */
  nouns: nounsSchema.prefault({}),
  /** The sections of a group's record, in their order: ours by name, and the movement's own. What is not named is asked and shown nowhere; what was said stays. */
  sections: sectionsSchema,
  /** Sentences of mails that the movement says in its own words. */
  sentences: sentencesSchema,
  /** What the movement asks beside our questions, after them, in their sections. */
  questions: questionsSchema,
})

/** The same, with what holds between two settings: whichever of them is changed is told so. */
export const wholeSettingsSchema = settingsSchema.check(({ value, issues }) => {
  const days = endTooLate(value.calendar)
  if (days === null) return
  const message = 'a round must end before the next one opens: {} days at most'
  for (const part of ['sequence', 'every'] as const) {
    const input = value.calendar[part]
    issues.push({ code: 'custom', input, path: ['calendar', part], message, params: { detail: String(days) } })
  }
})

export type MovementSettings = z.output<typeof settingsSchema>

/** The same where not everything need be said, down to the parts of what has parts. */
export const someSettingsSchema = settingsSchema.partial().extend({
  sender: senderSchema.partial().optional(),
  calendar: calendarSchema.partial().extend({ quiet: quietSchema.partial().optional() }).optional(),
  caps: capsSchema.partial().optional(),
  feeds: feedsSchema.partial().optional(),
  face: faceSchema.partial().optional(),
  nouns: nounsSchema.partial().optional(),
})
export type SomeSettings = z.input<typeof someSettingsSchema>

function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== ''
  } catch (error) {
    if (error instanceof RangeError) return false
    throw error
  }
}
