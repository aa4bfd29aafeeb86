import type { MovementSettings } from '#shared/settings/schema.ts'
import { inLanguages } from '#shared/text/words.ts'
import { yesNo } from '../codecs.ts'
import type { Field } from '../field.ts'
import { inLastYear, type Section } from '../section.ts'

type List = MovementSettings['lists'][number]

/** Whether a referent is on one of the movement's mailing lists. */
function subscriptionField({ label, about }: List): Field<boolean> {
  return {
    label,
    ...(about ? { hint: about } : {}),
    control: { kind: 'checkbox' },
    codec: yesNo,
    headings: inLanguages({ fr: [label.fr], en: [label.en] }),
    audience: 'group',
  }
}

/** The movement's mailing lists, one box each for every referent; a row's uid is the person's. Keys are those of its settings. */
export function subscriptionFields(lists: readonly List[]): Readonly<Record<string, Field<boolean>>> {
  return Object.fromEntries(lists.map((list) => [list.key, subscriptionField(list)]))
}

export const mailingLists = (lists: readonly List[]) =>
  ({
    name: 'lists',
    list: 'lists',
    fields: subscriptionFields(lists),
    store: { kind: 'boxes' },
    rows: 'given',
    nameField: null,
    dayField: null,
    isAboutPeople: true,
    rowsAtGlance: 40,
    mostRows: null,
    words: {
      title: inLanguages({ fr: 'Listes de diffusion', en: 'Mailing lists' }),
      row: inLanguages({ fr: 'listes', en: 'lists' }),
      counted: inLanguages({
        fr: { one: '{n} personne sur les listes', other: '{n} personnes sur les listes' },
        en: { one: '{n} person on the lists', other: '{n} people on the lists' },
      }),
      form: {
        heading: inLanguages({ fr: 'Les listes de diffusion', en: 'Mailing lists' }),
        lead: inLanguages({
          fr: 'Qui reçoit les messages des listes du mouvement.',
          en: 'Who gets the messages of the movement’s lists.',
        }),
      },
      history: {
        added: inLanguages({ fr: 'Nouvel abonnement', en: 'New subscription' }),
        removed: inLanguages({ fr: 'Abonnement retiré', en: 'Subscription ended' }),
      },
    },
    figure: {
      label: inLanguages({ fr: 'Abonné·es aux listes', en: 'On mailing lists' }),
      counted: inLanguages({
        fr: 'référent·es abonné·es à une liste au moins : chaque personne compte une fois',
        en: 'referents on at least one list, once each',
      }),
      sums: inLastYear,
    },
  }) as const satisfies Section
