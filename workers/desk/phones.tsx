import { ask } from '#shared/db/ask.ts'
import { listPhones, type Phone, type PhonesAfter, type PhonesAsked } from '#shared/db/calls.ts'
import { listRegions } from '#shared/db/group-list.ts'
import { searchTerms } from '#shared/domain/search.ts'
import { localTime } from '#shared/domain/zone.ts'
import { showPhone } from '#shared/record/contact-codecs.ts'
import { spreadsheetOptions, writeSheet } from '#shared/sheet/write-sheet.ts'
import { writeXlsx } from '#shared/sheet/xlsx/write-xlsx.ts'
import { areaName } from '#shared/text/area-name.ts'
import { textIn } from '#shared/text/text.ts'
import { attachment, csvType, xlsxType } from '#workers/attachment.ts'
import { fileName } from '#workers/file-name.ts'
import { streamed } from '#workers/streamed.ts'
import { respondFrame } from '#workers/team/frame.tsx'
import { CardTable } from './card-table.tsx'
import type { DeskContext } from './env.ts'

const path = '/desk/phones'
const shown = 100
const longestText = 100
/** People that are read at a time for a file. */
const chunk = 2000

/** The referents and how they are reached, one person a row. */
export async function showPhones(context: DeskContext): Promise<Response> {
  const { reads, language, movement } = context.var
  const after = readAfter(context.req.query('after') ?? '')
  const asked = readAsked(context)
  const region = readRegion(context)
  const { phones, places } = await ask(reads, {
    phones: listPhones(reads, { ...readPhonesAsked(context), after }, shown + 1),
    places: listRegions(reads),
  })
  const { calls: text, dashboard, unreached } = textIn(language, movement)
  const kept = { ...(asked && { text: asked }), ...(region && { region }) }
  const query = Object.keys(kept).length === 0 ? '' : `?${new URLSearchParams(kept)}`
  const roles = phones.some(({ role }) => role)
  const last = phones.length > shown ? phones[shown - 1] : undefined
  return respondFrame(context, {
    title: text.phonesTitle,
    children: (
      <>
        <div class="headline">
          <h1>{text.phonesTitle}</h1>
          <p class="lead">{phones.length > 0 ? text.phonesLead : query === '' ? text.phonesNone : text.phonesNoneSo}</p>
          {phones.length > 0 && (
            <p class="row take">
              <span class="soft">{dashboard.groups.download}</span>
              <a href={`${path}.xlsx${query}`}>Excel</a>
              <a href={`${path}.csv${query}`}>CSV</a>
            </p>
          )}
        </div>
        <form class="row finder" method="get" action={path}>
          <div class="field">
            <label for="text">{dashboard.groups.search}</label>
            <input type="search" id="text" name="text" value={asked} autocomplete="off" spellcheck={false} />
          </div>
          {places.length > 0 && (
            <div class="field">
              <label for="region">{text.region}</label>
              <select id="region" name="region">
                <option value="">{text.everyRegion}</option>
                {places.map((place) => (
                  <option value={place.region} selected={place.region === region}>
                    {place.region}
                  </option>
                ))}
              </select>
            </div>
          )}
          <button type="submit">{dashboard.groups.find}</button>
        </form>
        {phones.length > 0 && (
          <CardTable
            label={text.phonesTitle}
            headings={[text.group, text.name, text.phone, text.email, ...(roles ? [text.role] : [])]}
            rows={phones.slice(0, shown).map(({ group, person, phone, email, closed, role }) => [
              <a href={`/desk/groups/${group.uid}/call`}>{group.name}</a>,
              <a href={`/desk/people/${person.uid}`}>{person.name}</a>,
              phone && <a href={`tel:${phone}`}>{showPhone(phone, movement.country)}</a>,
              closed ? (
                <>
                  {email} <span class="trouble">{unreached.reasons[closed]}</span>
                </>
              ) : (
                email && <a href={`mailto:${email}`}>{email}</a>
              ),
              ...(roles ? [role] : []),
            ])}
          />
        )}
        <p class="row">
          {after && <a href={path + query}>{text.first}</a>}
          {last && (
            <a href={`${path}?${new URLSearchParams({ ...kept, after: writeAfter(last.after) })}`}>{text.more}</a>
          )}
        </p>
      </>
    ),
  })
}

/** What is looked for. */
const readAsked = ({ req }: DeskContext) => (req.query('text') ?? '').trim().slice(0, longestText)

const readRegion = ({ req }: DeskContext) => areaName((req.query('region') ?? '').slice(0, longestText))

const readPhonesAsked = (context: DeskContext): PhonesAsked => ({
  terms: searchTerms(readAsked(context)),
  region: readRegion(context),
})

const writeAfter = ({ key, membership }: PhonesAfter) => `${membership} ${key}`

function readAfter(text: string): PhonesAfter | null {
  const [, membership, key] = /^(\d{1,15}) (.{1,200})$/.exec(text) ?? []
  return membership === undefined || key === undefined ? null : { membership: Number(membership), key }
}

/** The same for a spreadsheet, one person a row: a number that begins with a zero keeps it. */
export function exportPhones(context: DeskContext): Response {
  const options = { ...spreadsheetOptions(context.var.language), isFinal: true }
  const headings = headingsOf(context)
  async function* lines() {
    yield writeSheet([headings], options)
    for await (const rows of rowsOf(context)) yield writeSheet(rows, { ...options, bom: false })
  }
  return attachment({ name: nameOf(context, 'csv'), type: csvType }, streamed(lines()))
}

/** The same as a workbook, in which a number is a text. */
export function exportPhoneWorkbook(context: DeskContext): Response {
  const { calls } = textIn(context.var.language, context.var.movement)
  const columns = headingsOf(context).map((heading) => ({ heading, kind: 'text' as const }))
  const book = writeXlsx({ tab: calls.file, columns, rows: rowsOf(context) })
  return attachment({ name: nameOf(context, 'xlsx'), type: xlsxType }, streamed(book))
}

function headingsOf({ var: { language, movement } }: DeskContext): string[] {
  const text = textIn(language, movement).calls
  return [text.group, text.region, text.name, text.phone, text.role, text.email, text.closed]
}

function nameOf(context: DeskContext, extension: string): string {
  const { language, movement, now } = context.var
  const { file } = textIn(language, movement).calls
  return fileName([file, readRegion(context)], localTime(now, movement.timeZone).day, extension)
}

async function* rowsOf(context: DeskContext): AsyncGenerator<string[][]> {
  const { reads, language, movement } = context.var
  const { reasons } = textIn(language, movement).unreached
  const asked = readPhonesAsked(context)
  for (let after: PhonesAfter | null = null; ; ) {
    const { phones }: { phones: (Phone & { after: PhonesAfter })[] } = await ask(reads, {
      phones: listPhones(reads, { ...asked, after }, chunk),
    })
    if (phones.length > 0)
      yield phones.map(({ group, person, phone, role, email, closed }) => [
        group.name,
        group.region ?? '',
        person.name,
        phone === null ? '' : showPhone(phone, movement.country),
        role ?? '',
        email ?? '',
        closed === null ? '' : reasons[closed],
      ])
    if (phones.length < chunk) return
    after = phones.at(-1)?.after ?? null
  }
}
