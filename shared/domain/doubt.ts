import { writesMonthFirst } from '#shared/record/country-formats.ts'
import { hasTwoOrders, isFar, isOtherWeekday } from '#shared/record/day-meant.ts'
import type { Field } from '#shared/record/field.ts'
import type { Value } from '#shared/record/row.ts'
import { showValue, showWeekday } from '#shared/record/show.ts'
import { isTopLevel } from '#shared/record/top-levels.ts'
import type { DoubtCode, FieldProblem } from '#shared/text/field-problem.ts'
import { eachLanguage } from '#shared/text/language.ts'
import { isOddPhone } from './odd-phone.ts'
import { isPostcodeOfNoPlace } from './postcode.ts'
import { suggestedAddress } from './suggested-address.ts'

/** What a typed value is held against: what was there before, the movement's day and country, and its own words. */
export type Beside = { was: Value; today: string; country: string; typed?: string }

/**
 * What to ask about a value that can be read and is hardly meant: a founding tomorrow, `00000`, 100,000 members of a group of eight. Null
 * when it may well be so. Whoever says that it is right keeps it.
 */
export function doubtAbout(field: Field<unknown>, value: Value, beside: Beside): FieldProblem | null {
  if (value === null || value === '') return null
  const { control } = field
  const ask = (code: DoubtCode, more: Partial<FieldProblem> = {}): FieldProblem => ({
    code,
    said: eachLanguage((language) => showValue(field, value, language)),
    ...more,
  })
  switch (control.kind) {
    case 'day':
      if (isFar(String(value), beside.today)) return ask('day_far')
      if (control.asked?.isPast && String(value) > beside.today) return ask('day_to_come')
      return doubtAboutOrder(String(value), beside, ask)
    case 'number':
      return doubtAboutNumber(field, Number(value), beside, ask)
    case 'tel':
      return isOddPhone(String(value)) ? ask('phone_odd') : null
    case 'email': {
      const suggestion = suggestedAddress(String(value))
      if (suggestion) return ask('email_slip', { suggestion })
      return hasKnownEnding(String(value)) ? null : ask('ending_unknown', { suggestion: endingOf(String(value)) })
    }
    case 'url': {
      const { hostname } = new URL(String(value))
      return hasKnownEnding(hostname) ? null : ask('ending_unknown', { suggestion: endingOf(hostname) })
    }
    case 'text':
      return control.holds === 'postcode' && isPostcodeOfNoPlace(String(value), beside.country)
        ? ask('postcode_nowhere')
        : null
    default:
      return null
  }
}

type Ask = (code: DoubtCode, more?: Partial<FieldProblem>) => FieldProblem

/** A day in words whose weekday is another, or one in figures that people of the country write the other way round. */
function doubtAboutOrder(day: string, { typed = '', country }: Beside, ask: Ask): FieldProblem | null {
  const said = eachLanguage((language) => showWeekday(day, language))
  if (isOtherWeekday(typed, day)) return ask('day_other_weekday', { said })
  return hasTwoOrders(typed) && writesMonthFirst(country) ? ask('day_order', { said }) : null
}

/** From here on, a number that is so many times the one before is more often a slip than a year's growth. */
const growth = { from: 200, times: 10 }

function doubtAboutNumber(
  field: Field<unknown>,
  value: number,
  { was }: Pick<Beside, 'was'>,
  ask: Ask,
): FieldProblem | null {
  const { control } = field
  const usual = control.kind === 'number' ? control.usual : undefined
  if (typeof was === 'number') {
    const before = eachLanguage((language) => showValue(field, was, language))
    if (value >= growth.from && value > was * growth.times) return ask('number_grown', { before })
  } else if (usual !== undefined && value > usual) return ask('number_large')
  return null
}

const endingOf = (host: string) => host.slice(host.lastIndexOf('.'))

function hasKnownEnding(host: string): boolean {
  return isTopLevel(endingOf(host).slice(1).toLowerCase())
}
