import type { Html } from '#shared/html/jsx-runtime.ts'
import { type PageOptions, respondPage } from '#shared/html/respond.ts'

/** A page of ours as an answer; each may load the form's script, which says whether a hand pressed. */
export function respondForm(page: Html, options: PageOptions = {}): Response {
  return respondPage(page, { ...options, hasScript: true })
}
