import { endAnnouncement, writeAnnouncement } from '#shared/actions/write-announcement.ts'
import { findAnnouncement } from '#shared/db/announcement.ts'
import { ask } from '#shared/db/ask.ts'
import { type Announcement, type AnnouncementWords, announcementIn, usualEnd } from '#shared/domain/announcement.ts'
import { localTime } from '#shared/domain/zone.ts'
import { AnnouncementCard } from '#shared/html/announcement.tsx'
import { announcementFields } from '#shared/record/announcement.ts'
import { readField, writeField } from '#shared/record/field.ts'
import type { FieldProblem } from '#shared/text/field-problem.ts'
import { textIn } from '#shared/text/text.ts'
import { typeset } from '#shared/text/typeset.ts'
import { readDeskForm, teamActing } from './desk-form.tsx'
import type { DeskContext } from './env.ts'
import { leadTo } from './lead-to.ts'
import { isOvertaken, orOvertaken } from './meanwhile.tsx'
import { inputIn, type MonthInput, type MonthTyped, respondMonthForm } from './month-form.tsx'

const path = '/desk/month/word'

/** What the form holds, by the names of its inputs; `look`: the words as groups will read them. */
type Typed = Omit<MonthTyped, 'trouble'> & {
  look?: Announcement
  isStale?: boolean
  /** The words that stand now. */
  kept: Kept
}

/** The words of the month, to be written or corrected. */
export async function showAnnouncement(context: DeskContext): Promise<Response> {
  const { movement, now } = context.var
  const said = await findKept(context)
  const words = movement.languages.flatMap((language) => [
    [`body_${language}`, said?.words[language]?.body ?? ''],
    [`url_${language}`, said?.words[language]?.url ?? ''],
  ])
  const until = writeField(announcementFields.until_on, said?.untilOn ?? usualEnd(now, movement))
  return respond(context, { texts: { ...Object.fromEntries(words), until_on: until }, kept: said })
}

/** Shows what groups would read, saves it, or takes it away. */
export async function saveAnnouncement(context: DeskContext): Promise<Response> {
  const form = await readDeskForm(context)
  const { texts, problems, announcement } = readAnnouncement(context, (name) => form.get(name) ?? '')
  const kept = await findKept(context)
  if (!form.isFresh) return respond(context, { texts, kept, isStale: true }, 400)
  if (form.get('do') !== 'look' && isOvertaken(form, kept)) return respond(context, { texts, kept, isLate: true }, 409)
  if (form.get('do') === 'end') {
    const ended = await orOvertaken(endAnnouncement(teamActing(context), kept))
    return ended === 'overtaken' ? late(context, texts) : leadTo(context, '/desk/month?done=word_ended')
  }
  if (!announcement) return respond(context, { texts, kept, problems }, 422)
  if (form.get('do') === 'look') return respond(context, { texts, kept, look: announcement })
  const written = await orOvertaken(
    writeAnnouncement(teamActing(context), announcement.words, announcement.untilOn, kept),
  )
  return written === 'overtaken' ? late(context, texts) : leadTo(context, '/desk/month?done=word_saved')
}

async function late(context: DeskContext, texts: Record<string, string>): Promise<Response> {
  return respond(context, { texts, kept: await findKept(context), isLate: true }, 409)
}

type Kept = Pick<Announcement, 'words' | 'untilOn'> | null

/** The words that groups read now. */
async function findKept({ var: { reads, now } }: DeskContext): Promise<Kept> {
  const { announcement } = await ask(reads, { announcement: findAnnouncement(reads) })
  if (!announcement || announcement.until <= now) return null
  return { words: announcement.words, untilOn: announcement.untilOn }
}

function readAnnouncement({ var: { movement, now } }: DeskContext, textOf: (name: string) => string) {
  const { day: today } = localTime(now, movement.timeZone)
  const problems: Record<string, FieldProblem> = {}
  const words: Record<string, AnnouncementWords> = {}
  for (const language of movement.languages) {
    const body = readField(announcementFields.body, textOf(`body_${language}`))
    const url = readField(announcementFields.url, textOf(`url_${language}`))
    if (body.problem) problems[`body_${language}`] = body.problem
    if (url.problem) problems[`url_${language}`] = url.problem
    // A link alone says nothing
    if (url.value && body.value === null) problems[`body_${language}`] = { code: 'required' }
    if (body.value) words[language] = { body: typeset(body.value, language), url: url.value ?? null }
  }
  const until = readField(announcementFields.until_on, textOf('until_on'), today)
  if (until.problem) problems.until_on = until.problem
  else if (until.value < today) problems.until_on = { code: 'day_past' }
  const [first] = movement.languages
  const isEmpty = Object.keys(words).length === 0 && Object.keys(problems).every((name) => name === 'until_on')
  if (isEmpty) problems[`body_${first}`] = { code: 'required' }
  const names = [...inputs(movement).map(({ name }) => name), 'until_on']
  const texts = Object.fromEntries(names.map((name) => [name, textOf(name)]))
  const isSound = Object.keys(problems).length === 0 && until.value !== undefined
  return { texts, problems, announcement: isSound ? { words, untilOn: until.value, until: lasting } : null }
}

/** Words that are only looked at have no end. */
const lasting = new Date(8.64e15)

/** The inputs of each language. */
function inputs(movement: DeskContext['var']['movement']): MonthInput[] {
  return movement.languages.flatMap((language) =>
    (['body', 'url'] as const).map((name) => inputIn({ name, field: announcementFields[name] }, language, movement)),
  )
}

async function respond(
  context: DeskContext,
  { look, isStale, kept, ...typed }: Typed,
  status = 200,
): Promise<Response> {
  const { language, movement } = context.var
  const { form, month } = textIn(language, movement)
  const text = month.word
  return respondMonthForm(context, {
    ...typed,
    path,
    status,
    title: text.title,
    lead: text.lead,
    inputs: [...inputs(movement), { name: 'until_on', field: announcementFields.until_on }],
    trouble: isStale ? { title: form.saveAgain, body: form.oldPageTyped } : undefined,
    kept,
    now: Object.values(kept?.words ?? {}).flatMap(({ body, url }) => [body, url ?? '']),
    otherwise: text.otherwise,
    above: look && <Look context={context} announcement={look} />,
    buttons: (
      <div class="row">
        <button type="submit" name="do" value="save">
          {text.save}
        </button>
        <button type="submit" class="quiet" name="do" value="look">
          {text.look}
        </button>
      </div>
    ),
    end: kept ? text.end : null,
  })
}

/** The words in each language, as groups will read them. */
function Look({ context, announcement }: { context: DeskContext; announcement: Announcement }) {
  const { language, movement, now } = context.var
  const text = textIn(language, movement).month.word
  return (
    <section aria-labelledby="look" tabindex={-1} autofocus>
      <h2 id="look">{text.lookTitle}</h2>
      <p class="says">{text.lookLead}</p>
      {movement.languages.map((reader) => {
        const said = announcementIn(announcement, reader, now)
        return said && <AnnouncementCard said={said} language={reader} movement={movement} />
      })}
    </section>
  )
}
