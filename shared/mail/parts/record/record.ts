import type { GroupFacts, LatestRow, ReferentFacts } from '#shared/domain/mail-content.ts'
import { shortNames } from '#shared/domain/person-name.ts'
import type { Fields } from '#shared/record/field.ts'
import { showAge, showDay, showValue } from '#shared/record/show.ts'
import { endsItself } from '#shared/text/colon.ts'
import { inFull } from '#shared/text/fr/spoken.ts'
import { inSentence } from '#shared/text/in-sentence.ts'
import type { Language } from '#shared/text/language.ts'
import type { Setting } from '../../kind.ts'
import { type Say, sayIn } from '../../words.ts'
import { everyMail } from '../every/every.ts'
import { en } from './en.ts'
import { fr } from './fr.ts'

type SayRecord = Say<keyof typeof fr>
type Line = { label: string; value: string }

/** So many referents are named, and so many things that are missing: what is read at a glance. */
const referentsNamed = 6
const missingNamed = 3

export const recordWords = { fr, en }

/** What we know of a group, as the month's mails show it. */
export function recordData(group: GroupFacts, setting: Setting) {
  const say = sayIn('record', recordWords, setting.language, setting.movement)
  const { name } = group
  return {
    name,
    checked: checkedOf(group, say, setting),
    lines: linesOf(group, say, setting),
    missing: missingOf(group, say, setting),
  }
}

/** How many groups are not shown one by one. */
export function moreGroups(n: number, { language, movement }: Setting): string {
  return n > 0 ? sayIn('record', recordWords, language, movement)('moreGroups', { n }) : ''
}

function linesOf({ referents, values, latest }: GroupFacts, say: SayRecord, setting: Setting): Line[] {
  const { movement, language } = setting
  const { sections } = movement
  const label = (text: string) =>
    endsItself(text) ? inFull(text) : everyMail(language)('label', { label: inFull(text) })
  const { fields }: { fields: Fields } = sections.ours.group
  const told = Object.entries(values).flatMap(([name, value]): Line[] => {
    const field = fields[name]
    return value === null || !field
      ? []
      : [{ label: label(field.label[language]), value: showValue(field, value, language) }]
  })
  const rows = latest.map(
    (row): Line => ({
      label: label(sections.of(row.list)?.words.title[language] ?? row.list),
      value: latestInWords(row, say),
    }),
  )
  const people = {
    label: label(sections.ours.referents.words.title[language]),
    value: namesOf(referents, say, language),
  }
  return [people, ...told, ...rows]
}

/** `vous, Lou et Sam`: by first names. */
function namesOf(referents: readonly ReferentFacts[], say: SayRecord, language: Language): string {
  const inOrder = [...referents].sort((a, b) => Number(b.isReader) - Number(a.isReader))
  const short = shortNames(inOrder.map(({ name }) => name))
  const names = inOrder.map(({ isReader, isInvited }, index) => {
    const name = short[index] ?? ''
    if (isReader) return say('you')
    return isInvited ? say('invited', { name }) : name
  })
  const rest = names.length - referentsNamed
  const shown = rest > 1 ? [...names.slice(0, referentsNamed), everyMail(language)('others', { n: rest })] : names
  return listOf(shown, language)
}

function latestInWords({ name, on, rows }: LatestRow, say: SayRecord): string {
  const day = (language: Language) => showDay(on, language)
  return rows > 1 ? say('latestOfMany', { name, day, n: rows - 1 }) : say('latest', { name, day })
}

/** `À compléter : téléphone de Lou`: what every group is expected to tell, and this one has not. */
function missingOf({ referents, values }: GroupFacts, say: SayRecord, { movement, language }: Setting): string {
  const { group, referents: people } = movement.sections.ours
  const labelOf = (fields: Fields, name: string) => lower(fields[name]?.label[language] ?? name, language)
  const short = shortNames(referents.map(({ name }) => name))
  const ofPeople = referents.flatMap(({ isReader, isInvited, lacks }, index) =>
    isInvited
      ? []
      : lacks.map((field) => {
          const label = labelOf(people.fields, field)
          return isReader
            ? say('yourField', { field: label })
            : say('theirField', { field: label, name: short[index] ?? '' })
        }),
  )
  const ofGroup = Object.entries(values).flatMap(([name, value]) =>
    value === null ? [labelOf(group.fields, name)] : [],
  )
  const things = [...ofPeople, ...ofGroup]
  if (things.length === 0) return ''
  const rest = things.length - missingNamed
  const shown = rest > 0 ? [...things.slice(0, missingNamed), everyMail(language)('others', { n: rest })] : things
  return say('missing', { things: shown.join(', ') })
}

function checkedOf({ checked }: GroupFacts, say: SayRecord, { now, movement }: Setting): string {
  if (!checked) return say('neverChecked')
  const age = (at: Date) => (language: Language) =>
    showAge(Math.floor((now.getTime() - at.getTime()) / 86_400_000), language)
  return checked.sections < movement.sections.names.length
    ? say('partlyChecked', { age: age(checked.latest) })
    : say('checked', { age: age(checked.oldest) })
}

function lower(label: string, language: Language): string {
  return inFull(inSentence(label, language))
}

function listOf(texts: readonly string[], language: Language): string {
  return everyMail(language)('list', { texts })
}
