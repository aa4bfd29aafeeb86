const known = new Map<string, string>()

/** A template of ours for a language that is read from right to left: MJML knows one direction, at build. */
export function mirrored(template: string): string {
  const made = known.get(template) ?? mirror(template)
  known.set(template, made)
  return made
}

function mirror(template: string): string {
  return template
    .replace(/dir="ltr"/g, 'dir="rtl"')
    .replace(/direction:ltr/g, 'direction:rtl')
    .replace(/(?<=\b(?:text-)?align(?::|="))left\b/g, 'right')
    .replace(/(?<=\b(?:border|padding|margin)-)(?:left|right)(?=:)/g, (side) => (side === 'left' ? 'right' : 'left'))
}
