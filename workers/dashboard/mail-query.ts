import { isMailKind, type MailKind } from '#shared/domain/mail.ts'
import { isSummaryLine, type SummaryLine } from '#shared/domain/mail-summary.ts'

/** What the address of the mails' page asks for. */
export type MailQuery = { line: SummaryLine | null; kind: MailKind | null; text: string; page: number }

const mostText = 100

export function readMailQuery(query: URLSearchParams): MailQuery {
  const line = query.get('state')
  const kind = query.get('kind') ?? ''
  const page = query.get('page') ?? ''
  return {
    line: isSummaryLine(line) ? line : null,
    kind: isMailKind(kind) ? kind : null,
    text: (query.get('text') ?? '').trim().slice(0, mostText),
    page: /^[1-9]\d{0,4}$/.test(page) ? Number(page) : 1,
  }
}

export function mailsPath({ line, kind, text, page = 1 }: Partial<MailQuery>): string {
  const entries = Object.entries({ state: line, kind, text, page: page > 1 ? String(page) : '' })
  const given = entries.filter((entry): entry is [string, string] => Boolean(entry[1]))
  return given.length === 0 ? '/dashboard/mails' : `/dashboard/mails?${new URLSearchParams(given)}`
}
