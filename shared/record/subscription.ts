import movement from '#movement'
import { words } from '#shared/text/words.ts'
import { yesNo } from './codecs.ts'
import type { Field } from './field.ts'

type List = (typeof movement.lists)[number]

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

/** The movement's mailing lists, one box each for every referent; a row's uid is the person's. Keys are those of `movement.config.ts`. */
export const subscriptionFields: Readonly<Record<string, Field<boolean>>> = Object.fromEntries(
  movement.lists.map((list) => [list.key, subscriptionField(list)]),
)
