import type { RiskyGroup } from '#shared/db/risks.ts'
import { localTime } from '#shared/domain/zone.ts'
import { showPhone } from '#shared/record/contact-codecs.ts'
import { showDay } from '#shared/record/show.ts'
import { spreadsheetOptions, writeSheet } from '#shared/sheet/write-sheet.ts'
import { writeXlsx } from '#shared/sheet/xlsx/write-xlsx.ts'
import { textIn } from '#shared/text/text.ts'
import { attachment, csvType, xlsxType } from '#workers/attachment.ts'
import { fileName } from '#workers/file-name.ts'
import { streamed } from '#workers/streamed.ts'
import { coordinatorName, riskInWords } from '#workers/team/risk-words.ts'
import { listCalls } from './calls.tsx'
import type { DeskContext } from './env.ts'

/** Whom to call, one person a row, for somebody who helps with it: why, by what number, who has taken the group. */
export async function exportCalls(context: DeskContext, format: 'csv' | 'xlsx'): Promise<Response> {
  const { movement, language, now } = context.var
  const today = localTime(now, movement.timeZone).day
  const { groups } = await listCalls(context)
  const text = textIn(language, movement).calls
  const headings = [text.group, text.why, text.name, text.phone, text.email, text.taker]
  const rows = groups.flatMap((group) => rowsOfGroup(context, group))
  const name = fileName([text.callFile], today, format)
  if (format === 'csv')
    return attachment(
      { name, type: csvType },
      writeSheet([headings, ...rows], { ...spreadsheetOptions(language), isFinal: true }),
    )
  const columns = headings.map((heading) => ({ heading, kind: 'text' as const }))
  async function* all() {
    yield rows
  }
  return attachment({ name, type: xlsxType }, streamed(writeXlsx({ tab: text.callFile, columns, rows: all() })))
}

function rowsOfGroup({ var: { movement, language } }: DeskContext, group: RiskyGroup): string[][] {
  const why = group.risks.map((risk) => riskInWords(risk, movement, language, showDay)).join(', ')
  const taker = group.call.takenBy ? coordinatorName(group.call.takenBy, movement) : ''
  const people = group.contacts.length > 0 ? group.contacts : group.former ? [group.former] : []
  const reached = people.length > 0 ? people : [{ name: '', phone: null, email: group.publicEmail }]
  return reached.map(({ name, phone, email }) => [
    group.name,
    why,
    name,
    phone === null ? '' : showPhone(phone, movement.country),
    email === null || group.unreached.includes(name) ? '' : email,
    taker,
  ])
}
