import { type FigureName, summedFields } from '#shared/db/figures.ts'
import type { GroupFilter } from '#shared/domain/group-filter.ts'
import type { ListName } from '#shared/record/record.ts'
import type { Sections } from '#shared/record/sections.ts'
import type { Words } from '#shared/text/language.ts'

/** A figure of the network, as the dashboard shows it. */
export type Metric = {
  /** Its query is in `shared/db/figures.ts`. */
  figure: FigureName
  label: Words
  /** How it is counted. */
  counted: Words
  /** The groups behind it, of what they did in these days. */
  behind: (days: Days) => Partial<GroupFilter>
}

type Days = Pick<GroupFilter, 'from' | 'until'>

const behind: Readonly<Partial<Record<ListName, Metric['behind']>>> = {
  group: () => ({ state: ['active', 'starting'] }),
  referents: () => ({ reach: 'somebody' }),
  activities: (days) => ({ activity: 'activity', ...days }),
  campaigns: (days) => ({ activity: 'campaign', ...days }),
  trainings: (days) => ({ activity: 'training', ...days }),
  lists: () => ({ activity: 'list' }),
}

/** What the dashboard counts, in its order. A field with a `sum` has its metric here without another line. */
export function metricsOf({ asked }: Sections): Metric[] {
  return asked.flatMap((section): Metric[] => {
    const { list, fields, figure } = section
    const groups = behind[list] ?? (() => ({}))
    const sums = summedFields(section).flatMap((name): Metric[] => {
      const label = fields[name]?.sum
      return label ? [{ figure: `${list}.${name}`, label, counted: figure.sums, behind: groups }] : []
    })
    return [{ figure: list, label: figure.label, counted: figure.counted, behind: groups }, ...sums]
  })
}
