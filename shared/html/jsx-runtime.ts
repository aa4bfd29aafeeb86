import type { JSX as Hono } from 'hono/jsx'
import { heard, readAlike, readable } from './readable.ts'
import { inOnePiece, unbroken } from './unbroken.ts'

/** Markup, as it is sent. Whatever else stands in a page is text, and is escaped. */
export class Html {
  readonly markup: string

  constructor(markup: string) {
    this.markup = markup
  }

  toString(): string {
    return this.markup
  }
}

/** What may stand between two tags; nothing is written for a boolean or for nothing. */
export type Child = string | number | boolean | null | undefined | Html | readonly Child[]

type Props = Readonly<Record<string, unknown>> & { children?: Child }
type Component = (props: Props) => Html | null

/** What TypeScript checks elements by: the attributes of HTML, as Hono lists them; any for SVG. */
export declare namespace JSX {
  type Element = Html
  type ElementType = string | ((props: never) => Html | null)
  interface ElementChildrenAttribute {
    children: Child
  }
  interface IntrinsicElements extends Hono.IntrinsicElements {
    [tagName: string]: Props
  }
}

/** Elements without an end (HTML Living Standard §13.1.2). */
const voidElements = new Set('area base br col embed hr img input link meta source track wbr'.split(' '))

/** Shapes: within an `svg` one that holds nothing may end where it begins (HTML Living Standard §13.1.2), which is a map's weight. */
const shapeElements = new Set('circle ellipse line path polygon polyline rect use'.split(' '))

/** Elements that hold text and no markup (HTML Living Standard §13.1.2, SVG 2 §11.3). */
const textElements = new Set('desc option text textarea title tspan'.split(' '))

/** Elements that show what is to be copied or typed to the letter. */
const exactElements = new Set('code kbd pre samp'.split(' '))

/** Attributes that are heard, and seen by few. */
const heardAttributes = new Set('alt aria-description aria-label aria-roledescription title'.split(' '))

/** Attributes that are there or not (HTML Living Standard §2.3.2). A boolean is a word for any other: `aria-expanded="false"`. */
const booleanAttributes = new Set(
  'allowfullscreen async autofocus checked defer disabled download formnovalidate hidden inert multiple novalidate open readonly required reversed selected'.split(
    ' ',
  ),
)

/** What the compiler turns an element into: its markup at once, its children being markup already. @throws TypeError on a child that is none. */
export function jsx(type: string | Component, props: Props): Html {
  if (typeof type === 'function') return type(props) ?? nothing
  const begin = `<${type}${writeAttributes(props)}`
  if (voidElements.has(type)) return new Html(`${begin}>`)
  const inside = write(props.children, writerIn(type, props))
  return new Html(inside === '' && shapeElements.has(type) ? `${begin}/>` : `${begin}>${inside}</${type}>`)
}

type Writer = (text: string) => string

function writerIn(type: string, props: Props): Writer {
  if (type === 'title' || (type === 'option' && props.value !== undefined)) return writeInFull
  if (textElements.has(type)) return escapeText
  if (exactElements.has(type)) return writeExact
  return type === 'span' && props.class === 'hidden' ? writeHeard : writeText
}

const writeText: Writer = (text) => readable(inOnePiece(unbroken(escapeText(text))))
const writeExact: Writer = (text) => unbroken(escapeText(text))
const writeInFull: Writer = (text) => readAlike(escapeText(text))
const writeHeard: Writer = (text) => heard(escapeText(text))

export { jsx as jsxs }

export function Fragment({ children }: { children?: Child }): Html {
  return new Html(write(children, writeText))
}

const nothing = new Html('')

function writeAttributes(props: Props): string {
  let written = ''
  for (const name in props) {
    const value = props[name]
    if (name === 'children' || value === null || value === undefined) continue
    if (typeof value !== 'boolean' || !booleanAttributes.has(name)) {
      const text = heardAttributes.has(name) ? heard(String(value)) : String(value)
      written += ` ${name}="${escapeText(text)}"`
    } else if (value) written += ` ${name}=""`
  }
  return written
}

function write(child: Child, writer: Writer): string {
  if (typeof child === 'string') return writer(child)
  if (child instanceof Html) return child.markup
  if (child === null || child === undefined || typeof child === 'boolean') return ''
  if (typeof child === 'number') return String(child)
  if (!Array.isArray(child)) throw new TypeError('a page is made of text, numbers and markup')
  let written = ''
  for (const one of child) written += write(one, writer)
  return written
}

const references: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

function escapeText(text: string): string {
  return /[&<>"']/.test(text) ? text.replace(/[&<>"']/g, (character) => references[character] ?? '') : text
}
