import { areaKey } from './areas.ts'
import { editDistance } from './edit-distance.ts'

/** The departments of France, by their numbers (INSEE, code officiel géographique). */
const french = `
  01 Ain, 02 Aisne, 03 Allier, 04 Alpes-de-Haute-Provence, 05 Hautes-Alpes, 06 Alpes-Maritimes, 07 Ardèche, 08 Ardennes,
  09 Ariège, 10 Aube, 11 Aude, 12 Aveyron, 13 Bouches-du-Rhône, 14 Calvados, 15 Cantal, 16 Charente,
  17 Charente-Maritime, 18 Cher, 19 Corrèze, 2A Corse-du-Sud, 2B Haute-Corse, 21 Côte-d’Or, 22 Côtes-d’Armor, 23 Creuse,
  24 Dordogne, 25 Doubs, 26 Drôme, 27 Eure, 28 Eure-et-Loir, 29 Finistère, 30 Gard, 31 Haute-Garonne,
  32 Gers, 33 Gironde, 34 Hérault, 35 Ille-et-Vilaine, 36 Indre, 37 Indre-et-Loire, 38 Isère, 39 Jura,
  40 Landes, 41 Loir-et-Cher, 42 Loire, 43 Haute-Loire, 44 Loire-Atlantique, 45 Loiret, 46 Lot, 47 Lot-et-Garonne,
  48 Lozère, 49 Maine-et-Loire, 50 Manche, 51 Marne, 52 Haute-Marne, 53 Mayenne, 54 Meurthe-et-Moselle, 55 Meuse,
  56 Morbihan, 57 Moselle, 58 Nièvre, 59 Nord, 60 Oise, 61 Orne, 62 Pas-de-Calais, 63 Puy-de-Dôme,
  64 Pyrénées-Atlantiques, 65 Hautes-Pyrénées, 66 Pyrénées-Orientales, 67 Bas-Rhin, 68 Haut-Rhin, 69 Rhône, 70 Haute-Saône, 71 Saône-et-Loire,
  72 Sarthe, 73 Savoie, 74 Haute-Savoie, 75 Paris, 76 Seine-Maritime, 77 Seine-et-Marne, 78 Yvelines, 79 Deux-Sèvres,
  80 Somme, 81 Tarn, 82 Tarn-et-Garonne, 83 Var, 84 Vaucluse, 85 Vendée, 86 Vienne, 87 Haute-Vienne,
  88 Vosges, 89 Yonne, 90 Territoire de Belfort, 91 Essonne, 92 Hauts-de-Seine, 93 Seine-Saint-Denis, 94 Val-de-Marne, 95 Val-d’Oise,
  971 Guadeloupe, 972 Martinique, 973 Guyane, 974 La Réunion, 976 Mayotte`

/** The names of a country's departments, or what is like them, by their codes. */
export const departmentNames: Readonly<Partial<Record<string, ReadonlyMap<string, string>>>> = {
  FR: new Map(
    french.split(',').map((one) => {
      const [, code = '', name = ''] = /^\s*(\S+) (.+)$/.exec(one) ?? []
      return [code, name] as const
    }),
  ),
}

const codes = new Map<string, ReadonlyMap<string, string>>()

/** A department's code by its name, however it is written; null where none of the country has it. */
export function departmentCode(country: string, name: string): string | null {
  const named =
    codes.get(country) ?? new Map([...(departmentNames[country] ?? [])].map(([code, of]) => [areaKey(of), code]))
  codes.set(country, named)
  return named.get(areaKey(name)) ?? named.get(`la ${areaKey(name)}`) ?? null
}

/** `Finistère (29)`, in one of some countries, or the bare code where its name is not known. */
export function departmentName(countries: readonly string[], code: string): string {
  const name = departmentIn(countries, code)
  return name ? `${name} (${code})` : code
}

function departmentIn(countries: readonly string[], code: string): string | undefined {
  return countries.map((country) => departmentNames[country]?.get(code)).find((one) => one !== undefined)
}

type NamedPlace = { region: string; department: string }

/**
 * The region or department that a text names, of those in which there are groups: by its whole name, some words of it (`ardenne`, `cote d azur`), its
 * initials (`PACA`) or a name that is one slip away. Null where it names none, or several.
 */
export function placeNamed(
  text: string,
  places: readonly { region: string; departments: readonly string[] }[],
  countries: readonly string[],
): NamedPlace | null {
  const key = areaKey(text)
  const regions = places.map(({ region }) => ({ name: areaKey(region), place: { region, department: '' } }))
  const codes = [...new Set(places.flatMap(({ departments }) => departments))]
  const departments = codes.map((code) => ({
    name: areaKey(departmentIn(countries, code) ?? code),
    place: { region: '', department: code },
  }))
  const all = [...regions, ...departments]
  const only = (isMeant: (name: string) => boolean) => {
    const [one, ...others] = all.filter(({ name }) => isMeant(name))
    return one && others.length === 0 ? one.place : null
  }
  const whole = all.find(({ name }) => name === key || name === `la ${key}`)
  if (whole || key.length < 3) return whole?.place ?? null
  return (
    only((name) => ` ${name}`.includes(` ${key}`)) ??
    only((name) => initialsOf(name).includes(key)) ??
    (key.length < 5 ? null : only((name) => editDistance(key, name, 1) <= 1))
  )
}

/** `paca` and `pacda`. */
function initialsOf(name: string): string[] {
  const words = name.split(' ')
  const first = (some: readonly string[]) => some.map((word) => word.charAt(0)).join('')
  return words.length < 3 ? [] : [first(words), first(words.filter((word) => word.length > 2))]
}

const collators: Record<string, Intl.Collator> = {}

/** Names in the order of a reader's alphabet: Île-de-France under I, in Swedish Åland behind Z. */
export function byNameIn(language: string): (a: string, b: string) => number {
  collators[language] ??= new Intl.Collator(language)
  return collators[language].compare
}

/** The same where nobody reads yet (the root of Unicode's CLDR). */
export const byName = byNameIn('und')
