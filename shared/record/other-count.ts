import { fold } from './fold.ts'

/** Characters of such an answer: of more than this nothing is looked at. */
const longest = 60

/** Fewer than the figure, and nobody says how many: « moins de 20 », `up to 30`, `hoogstens 30`. */
const bound =
  /(?:^| )(?:moins|maxi?|maximum|maximaal|jusqu|peine|tout casser|au plus|up to|at most|less|fewer|under|below|not more|no more|pas plus|minder|hoogstens|onder|tot)(?: |$)/
const lessThan = /^\s*[<≤]/

/** A change, another time, another count, or a no: « 30 de moins », « 12 il y a un an », `2 k`, `not even 30`. */
const other =
  /(?:^| )(?:de (?:moins|plus)$|more$|extra$|erbij$|fewer$|less$|minder$|meer$|departs?|arrivees?|joined|left|vertrokken|il y a|l an dernier|last year|ago|geleden|vorig|avant|before|voorheen|ancien(?:ne)?s?|formerly|former|k$|pas(?! plus)|ni|not(?! more)|niet(?! meer)|meme pas)(?: |$)/
/** Nearly the figure: it says « moins », and no bound. */
const about = /(?:^| )(?:plus ou moins|more or less|min of meer)(?= |$)/
/** « 30 ou plus », `30 or more`: at least so many. */
const orMore = /(?:^| )(?:ou plus|or more|of meer)$/

/** Whether words around a figure say that it is not how many there are: `bound` where there are fewer, `other` where it is something else. */
export function otherCount(text: string): 'bound' | 'other' | null {
  if (text.length > longest) return null
  const said = fold(text).replace(about, '')
  if (!/\d/.test(said) || orMore.test(said)) return null
  if (other.test(said) || /^plus \d/.test(said)) return 'other'
  return bound.test(said) || lessThan.test(text) ? 'bound' : null
}
