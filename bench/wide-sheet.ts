import { createWriteStream } from 'node:fs'
import { finished } from 'node:stream/promises'

const headings =
  'Groupe;Ville;Code postal;Département;Statut;Date de création;Nb membres;Référent·e 1;Mail réf 1;Tél réf 1;Référent·e 2;Mail réf 2;Tél réf 2;Commentaires'
const states = ['actif', 'en pause', 'actif', 'en création']

/** A sheet of so many groups with two referents each, as a spreadsheet of a movement has them: no two rows say the same. */
export async function writeWideSheet(path: string, groups: number): Promise<void> {
  const file = createWriteStream(path)
  file.write(`${headings}\n`)
  for (let number = 1; number <= groups; number++) file.write(`${rowOf(number).join(';')}\n`)
  file.end()
  await finished(file)
}

function rowOf(number: number): (string | number)[] {
  const department = String((number % 95) + 1).padStart(2, '0')
  const digits = (value: number) => String(value).padStart(6, '0')
  return [
    `Archipel Ville ${digits(number)}`,
    `Ville ${digits(number)}`,
    `${department}000`,
    department === '20' ? '2A' : department,
    states[number % states.length] ?? '',
    `${String((number % 28) + 1).padStart(2, '0')}/0${(number % 9) + 1}/${2010 + (number % 14)}`,
    5 + (number % 60),
    `Lou Personne ${digits(number * 2)}`,
    `p${number}.1@example.org`,
    `0600${digits(number)}`,
    `Zoé Référente ${digits(number * 2 + 1)}`,
    `p${number}.2@example.org`,
    '',
    number % 10 === 0 ? 'Un mot de ce groupe' : '',
  ]
}
