import { CellCount } from '../cell-count.ts'
import { readXml } from '../read-xml.ts'
import { TextReader } from './read-text.ts'

/**
 * The texts that cells name by their number; none where a workbook keeps all of its texts in the cells.
 * @throws Unreadable
 */
export async function readStrings(pieces: AsyncIterable<Uint8Array>): Promise<string[]> {
  const strings: string[] = []
  const count = new CellCount()
  const item = new TextReader()
  await readXml(pieces, {
    open: item.open,
    text: item.text,
    close: (name) => {
      item.close(name)
      if (name !== 'si') return
      const text = item.take().trim()
      count.add(1, text.length)
      strings.push(text)
    },
  })
  return strings
}
