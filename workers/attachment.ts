import { privately } from '#shared/html/respond.ts'

/** What may be sent as a body: a text, or its pieces as they are made. */
type Body = string | ReadableStream<Uint8Array>

export const csvType = 'text/csv; charset=utf-8; header=present'
export const xlsxType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
export const odsType = 'application/vnd.oasis.opendocument.spreadsheet'
export const jsonType = 'application/json; charset=utf-8'

/** A file to be kept by whoever asked, under this name: no browser shows it as a page of ours, and nothing between keeps a copy. */
export function attachment(
  { name, type }: { name: string; type: string },
  body: Body,
  more: Readonly<Record<string, string>> = {},
): Response {
  return new Response(body, {
    headers: {
      'content-type': type,
      'content-disposition': `attachment; filename="${name}"`,
      ...privately,
      'x-content-type-options': 'nosniff',
      ...more,
    },
  })
}
