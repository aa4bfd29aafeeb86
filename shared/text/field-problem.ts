import type { Words } from './language.ts'

/** What can be wrong with a typed value. The words for each are in `fr.ts` and `en.ts`. */
export type FieldProblemCode =
  | 'required'
  | 'as_said'
  | 'too_long'
  | 'email_invalid'
  | 'phone_invalid'
  | 'url_invalid'
  | 'url_not_https'
  | 'url_private'
  | 'postcode_invalid'
  | 'day_unreadable'
  | 'day_impossible'
  | 'day_needs_year'
  | 'day_needs_day'
  | 'day_needs_month'
  | 'day_has_time'
  | 'day_several'
  | 'left_empty'
  | 'day_past'
  | 'day_future'
  | 'number_unreadable'
  | 'options_few'
  | 'options_differ'
  | 'number_too_large'
  | 'choice_unknown'
  | 'yes_no_unreadable'
  | 'duplicate'
  | 'name_taken'
  | 'elsewhere'
  | 'name_misleading'
  | 'emptied'
  | 'many_at_once'
  | 'many_in_day'
  | 'list_full'
  | 'much_in_day'
  | 'many_notes'
  | DoubtCode

/** What is hardly meant, and can be: it is asked once, and kept by whoever says that it is right. */
const doubtCodes = [
  'day_far',
  'day_to_come',
  'day_other_weekday',
  'day_order',
  'number_large',
  'number_grown',
  'postcode_nowhere',
  'phone_odd',
  'email_slip',
  'ending_unknown',
  'town_unknown',
] as const
export type DoubtCode = (typeof doubtCodes)[number]

/** `said`: the value that it is about; `before`: the one that it takes the place of; `suggestion`: what may be meant; `examples`: as the movement's country writes it. */
export type FieldProblem = {
  code: FieldProblemCode
  limit?: number
  options?: readonly Words[]
  said?: Words
  before?: Words
  suggestion?: string
  examples?: readonly string[]
}

/** Where we know no number of the movement's country: one of a country with its prefix, and another. */
export const commonPhones = ['+33 6 12 34 56 78', '+32 470 12 34 56'] as const

/** Whether it asks, and whoever says that it is right is believed. */
export function isDoubt({ code }: FieldProblem): boolean {
  return (doubtCodes as readonly string[]).includes(code)
}
