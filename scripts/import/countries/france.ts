import type { CountryTowns } from './country-towns.ts'

export const france: CountryTowns = {
  isNumbered: true,
  overseas: {
    GP: { department: '971', region: 'Guadeloupe' },
    MQ: { department: '972', region: 'Martinique' },
    GF: { department: '973', region: 'Guyane' },
    RE: { department: '974', region: 'La Réunion' },
    YT: { department: '976', region: 'Mayotte' },
  },
  areas: { 'FR.53': 'Bretagne', 'FR.94': 'Corse', 'FR.28': 'Normandie', 'FR.75': 'Nouvelle-Aquitaine' },
}
