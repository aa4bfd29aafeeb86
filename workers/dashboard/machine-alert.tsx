import type { HostTrouble } from '#shared/domain/host-trouble.ts'
import type { Movement } from '#shared/movement.ts'
import type { Language } from '#shared/text/language.ts'
import { textIn } from '#shared/text/text.ts'
import { momentName } from './dates.ts'

type MachineAlertProps = { movement: Movement; troubles: readonly HostTrouble[]; language: Language }

/** Says what is wrong with the machine, to have it mended; nothing when all is well, or where Relance has none of its own. */
export function MachineAlert({ movement, troubles, language }: MachineAlertProps) {
  if (troubles.length === 0) return null
  const text = textIn(language, movement).dashboard.machineAlert
  return (
    <div class="alert" role="note">
      <p class="strong">{text.title}</p>
      {troubles.map(({ kind, since }) => (
        <p>{text.troubles[kind](momentName(since, movement.timeZone, language, movement))}</p>
      ))}
      <p>{text.toDo}</p>
    </div>
  )
}
