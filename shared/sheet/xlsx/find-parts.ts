import { readXml } from '../read-xml.ts'
import { Unreadable } from '../unreadable.ts'
import type { Zip } from '../unzip.ts'

/** Where a workbook keeps what we read of it. */
export type WorkbookParts = {
  tabs: { name: string; part: string; isHidden: boolean }[]
  strings: string
  styles: string
  /** Whether days are counted from 1904, as old Macs did. */
  isFrom1904: boolean
}

const maxTabs = 500
const maxRelationships = 10_000
/** In characters, of what the workbook calls a part, and where it is. */
const longestName = 1000

/** @throws Unreadable */
export async function findParts(zip: Zip): Promise<WorkbookParts> {
  const targets = await readTargets(zip)
  const tabs: WorkbookParts['tabs'] = []
  let isFrom1904 = false
  await readXml(zip.pieces(within(zip, 'xl/workbook.xml')), {
    open: (name, attributes) => {
      if (name === 'workbookPr') isFrom1904 = ['1', 'true'].includes(attributes().date1904 ?? '')
      if (name !== 'sheet') return
      const { name: title = '', id = '', state = 'visible' } = attributes()
      const target = targets.get(id)
      // A tab that is only a chart has no cells
      if (target?.kind === 'worksheet') tabs.push({ name: title, part: target.part, isHidden: state !== 'visible' })
      if (tabs.length > maxTabs) throw new Unreadable('too_many_parts', maxTabs)
    },
  })
  const partOf = (kind: string) => [...targets.values()].find((target) => target.kind === kind)?.part
  return {
    tabs,
    isFrom1904,
    strings: partOf('sharedStrings') ?? 'xl/sharedStrings.xml',
    styles: partOf('styles') ?? 'xl/styles.xml',
  }
}

type Target = { kind: string; part: string }

/** The parts that belong to the workbook, by the id that it names them with; of a kind's address, only its end is the same in both editions of the standard. */
async function readTargets(zip: Zip): Promise<Map<string, Target>> {
  const targets = new Map<string, Target>()
  await readXml(zip.pieces(within(zip, 'xl/_rels/workbook.xml.rels')), {
    open: (name, attributes) => {
      if (name !== 'Relationship') return
      const { Id = '', Type = '', Target = '' } = attributes()
      if (Id.length + Type.length + Target.length > longestName) throw new Unreadable('damaged_excel', 'relationship')
      const part = Target.startsWith('/') ? Target.slice(1) : `xl/${Target}`
      targets.set(Id, { kind: Type.slice(Type.lastIndexOf('/') + 1), part })
      if (targets.size > maxRelationships) throw new Unreadable('too_many_parts', maxRelationships)
    },
  })
  return targets
}

function within(zip: Zip, part: string): string {
  if (!zip.names.has(part)) throw new Unreadable('damaged_excel', part)
  return part
}
