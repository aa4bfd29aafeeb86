import * as z from 'zod'

export const weekdays = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'] as const
export const weekdaySchema = z.enum(weekdays)

const mostDays = 90
const daysSchema = z.int().min(1).max(mostDays)

/** A step of a round: so many days after its opening, or the first such weekday from there on. */
const stepSchema = z.union(
  [daysSchema, z.strictObject({ after: daysSchema, on: weekdaySchema })],
  "write days, from 1 to 90, as 7; with a weekday as { after: 7, on: 'thursday' }, or at the desk as 7 Thursday",
)
export type SequenceStep = z.output<typeof stepSchema>

export const sequenceSchema = z
  .strictObject({
    /** Mails to the groups that have not answered. The last one says that it is. */
    reminders: z.array(stepSchema).max(12),
    /** When the list of silent groups goes to the coordinators. */
    end: stepSchema,
  })
  .refine(({ reminders, end }) => isInOrder([...reminders, end].map(daysAfter)), {
    message: 'each step comes after the one before it, and the end after them all',
  })
  .default({ reminders: [7, 14], end: 21 })
export type Sequence = z.output<typeof sequenceSchema>

/** The fewest days from the opening to a step. */
export const daysAfter = (step: SequenceStep) => (typeof step === 'number' ? step : step.after)

/** The most days from the opening to the end of the round. */
export const longestDays = ({ end }: Sequence) => (typeof end === 'number' ? end : end.after + 6)

function isInOrder(days: readonly number[]): boolean {
  return days.every((day, index) => index === 0 || (days[index - 1] ?? 0) < day)
}

/** What of a calendar says whether a round ends before the next one opens. */
type Pace = { sequence: Sequence; every: number }

/** The latest day for the end of a round, as it is said: two public holidays, or a weekday, still fit before the next opening. Null when it fits. */
export function endTooLate({ sequence, every }: Pace): number | null {
  const room = 27 + 28 * (every - 1)
  const reserve = typeof sequence.end === 'number' ? 2 : 6
  return daysAfter(sequence.end) + reserve > room ? room - reserve : null
}
