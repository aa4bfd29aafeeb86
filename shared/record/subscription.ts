import type { MovementSettings } from '#shared/settings/schema.ts'
import { words } from '#shared/text/words.ts'
import { yesNo } from './codecs.ts'
import type { Field } from './field.ts'

type List = MovementSettings['lists'][number]

/** Whether a referent is on one of the movement's mailing lists. */
function subscriptionField({ label, about }: List): Field<boolean> {
  return {
    label,
    ...(about ? { hint: about } : {}),
    control: { kind: 'checkbox' },
    codec: yesNo,
    headings: words({ fr: [label.fr], en: [label.en] }),
    audience: 'group',
  }
}

/** The movement's mailing lists, one box each for every referent; a row's uid is the person's. Keys are those of its settings. */
export function subscriptionFields(lists: readonly List[]): Readonly<Record<string, Field<boolean>>> {
  return Object.fromEntries(lists.map((list) => [list.key, subscriptionField(list)]))
}
