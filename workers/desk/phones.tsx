import { ask } from '#shared/db/ask.ts'
import { listPhones, type Phone, type PhonesAfter } from '#shared/db/calls.ts'
import { localTime } from '#shared/domain/zone.ts'
import { showPhone } from '#shared/record/contact-codecs.ts'
import { spreadsheetOptions, writeSheet } from '#shared/sheet/write-sheet.ts'
import { textIn } from '#shared/text/text.ts'
import { attachment, csvType } from '#workers/attachment.ts'
import { streamed } from '#workers/streamed.ts'
import { respondFrame } from '#workers/team/frame.tsx'
import type { DeskContext } from './env.ts'

const path = '/desk/phones'
const shown = 100
/** People that are read at a time for a file. */
const chunk = 2000

/** The referents whom one can call, one person a row. */
export async function showPhones(context: DeskContext): Promise<Response> {
  const { reads, language, movement } = context.var
  const after = readAfter(context.req.query('after') ?? '')
  const { phones } = await ask(reads, { phones: listPhones(reads, after, shown + 1) })
  const text = textIn(language, movement).calls
  const last = phones.length > shown ? phones[shown - 1] : undefined
  return respondFrame(context, {
    title: text.phonesTitle,
    children: (
      <>
        <div class="headline">
          <h1>{text.phonesTitle}</h1>
          <p class="lead">{phones.length === 0 ? text.phonesNone : text.phonesLead}</p>
          {phones.length > 0 && (
            <p>
              <a href={`${path}.csv`}>{text.sheet}</a>
            </p>
          )}
        </div>
        {phones.length > 0 && (
          <section class="scroll" tabindex={0} aria-label={text.phonesTitle}>
            <table>
              <thead>
                <tr>
                  <th scope="col">{text.group}</th>
                  <th scope="col">{text.name}</th>
                  <th scope="col">{text.phone}</th>
                  <th scope="col">{text.role}</th>
                </tr>
              </thead>
              <tbody>
                {phones.slice(0, shown).map(({ group, person, phone, role }) => (
                  <tr>
                    <td>
                      <a href={`/desk/groups/${group.uid}/call`}>{group.name}</a>
                    </td>
                    <td>{person.name}</td>
                    <td class="nowrap">
                      <a href={`tel:${phone}`}>{showPhone(phone, movement.country)}</a>
                    </td>
                    <td>{role}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </section>
        )}
        <p class="row">
          {after && <a href={path}>{text.first}</a>}
          {last && <a href={`${path}?after=${encodeURIComponent(writeAfter(last.after))}`}>{text.more}</a>}
        </p>
      </>
    ),
  })
}

const writeAfter = ({ key, seat }: PhonesAfter) => `${seat} ${key}`

function readAfter(text: string): PhonesAfter | null {
  const [, seat, key] = /^(\d{1,15}) (.{1,200})$/.exec(text) ?? []
  return seat === undefined || key === undefined ? null : { seat: Number(seat), key }
}

/** The same for a spreadsheet: a number that begins with a zero keeps it. */
export function exportPhones(context: DeskContext): Response {
  const { reads, language, movement, now } = context.var
  const text = textIn(language, movement).calls
  const options = { ...spreadsheetOptions(language), isFinal: true }
  const line = ({ group, person, phone, role, email }: Phone) => [
    group.name,
    group.region ?? '',
    person.name,
    showPhone(phone, movement.country),
    role ?? '',
    email ?? '',
  ]
  async function* rows() {
    yield writeSheet([[text.group, text.region, text.name, text.phone, text.role, text.email]], options)
    for (let after: PhonesAfter | null = null; ; ) {
      const { phones }: { phones: (Phone & { after: PhonesAfter })[] } = await ask(reads, {
        phones: listPhones(reads, after, chunk),
      })
      if (phones.length > 0) yield writeSheet(phones.map(line), { ...options, bom: false })
      if (phones.length < chunk) return
      after = phones.at(-1)?.after ?? null
    }
  }
  const name = `${text.file}-${localTime(now, movement.timeZone).day}.csv`
  return attachment({ name, type: csvType }, streamed(rows()))
}
