import { language } from './text.ts'

/** `Tuesday 1 December 2026 at 09:00`, as clocks of the movement show it. */
export function showInstant(instant: Date, { timeZone }: { timeZone: string }): string {
  const locale = language === 'en' ? 'en-GB' : language
  return new Intl.DateTimeFormat(locale, { dateStyle: 'full', timeStyle: 'short', timeZone }).format(instant)
}
