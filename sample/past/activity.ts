import type { D1Database, D1PreparedStatement } from '@cloudflare/workers-types'
import { chance } from './chance.ts'
import type { PastRound } from './past-round.ts'

const themes = ['Action non-violente', 'Prise de parole', 'Médiactivisme', 'Mobilisation', 'Accueil', 'Facilitation']
const kindsOf: Readonly<Record<string, readonly string[]>> = {
  fr: ['Réunion', 'Stand', 'Projection', 'Action', 'Fête'],
  en: ['Meeting', 'Stall', 'Screening', 'Clean-up', 'Social'],
  nl: ['Vergadering', 'Stand', 'Filmavond', 'Actie', 'Feest'],
}
const beforeDay: Readonly<Record<string, string>> = { fr: ' du ', en: ', ', nl: ' van ' }

const oneOf = (words: readonly string[], id: string, purpose: number) =>
  `json_extract('${JSON.stringify(words)}', '$[' || CAST(${words.length} * ${chance(id, '?2', purpose)} AS INTEGER) || ']')`

/** A day of the three weeks before the answer. */
const heldOn = `date(answer.first_at, '-' || CAST(1 + 20 * ${chance('answer.group_id', '?2', 13)} AS INTEGER) || ' days')`
const answered = (kind: string, purpose: number, share: number) => `
  FROM answer
  WHERE answer.round_key = ?1
  AND answer.kind = '${kind}'
  AND ${chance('answer.group_id', '?2', purpose)} < ${share}`

/** Some of the groups that correct their record write down a training or an activity. */
export function playActivity(db: D1Database, { round, index, movement }: PastRound): D1PreparedStatement[] {
  const statements = []
  if (movement.sections.of('trainings')) statements.push(...playTrainings(db, { round, index }))
  if (movement.sections.of('activities')) statements.push(...playActivities(db, { round, index }, movement.languages))
  return statements
}

type When = Pick<PastRound, 'round' | 'index'>

function playTrainings(db: D1Database, { round, index }: When): D1PreparedStatement[] {
  return [
    db
      .prepare(
        `INSERT INTO training (uid, group_id, theme, held_on, attendees)
         SELECT
           'past-' || ?1 || '-' || answer.group_id, answer.group_id, ${oneOf(themes, 'answer.group_id', 14)}, ${heldOn},
           4 + CAST(30 * ${chance('answer.group_id', '?2', 15)} * ${chance('answer.group_id', '?2', 16)} AS INTEGER)
         ${answered('updated', 17, 0.35)}`,
      )
      .bind(round.key, index),
    ...revisionsOf(db, { round, index }, 'trainings', 'training', ['theme', 'held_on', 'attendees']),
  ]
}

/** SQL: words in the language of whoever answered, the movement's first where theirs is not known. */
function spoken(languages: readonly string[], words: (language: string) => string): string {
  const [first = 'fr', ...others] = languages.filter((language) => kindsOf[language])
  if (others.length === 0) return words(first)
  const theirs = '(SELECT language FROM person WHERE person.id = answer.person_id)'
  return `CASE ${theirs} ${others.map((other) => `WHEN '${other}' THEN ${words(other)}`).join(' ')} ELSE ${words(first)} END`
}

function playActivities(db: D1Database, { round, index }: When, languages: readonly string[]): D1PreparedStatement[] {
  const kind = (language: string) => oneOf(kindsOf[language] ?? [], 'answer.group_id', 18)
  return [
    db
      .prepare(
        `INSERT INTO activity (uid, group_id, title, held_on, kind, attendees)
         SELECT
           'past-' || ?1 || '-' || answer.group_id, answer.group_id,
           ${spoken(languages, (one) => `${kind(one)} || '${beforeDay[one]}'`)} || strftime('%d/%m', ${heldOn}), ${heldOn},
           ${spoken(languages, kind)},
           5 + CAST(60 * ${chance('answer.group_id', '?2', 19)} * ${chance('answer.group_id', '?2', 20)} AS INTEGER)
         ${answered('updated', 21, 0.6)}`,
      )
      .bind(round.key, index),
    ...revisionsOf(db, { round, index }, 'activities', 'activity', ['title', 'held_on', 'kind', 'attendees']),
  ]
}

function revisionsOf(
  db: D1Database,
  { round, index }: When,
  list: string,
  table: string,
  fields: string[],
): D1PreparedStatement[] {
  return [
    db
      .prepare(
        `INSERT INTO revision (group_id, number, made_at, author, person_id, changes)
         SELECT
           row.group_id, 1 + (SELECT coalesce(max(number), 0) FROM revision WHERE group_id = row.group_id), answer.first_at, 'referent', answer.person_id,
           json_array(json_object('list', '${list}', 'row', row.uid, 'added', json_object(${fields
             .map((field) => `'${field}', row.${field}`)
             .join(', ')})))
         FROM answer
         JOIN ${table} AS row ON row.uid = 'past-' || ?1 || '-' || answer.group_id
         WHERE answer.round_key = ?1
         AND ?2 IS NOT NULL`,
      )
      .bind(round.key, index),
  ]
}

/** Each season the movement has a campaign, in which half of its groups take part. */
export function playCampaign(db: D1Database, { round, index, movement }: PastRound): D1PreparedStatement[] {
  if (index % 3 !== 1 || !movement.sections.of('campaigns')) return []
  const uid = `past-campaign-${round.key}`
  const name = `Mobilisation ${round.key.split('-').reverse().join('/')}`
  return [
    db
      .prepare(
        `INSERT INTO campaign (uid, name, name_key, held_on, created_at)
         VALUES (?1, ?2, ?3, ?4, ?4 || 'T08:00:00.000Z')`,
      )
      .bind(uid, name, name.toLowerCase().replace('/', ' '), `${round.key}-20`),
    db
      .prepare(
        `INSERT INTO participation (group_id, campaign_id, role, people)
         SELECT
           g.id, campaign.id,
           CASE
             WHEN ${chance('g.id', '?2', 22)} < 0.3 THEN 'organises'
             WHEN ${chance('g.id', '?2', 22)} < 0.75 THEN 'joins'
             ELSE 'relays'
           END,
           10 + CAST(300 * ${chance('g.id', '?2', 23)} * ${chance('g.id', '?2', 24)} AS INTEGER)
         FROM local_group g
         JOIN campaign ON campaign.uid = ?1
         WHERE g.state = 'active' AND ${chance('g.id', '?2', 25)} < 0.5`,
      )
      .bind(uid, index),
  ]
}
