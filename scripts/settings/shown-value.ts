/** A setting's value as JSON; of a picture, what it is and how large, since its letters say nothing. */
export function shownValue(value: unknown): string {
  if (value === undefined) return '–'
  return typeof value === 'string' && value.startsWith('data:image/') ? shownPicture(value) : JSON.stringify(value)
}

function shownPicture(text: string): string {
  const [type = '', letters = ''] = text.slice('data:'.length).split(';base64,')
  const bytes = Buffer.from(letters, 'base64').length
  return `(${type}, ${bytes < 1024 ? `${bytes} B` : `${Math.round(bytes / 1024)} kB`})`
}
