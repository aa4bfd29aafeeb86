import { fold } from '#shared/record/fold.ts'
import type { TenureField } from '../headings/tenure-heading.ts'
import { saysGone } from './gone-said.ts'
import { latestDay } from './latest-day.ts'
import { isNothing } from './nothing.ts'
import { isEnded, readState } from './state.ts'

/** Characters of a cell that are looked at. */
const longest = 500

/** What one word says where how somebody stands is asked, and not in a remark. */
const pastWord =
  /^(?:anc|anciens?|anciennes?|ex|former|formerly|old|previous|past|oud|voormalige?|ehemalige?r?|antiguo|antigua|alumn[ias]?|alumnus|alumnae|emerit\p{L}{0,3}|honoraire|left|lapsed|expired?|baja|retraite?e?s?|retired|retire[es]?|removed|inactive?|quitte|parti|partie|sorti|sortie|radie|radiee|exclue?|suspendue?|suspended|deleted|archived?|gone|out|weg|ended|terminated|disabled|bloque|banned)\b/u

/** Whether what somebody is says that they were (`ancienne présidente`). */
export function isPast(role: string): boolean {
  const text = fold(role.slice(0, longest))
  return (
    saysGone(role) ||
    (/^(?:anc|anciens?|anciennes?|ancien ne|ex|former|past|oud|voormalige?|ehemalige?r?|antiguo|antigua)\b/.test(
      text,
    ) &&
      !/^oud(?:er|ste)/.test(text))
  )
}

const endless =
  /\b(?:en cours|actuel|actuelle|current|present|now|indetermine\p{L}?|indefini\p{L}?|illimite\p{L}?|permanent\p{L}?|a vie|ongoing|unlimited|aujourd hui|open|lopend|onbepaald|heute|laufend|unbefristet|indefinido|actual|today|no end|sans fin|sans limite)\b/u

/** A day that a cell names, beside today; `today` null: nobody said which it is, and each may be over. */
type When = { today: string | null; isMonthFirst: boolean }

/** Whether a cell may say that somebody is no longer there: it does, or is not understood. */
export function isOver(field: TenureField, cell: string, when: When): boolean {
  const text = cell.trim()
  if (field === 'status') return isPastStatus(text)
  if (field === 'serving') return isNotServing(text, when)
  if (isNothing(text) || isEnded(text) === false || readState(text, false) === 'active') return false
  const day = latestDay(text, when.isMonthFirst)
  if (day !== null && !saysGone(text)) return isBefore(field === 'season' ? endOfSeason(text, day) : day, when.today)
  if (field === 'past') return isEnded(text) === true || saysGone(text) || pastWord.test(fold(text.slice(0, longest)))
  if (field === 'season') return saysGone(text)
  return field === 'left' || !endless.test(fold(text.slice(0, longest)))
}

function isBefore(day: string, today: string | null): boolean {
  return today === null || day < today
}

/** What is called by two years that follow each other ends in the summer of the second. */
function endOfSeason(text: string, day: string): string {
  const [, from = '', to = ''] = /\b((?:19|20)\d\d)\s{0,2}[-–—/]\s{0,2}((?:19|20)?\d\d)\b/.exec(text) ?? []
  const isSeason = to !== '' && (Number(from) + 1) % 100 === Number(to) % 100
  return isSeason ? `${day.slice(0, 4)}-08-31` : day
}

function isNotServing(text: string, { today, isMonthFirst }: When): boolean {
  if (text === '' || (isNothing(text) && !text.includes('?'))) return false
  const state = readState(text, true)
  if (state !== null) return state !== 'active' && state !== 'starting'
  const day = latestDay(text, isMonthFirst)
  return day === null || saysGone(text) || !/^[\d\s/.–-]+$/.test(text) || isBefore(day, today)
}

/** Who is asked, or proposed, and has not said yes. */
const notYet =
  /\b(?:candidate?s?|en attente|pressentie?|pas (?:de )?reponse|sans reponse|pending|applicant|applied|proposed|proposee?|to be confirmed|a confirmer|refuse|declined|no reply|no answer)\b|^invite\p{L}?\b/u

/** Words for what somebody is (`titulaire`, `bénévole`) are no reason to ask; a code of one sign is. */
function isPastStatus(text: string): boolean {
  if (text.includes('?') || isPast(text) || notYet.test(fold(text.slice(0, longest)))) return true
  if (isNothing(text)) return false
  const state = readState(text, false)
  if (state !== null) return state !== 'active' && state !== 'starting'
  const key = fold(text.slice(0, longest))
  return key.length < 2 || /^\d+$/.test(key) || pastWord.test(key)
}
