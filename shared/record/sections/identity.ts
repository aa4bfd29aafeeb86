import { eachLanguage } from '#shared/text/language.ts'
import { inLanguages } from '#shared/text/words.ts'
import { area, choice, count, dayOrMonth, decimal, optional, paragraphs, properName, yesNo } from '../codecs.ts'
import { email, postcode, url } from '../contact-codecs.ts'
import { countryAliases, countryName } from '../country-formats.ts'
import type { Field, ValuesOf } from '../field.ts'
import type { Section } from '../section.ts'

/** What a group's referents say of it. */
const saidStates = {
  active: inLanguages({ fr: 'actif', en: 'active' }),
  starting: inLanguages({ fr: 'en création', en: 'starting' }),
  asleep: inLanguages({ fr: 'en pause', en: 'paused' }),
} as const

/** What only the team decides: a closed group is not asked and not counted, and kept. */
const teamStates = { closed: inLanguages({ fr: 'fermé', en: 'closed' }) } as const

export const groupStates = { ...saidStates, ...teamStates } as const
export type GroupState = keyof typeof groupStates

/** Also how sheets of other things name their group. */
export const groupName: Field<string> = {
  label: inLanguages({ fr: 'Nom du groupe', en: 'Name of the group' }),
  control: { kind: 'text' },
  codec: properName(120),
  headings: inLanguages({
    fr: ['Nom du groupe', 'Groupe', 'Nom', 'Groupe local', 'Antenne'],
    en: ['Group name', 'Group', 'Name', 'Local group', 'Chapter', 'Branch'],
  }),
  audience: 'public',
}

const town: Field<string | null> = {
  label: inLanguages({ fr: 'Ville', en: 'Town' }),
  control: { kind: 'text' },
  codec: optional(properName(80)),
  headings: inLanguages({ fr: ['Ville', 'Commune'], en: ['Town', 'City'] }),
  audience: 'public',
  isExpected: true,
}

const postcodeField = (country: string): Field<string | null> => ({
  label: inLanguages({ fr: 'Code postal', en: 'Postal code' }),
  control: { kind: 'text', width: 'short', holds: 'postcode' },
  codec: optional(postcode(country)),
  headings: inLanguages({ fr: ['Code postal', 'CP'], en: ['Postal code', 'Postcode', 'Zip code'] }),
  audience: 'public',
})

/** Asked where a movement has groups in several countries. A group that never said is in the first. */
const countryField = (countries: readonly string[]): Field<string> => {
  const options = Object.fromEntries(countries.map((code) => [code, eachLanguage((one) => countryName(code, one))]))
  return {
    label: inLanguages({ fr: 'Pays', en: 'Country' }),
    control: { kind: 'select', options },
    codec: choice(options, countryAliases(countries)),
    headings: inLanguages({ fr: ['Pays'], en: ['Country'] }),
    audience: 'public',
    unsaid: countries[0] ?? '',
  }
}

const department: Field<string | null> = {
  label: inLanguages({ fr: 'Département', en: 'Department' }),
  control: { kind: 'derived' },
  codec: optional(area(60)),
  headings: inLanguages({ fr: ['Département', 'Dept'], en: ['Department', 'County'] }),
  audience: 'public',
}

const region: Field<string | null> = {
  label: inLanguages({ fr: 'Région', en: 'Region' }),
  control: { kind: 'derived' },
  codec: optional(area(60)),
  headings: inLanguages({ fr: ['Région'], en: ['Region'] }),
  audience: 'public',
}

const latitude: Field<number | null> = {
  label: inLanguages({ fr: 'Latitude', en: 'Latitude' }),
  control: { kind: 'derived' },
  codec: optional(decimal(-90, 90)),
  headings: inLanguages({ fr: ['Latitude', 'Lat'], en: ['Latitude', 'Lat'] }),
  audience: 'public',
}

const longitude: Field<number | null> = {
  label: inLanguages({ fr: 'Longitude', en: 'Longitude' }),
  control: { kind: 'derived' },
  codec: optional(decimal(-180, 180)),
  headings: inLanguages({ fr: ['Longitude', 'Lon', 'Lng'], en: ['Longitude', 'Lon', 'Lng'] }),
  audience: 'public',
}

/** Where a group is, as it follows from its town. */
export const whereaboutsFields = { department, region, latitude, longitude } as const

const state: Field<GroupState> = {
  label: inLanguages({ fr: 'État du groupe', en: 'State of the group' }),
  hint: inLanguages({
    fr: '« En pause » : rien pour l’instant, et le groupe ne reçoit plus le mail mensuel.',
    en: '“Paused”: nothing for now, and the group no longer gets the monthly mail.',
  }),
  control: { kind: 'radios', options: saidStates, given: teamStates },
  codec: choice(
    saidStates,
    { 'en sommeil': 'asleep', sleeping: 'asleep' },
    Object.keys(teamStates) as (keyof typeof teamStates)[],
  ),
  brief: inLanguages({ fr: 'groupe {}', en: 'the group is {}' }),
  headings: inLanguages({ fr: ['Statut', 'État'], en: ['State', 'Status'] }),
  audience: 'public',
}

const foundedOn: Field<string | null> = {
  label: inLanguages({ fr: 'Date de création', en: 'Founding date' }),
  hint: inLanguages({
    fr: 'Par exemple 27/03/2019. Le mois suffit : mars 2019 est noté au 1er mars.',
    en: 'For example 27/03/2019 (day first). The month is enough: March 2019 is noted as 1 March.',
  }),
  control: { kind: 'day', width: 'short', asked: { takesMonth: true, isPast: true } },
  codec: optional(dayOrMonth),
  brief: inLanguages({ fr: 'créé le {}', en: 'founded on {}' }),
  headings: inLanguages({ fr: ['Date de création', 'Création'], en: ['Founded on', 'Founded'] }),
  audience: 'group',
}

const activeMembers: Field<number | null> = {
  label: inLanguages({ fr: 'Personnes actives', en: 'Active members' }),
  hint: inLanguages({
    fr: 'À peu près : les personnes venues au moins une fois ces trois derniers mois.',
    en: 'Roughly: the people who came at least once in the last three months.',
  }),
  control: { kind: 'number', width: 'short', usual: 2000 },
  codec: optional(count(100_000)),
  brief: inLanguages({
    fr: { one: '{} personne active', other: '{} personnes actives' },
    en: { one: '{} active member', other: '{} active members' },
  }),
  headings: inLanguages({
    fr: ['Nb membres actif·ves', 'Membres actifs', 'Membres', 'Personnes actives'],
    en: ['Active members', 'Members'],
  }),
  audience: 'group',
  sum: inLanguages({ fr: 'Personnes actives', en: 'Active members' }),
  isExpected: true,
}

const website: Field<string | null> = {
  label: inLanguages({ fr: 'Site ou page du groupe', en: 'The group’s site or page' }),
  control: { kind: 'url' },
  codec: optional(url),
  headings: inLanguages({
    fr: ['Site web', 'Site', 'Site internet', 'Site ou page du groupe'],
    en: ['Website', 'Site', 'The group’s site or page'],
  }),
  audience: 'public',
}

const networks: Field<string | null> = {
  label: inLanguages({ fr: 'Réseaux sociaux', en: 'Social networks' }),
  hint: inLanguages({ fr: 'Une adresse ou un nom par ligne.', en: 'One address or name a line.' }),
  control: { kind: 'long_text' },
  codec: optional(paragraphs(600)),
  isNamed: true,
  headings: inLanguages({ fr: ['Réseaux sociaux', 'Réseaux'], en: ['Social networks', 'Networks'] }),
  audience: 'public',
}

const publicEmail: Field<string | null> = {
  label: inLanguages({ fr: 'Adresse mail publique du groupe', en: 'The group’s public email address' }),
  hint: inLanguages({ fr: 'Celle que l’on peut donner à tout le monde.', en: 'The one that may be given to anybody.' }),
  control: { kind: 'email' },
  codec: optional(email),
  brief: inLanguages({ fr: '{} (adresse publique)', en: '{} (public address)' }),
  headings: inLanguages({ fr: ['Mail public', 'Email public'], en: ['Public email', 'Public mail'] }),
  audience: 'public',
}

const onMap: Field<boolean> = {
  label: inLanguages({ fr: 'Montrer le groupe sur la carte publique', en: 'Show the group on the public map' }),
  control: { kind: 'checkbox' },
  codec: yesNo,
  brief: inLanguages({ fr: 'sur la carte publique : {}', en: 'on the public map: {}' }),
  headings: inLanguages({ fr: ['Afficher sur la carte', 'Carte'], en: ['Show on map', 'On the map'] }),
  audience: 'public',
}

const note: Field<string | null> = {
  label: inLanguages({ fr: 'Notes de l’équipe', en: 'The team’s notes' }),
  control: { kind: 'derived' },
  codec: optional(paragraphs(4000)),
  headings: inLanguages({ fr: ['Commentaires', 'Notes'], en: ['Comments', 'Notes'] }),
  audience: 'coordinators',
}

/** What is asked about the group itself. Keys are the columns of `local_group`. `country`: how numbers and codes are read; `countries`: where the movement has groups. */
export const groupFields = (country: string, countries: readonly string[] = []) =>
  ({
    name: groupName,
    ...askedCountry(countries),
    town,
    postcode: postcodeField(country),
    ...whereaboutsFields,
    state,
    founded_on: foundedOn,
    active_members: activeMembers,
    website,
    networks,
    public_email: publicEmail,
    on_map: onMap,
    note,
  }) as const

const askedCountry = (countries: readonly string[]): { country?: Field<string> } =>
  countries.length > 1 ? { country: countryField(countries) } : {}

type GroupFields = ReturnType<typeof groupFields>
/** `country`: of a movement in several. */
export type GroupValues = ValuesOf<Omit<GroupFields, 'country'>> & { country?: string }

export const identity = (country: string, countries?: readonly string[]) =>
  ({
    name: 'identity',
    list: 'group',
    fields: groupFields(country, countries),
    store: { kind: 'group' },
    rows: 'one',
    nameField: 'name',
    dayField: null,
    isAboutPeople: false,
    rowsAtGlance: 1,
    mostRows: null,
    words: {
      title: inLanguages({ fr: 'Le groupe', en: 'The group' }),
      row: inLanguages({ fr: 'le groupe', en: 'the group' }),
      counted: inLanguages({
        fr: { one: '{n} groupe', other: '{n} groupes' },
        en: { one: '{n} group', other: '{n} groups' },
      }),
      form: {
        heading: inLanguages({ fr: 'Le groupe', en: 'The group' }),
        lead: inLanguages({
          fr: 'Corrigez ce qui a changé, laissez le reste.',
          en: 'Correct what has changed, leave the rest.',
        }),
      },
      history: {
        added: inLanguages({ fr: 'Nouveau groupe', en: 'New group' }),
        removed: inLanguages({ fr: 'Groupe supprimé', en: 'Group removed' }),
      },
    },
    figure: {
      label: inLanguages({ fr: 'Groupes', en: 'Groups' }),
      counted: inLanguages({ fr: 'actifs et en création', en: 'active and starting' }),
      sums: inLanguages({
        fr: 'groupes actifs et en création, d’après leur fiche',
        en: 'active and starting groups, as their records say',
      }),
    },
  }) as const satisfies Section
