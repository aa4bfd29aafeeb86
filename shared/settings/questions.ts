import * as z from 'zod'
import { areApart, keySchema, wordsSchema } from './said-words.ts'

/** What an own question is answered with. */
export const questionTypes = [
  'text',
  'long_text',
  'number',
  'yes_no',
  'choice',
  'choices',
  'day',
  'website',
  'mail',
  'phone',
] as const
export type QuestionType = (typeof questionTypes)[number]

const optionSchema = z.strictObject({ key: keySchema, label: wordsSchema })

const hidden: readonly string[] = ['activities', 'campaigns', 'trainings', 'lists']

const questionSchema = z
  .strictObject({
    /** By which answers are kept: the label may change, the key may not. Taken out and put back, a question has its answers again. */
    key: keySchema,
    /** The section that it is asked in: ours, or one of the movement's own. */
    section: keySchema.default('identity'),
    /** `text`, `long_text`, `number` (whole, from 0), `yes_no` (or not said), `choice` or `choices` of `options`, `day`, `website`, `mail`, `phone`. */
    type: z.enum(questionTypes),
    label: wordsSchema,
    /** Stands under the label. */
    hint: wordsSchema.optional(),
    /** Whether the section cannot be saved without it. */
    required: z.boolean().default(false),
    /**
     * Who sees the answers: everybody; everybody once the group has ticked that they may (`consent`), which is asked beside it; the group and the
     * coordinators; or the coordinators only, who then bring them in themselves. What is asked of a referent is theirs alone to show: `public` is `consent` there.
     */
    audience: z.enum(['public', 'consent', 'group', 'coordinators']).default('group'),
    /** What there is to choose from. */
    options: z.array(optionSchema).min(1).max(60).refine(areApart, { message: 'two options have one key' }).optional(),
    /** Of a number: the name of the figure that all groups' answers add up to on the dashboard. */
    figure: wordsSchema.optional(),
    /** Whether the month's mail shows the answer, or says that it is missing. Of questions about the group or its referents. */
    inMail: z.boolean().default(false),
    /** When it is asked: at once, from the round that opens next on, or no more. Of settings: what is fixed is asked at once. */
    asked: z.enum(['now', 'next_round', 'no']).default('now'),
    /** How spreadsheets head its column, beside its label. */
    headings: z.array(z.string().min(1).max(100)).max(20).default([]),
  })
  .refine(({ type, options }) => (options !== undefined) === (type === 'choice' || type === 'choices'), {
    message: 'the types choice and choices need options, and only they have them',
    path: ['options'],
  })
  .refine(({ audience, section }) => audience !== 'consent' || !hidden.includes(section), {
    message:
      'with consent: not of activities, campaigns and trainings, of which everybody sees the title and the day only',
    path: ['audience'],
  })
  .refine(({ type, figure }) => figure === undefined || type === 'number', {
    message: 'a figure is for the type number',
    path: ['figure'],
  })

/** By which it is kept that a group agreed to an answer being public. */
export const agreementKey = (key: string) => `${key}_shown`

/** Whether the group says in the same row that everybody may see the answer. A referent says so of what is theirs as of their name (`consent`, the table). */
export const isAgreedBeside = ({ audience, section }: { audience: string; section: string }) =>
  audience === 'consent' && section !== 'referents'

/** The keys by which a question's answers are kept. */
const keptKeys = (question: { key: string; audience: string; section: string }) =>
  isAgreedBeside(question) ? [question.key, agreementKey(question.key)] : [question.key]

/** A question of a movement's own. */
export type OwnQuestion = z.output<typeof questionSchema>

/** The same as settings have it, where not all need be said. */
export type OwnQuestionSaid = z.input<typeof questionSchema>

/** Beyond, a page is longer than anybody answers. */
const mostQuestions = 100

export const questionsSchema = z
  .array(questionSchema)
  .max(mostQuestions)
  .refine((all) => areApart(all.flatMap((one) => keptKeys(one).map((key) => ({ key: `${one.section}.${key}` })))), {
    message: 'two questions of one section have one key',
  })
  .default([])
