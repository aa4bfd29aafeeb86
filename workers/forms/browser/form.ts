/**
 * What a script adds to a form that works without it: what was typed is kept in this browser and offered back, a row is added
 * without leaving the page, a form sent twice leaves once, and a form says that a hand sent it. Served as one file, under 5 kB.
 */

import { type Draft, readDraft, removeDraft, sinceOf, writeDraft } from './draft.ts'
import { watchForPeople } from './person.ts'

watchForPeople()

const form = document.querySelector<HTMLFormElement>('form[data-draft]')
const saved = document.querySelector<HTMLElement>('[data-saved]')

if (saved?.dataset.saved) removeDraft(saved.dataset.saved)
if (form) {
  offerDraft(form)
  keepDraft(form)
  addRowsInPlace(form)
  sendOnce(form)
}

function keepDraft(form: HTMLFormElement): void {
  let wait: ReturnType<typeof setTimeout> | undefined
  const write = () => {
    clearTimeout(wait)
    wait = undefined
    writeDraft(form)
  }
  form.addEventListener('input', () => {
    clearTimeout(wait)
    wait = setTimeout(write, 300)
  })
  form.addEventListener('submit', write)
  addEventListener('pagehide', () => wait !== undefined && write())
}

/** A page that comes back with its errors holds what was typed already. */
function offerDraft(form: HTMLFormElement): void {
  const offer = document.getElementById('draft')
  const draft = readDraft(form)
  if (!offer || !draft || form.dataset.typed !== undefined) return
  offer.hidden = false
  offer.addEventListener('click', ({ target }) => {
    if (!(target instanceof HTMLButtonElement)) return
    if (target.value === 'restore') restore(form, draft)
    else removeDraft(form.dataset.draft ?? '')
    offer.hidden = true
    form.querySelector<HTMLElement>('input:not([type=hidden])')?.focus()
  })
}

/** Puts typed values back, with the rows that were added in this browser. */
function restore(form: HTMLFormElement, { since, fields }: Draft): void {
  const base = sinceOf(form)
  if (base && since) base.value = since
  const rows = fields.filter(([name]) => name === 'row').map(([, uid]) => uid)
  const known = new Set(new FormData(form).getAll('row'))
  if (form.querySelector('template')) removeBlanks(form, rows)
  for (const uid of rows) if (!known.has(uid)) insertRow(form, uid)
  const typed = new Map(fields)
  for (const control of form.elements) {
    if (
      !(
        control instanceof HTMLInputElement ||
        control instanceof HTMLTextAreaElement ||
        control instanceof HTMLSelectElement
      )
    )
      continue
    if (control.type === 'hidden' || control.name === '') continue
    const value = typed.get(control.name)
    // Boxes of one question share a name
    if (isTickable(control))
      control.checked = fields.some(([name, one]) => name === control.name && one === control.value)
    else if (value !== undefined) control.value = value
  }
}

function isTickable(control: Element): control is HTMLInputElement {
  return control instanceof HTMLInputElement && /checkbox|radio/.test(control.type)
}

/** Takes away the row that the page offers to be filled, which has another name at each visit. */
function removeBlanks(form: HTMLFormElement, but: readonly string[]): void {
  for (const row of form.querySelectorAll('fieldset.rowcard')) {
    const controls = [...row.querySelectorAll('input')]
    const isKept = controls.some((control) => {
      if (control.type === 'hidden') return but.includes(control.value)
      return control.value !== '' && (control.checked || !isTickable(control))
    })
    if (!isKept) row.remove()
  }
}

function addRowsInPlace(form: HTMLFormElement): void {
  form.addEventListener('click', (event) => {
    const button = event.target
    if (!(button instanceof HTMLButtonElement) || button.value !== 'add') return
    const row = insertRow(form, newUid())
    if (!row) return
    event.preventDefault()
    row.querySelector<HTMLElement>('input:not([type=hidden])')?.focus()
  })
}

function insertRow(form: HTMLFormElement, uid: string): Element | null {
  const template = form.querySelector<HTMLTemplateElement>('template')
  const before = form.querySelector('button[value=add]')
  if (!template || !before) return null
  const number = String(form.querySelectorAll('fieldset.rowcard').length + 1)
  const row = template.innerHTML.replaceAll('new-row', () => uid).replaceAll('{n}', () => number)
  before.insertAdjacentHTML('beforebegin', row)
  return before.previousElementSibling
}

/** `crypto.randomUUID` is missing where the page is not served over https. */
function newUid(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('')
}

function sendOnce(form: HTMLFormElement): void {
  let sentAt = 0
  form.addEventListener('submit', (event) => {
    if (Date.now() - sentAt < 5000) event.preventDefault()
    else sentAt = Date.now()
  })
}
