import type { FieldProblem } from '#shared/fields/codecs.ts'
import type { Text } from './fr.ts'

const plural = (n: number, one: string, many: string) => `${n.toLocaleString('en')} ${n === 1 ? one : many}`

/** Every word a person reads that is not a field's own label, in English. */
export const en: Text = {
  fieldProblem: (problem: FieldProblem): string => {
    switch (problem.code) {
      case 'required':
        return 'please fill this in'
      case 'too_long':
        return `too long, ${plural(problem.limit ?? 0, 'character', 'characters')} at most`
      case 'email_invalid':
        return 'this mail address is not complete. Example: camille@example.org'
      case 'phone_invalid':
        return 'this number is not complete. Example: 06 12 34 56 78, or +32 470 12 34 56 for another country'
      case 'url_invalid':
        return 'this web address is not complete. Example: https://example.org'
      case 'postcode_invalid':
        return 'this is not a postal code. Example: 64000'
      case 'day_unreadable':
        return 'we could not read this date. Example: 27/03/2026 (day first)'
      case 'day_impossible':
        return 'no calendar has this date. Example: 27/03/2026 (day first)'
      case 'number_unreadable':
        return 'write a number, in figures. Example: 30'
      case 'number_too_large':
        return `this number is too large, ${(problem.limit ?? 0).toLocaleString('en')} at most`
      case 'choice_unknown':
        return 'choose one of the answers'
      case 'yes_no_unreadable':
        return 'answer yes or no'
      case 'duplicate':
        return 'it is there already'
    }
  },
}
