const formats = new Map<string, Intl.NumberFormat>()

/** `1 200` or `1,200`, as `toLocaleString` has it; that one may make its format anew each time, which takes longer than a row of a page. */
export function showNumber(value: number, language: string): string {
  const format = formats.get(language) ?? new Intl.NumberFormat(language)
  formats.set(language, format)
  return format.format(value)
}
