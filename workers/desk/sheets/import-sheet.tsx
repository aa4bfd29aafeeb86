import { commit } from '#shared/actions/acting.ts'
import { readImportContext } from '#shared/actions/import-rows/import-context.ts'
import { importRows } from '#shared/actions/import-rows/import-rows.ts'
import { type Preview, previewImport } from '#shared/actions/import-rows/preview-import.ts'
import { hashToken } from '#shared/domain/link.ts'
import type { RecognisedSheet } from '#shared/sheet/recognise.ts'
import { refusedContent } from '#shared/sheet/refused-content.ts'
import { hasNews, isAllKnown } from '#shared/sheet/summary.ts'
import { Unreadable } from '#shared/sheet/unreadable.ts'
import { type OwnWords, textIn } from '#shared/text/text.ts'
import { attachment, csvType } from '#workers/attachment.ts'
import { respondFrame } from '#workers/team/frame.tsx'
import { DeskForm, formToken, isTokenFor, readDeskUpload, teamActing } from '../desk-form.tsx'
import type { DeskContext } from '../env.ts'
import { FileField } from '../file-field.tsx'
import { NotDone } from '../notice.tsx'
import { SheetPreview } from './sheet-preview.tsx'
import { TemplateLinks } from './template.tsx'
import {
  type Choices,
  largestUpload,
  readChoices,
  readChosenSheets,
  readPasted,
  readUploadedSheet,
  type UploadedSheet,
} from './uploaded-sheet.ts'

const path = '/desk/sheets'
/** How many things of each kind the preview tells one by one. */
const told = 12

type Trouble = { title: string; body?: string; status: number; pasted?: string }
type Planned = { upload: UploadedSheet; choices: Choices; sheets: RecognisedSheet[]; preview: Preview; seen: string }

/** Where a sheet is brought, or which command does it. */
export function showSheetUpload(context: DeskContext): Promise<Response> {
  return respond(context)
}

/** Shows what a sheet would change; applies it once that was seen; gives the rows to mend as a file. */
export async function takeSheet(context: DeskContext): Promise<Response> {
  const { language } = context.var
  const text = textIn(language, context.var.movement)
  if (isOff(context)) return respond(context)
  const { form, posted } = await readDeskUpload(context, largestUpload)
  const pasted = readPasted(posted)
  if (!form.isFresh) return respond(context, { title: text.form.submitAgain, status: 400, pasted })
  const upload = await readUploadedSheet(posted)
  if (upload === 'too_large') return respond(context, { title: text.sheets.tooLarge, status: 413, pasted })
  if (upload === null) return respond(context, { title: text.sheets.fileMissing, status: 422 })
  try {
    return await answer(context, form, upload, readChoices(context, posted))
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error
    const { headingsUnknown, headingsMeant } = text.sheets
    const said =
      error.code === 'headings_unknown'
        ? { title: headingsUnknown(String(error.detail)), body: headingsMeant }
        : { title: text.sheet.unreadable(error.code, error.detail) }
    return respond(context, { ...said, status: 422, pasted })
  }
}

type Form = Awaited<ReturnType<typeof readDeskUpload>>['form']

async function answer(context: DeskContext, form: Form, upload: UploadedSheet, choices: Choices): Promise<Response> {
  const { movement, now, language } = context.var
  const { DB: db } = context.env
  const { sheets } = await readChosenSheets(context, upload, choices)
  const sure = sheets.filter(({ doubt }) => doubt === null)
  const townsOf = async (country: string) => (await context.env.TOWNS?.(country)) ?? []
  const importContext = await readImportContext(db, sure, { movement, townsOf, newUid: () => crypto.randomUUID() })
  const preview = await previewImport(importContext, told)
  const seen = `${path}:${await fingerprint(upload, choices, preview)}`
  const planned = { upload, choices, sheets, preview, seen }
  if (form.get('do') === 'refused') return refusedFile(planned, language, movement)
  if (form.get('do') !== 'apply') return respondPreview(context, planned, 200)
  const text = textIn(language, movement).sheets
  if (!(await isTokenFor(context, seen, form.get('seen'))))
    return respondPreview(context, planned, 409, { title: text.changedMeanwhile, body: text.changedMeanwhileBody })
  const applied = await importRows(importContext, preview.numbers, now, {
    kind: 'coordinator',
    email: context.var.session.coordinator.email,
  })
  const groups = applied.groups.made + applied.groups.changed
  await commit(teamActing(context), [], { action: 'import_rows', details: { groups } })
  return respondDone(context, applied)
}

/** What of a preview somebody has seen: the file, what was chosen, and the groups that would change, as they were. */
async function fingerprint({ text }: UploadedSheet, choices: Choices, { numbers, summary }: Preview): Promise<string> {
  const chosen = [[...choices.kinds].sort(), Object.entries(choices.meanings).sort(), choices.hidden]
  const counts = summary.sheets.map(({ counts, refusedRows }) => [counts, refusedRows])
  return hashToken(JSON.stringify([text, chosen, [...numbers].sort(), counts]))
}

function refusedFile(
  { preview, upload }: Planned,
  language: DeskContext['var']['language'],
  movement: OwnWords,
): Response {
  const refused = preview.summary.sheets.filter(({ faults }) => faults.length > 0)
  const content = refused.map((sheet) => refusedContent(sheet, language, movement)).join('\r\n')
  const stem =
    upload.name
      .replace(/\.[a-z]{1,5}$/i, '')
      .replace(/[^\w-]+/g, '-')
      .slice(-40) || 'sheet'
  return attachment({ name: `${stem}.refused.csv`, type: csvType }, content)
}

/** Where a request may use the milliseconds of a free plan only, a command does it. */
const isOff = ({ env }: DeskContext) => env.SHEETS === 'off'

async function respond(context: DeskContext, trouble?: Trouble): Promise<Response> {
  const text = textIn(context.var.language, context.var.movement).sheets
  const token = await formToken(context, path)
  return respondFrame(context, {
    title: text.title,
    status: trouble?.status ?? 200,
    children: (
      <div class="flow narrow">
        {trouble && <NotDone title={trouble.title} body={trouble.body} />}
        <h1>{text.title}</h1>
        <p class="lead">{text.lead}</p>
        <TemplateLinks context={context} />
        {isOff(context) ? (
          <div class="note">
            <h2>{text.off}</h2>
            <p>{text.offBody}</p>
          </div>
        ) : (
          <form method="post" action={path} class="flow" enctype="multipart/form-data" novalidate>
            <input type="hidden" name="page" value={token} />
            <FileField name="sheet" label={text.file} hint={text.fileHint} accept=".csv,.ods,.xlsx,.tsv,.txt" />
            <div class="field">
              <label for="pasted">{text.pasted}</label>
              <p class="hint" id="pasted-hint">
                {text.pastedHint}
              </p>
              <textarea id="pasted" name="pasted" rows={4} aria-describedby="pasted-hint" spellcheck={false}>
                {trouble?.pasted}
              </textarea>
            </div>
            <label class="pick" for="hidden">
              <input type="checkbox" id="hidden" name="hidden" value="oui" />
              {text.hidden}
            </label>
            <p class="hint">{text.keeps}</p>
            <button type="submit" name="do" value="look">
              {text.look}
            </button>
          </form>
        )}
      </div>
    ),
  })
}

async function respondPreview(
  context: DeskContext,
  { upload, choices, sheets, preview, seen }: Planned,
  status: number,
  trouble?: { title: string; body: string },
): Promise<Response> {
  const text = textIn(context.var.language, context.var.movement).sheets
  const news = hasNews(preview.summary)
  const isKnown = isAllKnown(preview.summary) && sheets.every(({ doubt }) => doubt === null)
  const hasRefused = preview.summary.sheets.some(({ faults }) => faults.length > 0)
  return respondFrame(context, {
    title: text.previewTitle,
    status,
    children: (
      <div class="flow narrow">
        {trouble && <NotDone title={trouble.title} body={trouble.body} />}
        <p>
          <a class="plain" href={path}>
            {text.another}
          </a>
        </p>
        <h1>{text.previewTitle}</h1>
        <p class="lead">{news ? text.previewLead : isKnown ? text.nothingNew : text.nothingTaken}</p>
        <DeskForm path={path} token={await formToken(context, path)}>
          <input type="hidden" name="seen" value={await formToken(context, seen)} />
          <input type="hidden" name="name" value={upload.name} />
          <input type="hidden" name="bytes" value={upload.text} />
          {choices.hidden && <input type="hidden" name="hidden" value="oui" />}
          <SheetPreview context={context} summary={preview.summary} sheets={sheets} choices={choices} />
          <div class="row">
            {news && (
              <button type="submit" name="do" value="apply">
                {text.apply}
              </button>
            )}
            {hasRefused && (
              <button type="submit" class="quiet" name="do" value="refused">
                {text.refusedFile}
              </button>
            )}
          </div>
          <p class="hint">{text.keeps}</p>
        </DeskForm>
      </div>
    ),
  })
}

function respondDone(
  context: DeskContext,
  { groups, leftOut }: Awaited<ReturnType<typeof importRows>>,
): Promise<Response> {
  const text = textIn(context.var.language, context.var.movement).sheets
  return respondFrame(context, {
    title: text.doneTitle,
    children: (
      <div class="flow narrow">
        <div class="done note" role="status" tabindex={-1} autofocus>
          <h1>{text.doneTitle}</h1>
          <p>{text.done(groups.made, groups.changed)}</p>
        </div>
        {leftOut.length > 0 && <p>{text.leftOut(leftOut)}</p>}
        <p>{text.undo}</p>
        <p class="row">
          <a class="button quiet" href="/dashboard/changes">
            {textIn(context.var.language, context.var.movement).dashboard.changes.title}
          </a>
          <a class="button quiet" href={path}>
            {text.another}
          </a>
        </p>
      </div>
    ),
  })
}
