import type { GroupRecord } from '#shared/record/record.ts'
import { textIn } from '#shared/text/text.ts'
import type { DeskContext } from './env.ts'

type Referents = Pick<GroupRecord['referents'][number], 'uid' | 'name'>[]

/** The control's name, and its id. */
const name = 'right_by'

/** Which of the referents said on the phone that all is right, if any did. */
export function RightByPhone({
  context: { var: own },
  referents,
  chosen,
}: {
  context: DeskContext
  referents: Readonly<Referents>
  chosen: string
}) {
  if (referents.length === 0) return null
  const text = textIn(own.language, own.movement).calls.right
  return (
    <div class="field">
      <label for={name}>{text.label}</label>
      <p class="hint" id={`${name}-hint`}>
        {text.hint}
      </p>
      <select id={name} name={name} aria-describedby={`${name}-hint`}>
        <option value="">{text.nobody}</option>
        {referents.map((referent) => (
          <option value={referent.uid} selected={referent.uid === chosen}>
            {referent.name}
          </option>
        ))}
      </select>
    </div>
  )
}

/** The referent whom the form names: null where it names none, `gone` where they have left the group meanwhile. */
export function readRightBy(uid: string, referents: Readonly<Referents>): { person: string } | 'gone' | null {
  if (uid === '') return null
  return referents.some((referent) => referent.uid === uid) ? { person: uid } : 'gone'
}
