import { Parser } from 'saxen'
import { Unreadable } from './unreadable.ts'

/** Names come without their prefix; `attributes` costs something, and only where it is called. */
export type XmlReader = {
  open: (name: string, attributes: () => Readonly<Record<string, string>>) => void
  text?: (text: string) => void
  close?: (name: string) => void
}

/** Spreadsheet programs nest some ten elements. */
const maxDepth = 100
/** In bytes, of one tag, comment or run of text, which is held until its end is read: a cell has at most 32,767 characters. */
const maxToken = 250_000
/** In characters: what begins in one piece and ends in a later one is looked at once a piece. */
const pieceLength = 64_000

/**
 * Reads a part of a workbook as it is unpacked, and keeps nothing of it. Entities that a file defines itself, and what it would have us
 * fetch from elsewhere, are refused with the DOCTYPE that they need.
 * @throws Unreadable
 */
export async function readXml(pieces: AsyncIterable<Uint8Array>, reader: XmlReader): Promise<void> {
  const decoder = new TextDecoder()
  const state = { depth: 0, held: 0 }
  const parser = parserFor(reader, state)
  let text = ''
  for await (const piece of pieces) {
    text += decoder.decode(piece, { stream: true })
    if (text.length < pieceLength) continue
    state.held += text.length
    parser.write(text)
    if (state.held > maxToken + text.length) throw new Unreadable('damaged_excel', 'token')
    text = ''
  }
  parser.write(text)
  parser.end()
}

function parserFor(reader: XmlReader, state: { depth: number; held: number }): Parser {
  const seen = () => {
    state.held = 0
  }
  return new Parser()
    .on('openTag', (name, attributes, decode) => {
      seen()
      state.depth += 1
      if (state.depth > maxDepth) throw new Unreadable('damaged_excel', 'depth')
      reader.open(withoutPrefix(name), () => decoded(attributes() || {}, decode))
    })
    .on('closeTag', (name) => {
      seen()
      state.depth -= 1
      reader.close?.(withoutPrefix(name))
    })
    .on('text', (text, decode) => {
      seen()
      reader.text?.(decode(text))
    })
    .on('cdata', (text) => {
      seen()
      reader.text?.(text)
    })
    .on('comment', seen)
    .on('question', seen)
    .on('attention', () => {
      throw new Unreadable('damaged_excel', 'doctype')
    })
}

function decoded(
  attributes: Readonly<Record<string, string>>,
  decode: (text: string) => string,
): Record<string, string> {
  const plain: Record<string, string> = Object.create(null)
  for (const name in attributes) plain[withoutPrefix(name)] = decode(attributes[name] ?? '')
  return plain
}

function withoutPrefix(name: string): string {
  return name.slice(name.indexOf(':') + 1)
}
