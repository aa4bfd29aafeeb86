/**
 * The controls of our forms that no person fills: each with what becomes of it when what was typed is kept or given back. A control that is not
 * here is a question, and what it holds was typed.
 */
const ownControls = {
  /** Which page it is, for which link and group. */
  page: 'of the page',
  switch: 'of the page',
  link: 'of the page',
  back: 'of the page',
  seen: 'of the client',
  /** Who seems to have submitted it. */
  by: 'of the client',
  me: 'of the client',
  /** The revision that the typed values correct. */
  since: 'of the page',
  /** The button that was pressed. */
  do: 'of the page',
  nobody: 'of the page',
  sure: 'of the page',
  confirmation: 'of the page',
  round: 'of the page',
  /** What a draft needs to be put back, though nobody typed it. */
  row: 'of the draft',
  group: 'of the draft',
  section: 'of the draft',
  revision: 'of the draft',
  to: 'of the draft',
  ask: 'of the draft',
  town_meant: 'of the draft',
} as const satisfies Record<string, 'of the page' | 'of the client' | 'of the draft'>

const kindOf = (name: string) =>
  Object.hasOwn(ownControls, name) ? ownControls[name as keyof typeof ownControls] : null

/** What says who submitted a form: a page that asks that leaves it out. */
export const isOfClient = (name: string) => kindOf(name) === 'of the client'

/** What a draft keeps: everything but what belongs to this very page and submission. */
export const isKeptInDraft = (name: string) => kindOf(name) === null || kindOf(name) === 'of the draft'

/** What somebody typed. */
export const isTypedControl = (name: string) => kindOf(name) === null
