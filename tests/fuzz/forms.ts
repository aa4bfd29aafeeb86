/** A form as a page has it: where it goes, and what a browser would send of it without its buttons. */
export type PageForm = {
  action: string
  fields: [name: string, value: string][]
  /** Names of what takes a file. */
  files: string[]
  buttons: [name: string, value: string][]
}

/** The forms of a page of ours that are sent by POST. */
export function formsIn(html: string, path: string): PageForm[] {
  return [...html.matchAll(/<form\b([^<>]*)>(.*?)<\/form>/gs)].flatMap(([, attributes = '', inner = '']) =>
    attribute(attributes, 'method') === 'post'
      ? [
          {
            action: attribute(attributes, 'action') ?? path,
            fields: fieldsIn(inner),
            files: filesIn(inner),
            buttons: buttonsIn(inner),
          },
        ]
      : [],
  )
}

function fieldsIn(html: string): [string, string][] {
  const controls = [...html.matchAll(/<(input|textarea|select)\b([^<>]*)>([^<]*)/g)]
  return controls.flatMap(([, tag, attributes = '', inner = '']): [string, string][] => {
    const name = attribute(attributes, 'type') === 'file' ? null : attribute(attributes, 'name')
    return name === null ? [] : [[name, tag === 'textarea' ? plain(inner) : (attribute(attributes, 'value') ?? '')]]
  })
}

function filesIn(html: string): string[] {
  return [...html.matchAll(/<input\b([^<>]*)>/g)].flatMap(([, attributes = '']) =>
    attribute(attributes, 'type') === 'file' ? (attribute(attributes, 'name') ?? []) : [],
  )
}

function buttonsIn(html: string): [string, string][] {
  return [...html.matchAll(/<button\b([^<>]*)>/g)].flatMap(([, attributes = '']): [string, string][] => {
    const name = attribute(attributes, 'name')
    return name === null ? [] : [[name, attribute(attributes, 'value') ?? '']]
  })
}

function attribute(attributes: string, name: string): string | null {
  const [, value] = new RegExp(`(?:^|\\s)${name}="([^"]*)"`).exec(attributes) ?? []
  return value === undefined ? null : plain(value)
}

const characters: Readonly<Record<string, string>> = { quot: '"', '#39': "'", lt: '<', gt: '>', amp: '&' }

function plain(html: string): string {
  return html.replace(/&(quot|#39|lt|gt|amp);/g, (_, name: string) => characters[name] ?? '')
}
