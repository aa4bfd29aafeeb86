import { type TemplateFormat, templateFormats, writeTemplate } from '#shared/sheet/write-template.ts'
import { textIn } from '#shared/text/text.ts'
import { attachment, csvType, odsType, xlsxType } from '#workers/attachment.ts'
import { streamed } from '#workers/streamed.ts'
import type { DeskContext } from '../env.ts'

const types: Readonly<Record<TemplateFormat, string>> = { ods: odsType, xlsx: xlsxType, csv: csvType }
const programs: Readonly<Record<TemplateFormat, string>> = { ods: 'LibreOffice', xlsx: 'Excel', csv: 'CSV' }

/** An empty sheet of groups to fill in. */
export function giveTemplate({ var: { movement, language } }: DeskContext, format: TemplateFormat): Response {
  const { templateFile } = textIn(language, movement).sheets
  const name = `${templateFile}.${format}`
  return attachment({ name, type: types[format] }, streamed(writeTemplate(movement, format, language)))
}

/** Where whoever has no sheet yet begins. */
export function TemplateLinks({
  context: {
    var: { movement, language },
  },
}: {
  context: DeskContext
}) {
  return (
    <div>
      <p id="template">{textIn(language, movement).sheets.template}</p>
      <ul class="row links" aria-labelledby="template">
        {templateFormats.map((format) => (
          <li>
            <a href={`/desk/sheets/template.${format}`}>{programs[format]}</a>
          </li>
        ))}
      </ul>
    </div>
  )
}
