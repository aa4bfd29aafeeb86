/** What is struck through in a workbook is read as many write it in a text: `~~Léa Roy~~`. */
export function struck(text: string): string {
  const said = text.trim()
  return said === '' || isStruck(said) ? text : `~~${said}~~`
}

/** Whether a text, or a part of it, is struck through: by its sign, or by strokes over its letters. */
export function isStruck(text: string): boolean {
  return text.includes('~~') || text.includes('\u0336') || text.includes('\u0335') || text.includes('\u0338')
}

/** The same without what strikes it. */
export function unstruck(text: string): string {
  return text.replaceAll('~~', '').replace(/[\u0335\u0336\u0338]/g, '')
}
