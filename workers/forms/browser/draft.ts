import { isKeptInDraft } from '../controls.ts'

/** What was typed and not saved, by the name of the form: the group and the section, never the link. */
export type Draft = {
  at: number
  /** The revision that it corrects: what others changed meanwhile is theirs, and must not be put back. */
  since: string
  fields: [string, string][]
}

const lifetime = 7 * 86_400_000
const keyOf = (name: string) => `relance:${name}`

/** Browsers may refuse to keep anything; the form works as well without. */
function tryStorage<Result>(use: (storage: Storage) => Result): Result | null {
  try {
    return use(localStorage)
  } catch {
    return null
  }
}

function typedFields(form: HTMLFormElement): [string, string][] {
  return [...new FormData(form)].filter(
    (entry): entry is [string, string] => isKeptInDraft(entry[0]) && typeof entry[1] === 'string',
  )
}

/** Where a section's form says what it corrects; the word to the team corrects nothing. */
export function sinceOf(form: HTMLFormElement): HTMLInputElement | null {
  return form.querySelector<HTMLInputElement>('input[name=since]')
}

export function writeDraft(form: HTMLFormElement): void {
  const draft: Draft = { at: Date.now(), since: sinceOf(form)?.value ?? '', fields: typedFields(form) }
  tryStorage((storage) => storage.setItem(keyOf(form.dataset.draft ?? ''), JSON.stringify(draft)))
}

/** The draft of a form, when it is not what the form shows already, nor too old. */
export function readDraft(form: HTMLFormElement): Draft | null {
  const name = form.dataset.draft ?? ''
  const text = tryStorage((storage) => storage.getItem(keyOf(name)))
  if (!text) return null
  const draft = parse(text)
  const isOld = !draft || Date.now() - draft.at > lifetime
  if (isOld || JSON.stringify(draft.fields) === JSON.stringify(typedFields(form))) {
    removeDraft(name)
    return null
  }
  return draft
}

function parse(text: string): Draft | null {
  try {
    return JSON.parse(text) as Draft
  } catch {
    return null
  }
}

export function removeDraft(name: string): void {
  tryStorage((storage) => storage.removeItem(keyOf(name)))
}
