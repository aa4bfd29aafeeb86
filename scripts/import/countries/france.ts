import type { CountryTowns } from './country-towns.ts'

export const france: CountryTowns = {
  isNumbered: true,
  overseas: {
    GP: { department: '971', region: 'Guadeloupe' },
    MQ: { department: '972', region: 'Martinique' },
    GF: { department: '973', region: 'Guyane' },
    RE: { department: '974', region: 'La Réunion' },
    YT: { department: '976', region: 'Mayotte' },
    PM: { department: '975', region: 'Saint-Pierre-et-Miquelon' },
    BL: { department: '977', region: 'Saint-Barthélemy' },
    MF: { department: '978', region: 'Saint-Martin' },
    WF: { department: '986', region: 'Wallis-et-Futuna' },
    PF: { department: '987', region: 'Polynésie française' },
    NC: { department: '988', region: 'Nouvelle-Calédonie' },
  },
  names: {
    14: 'Vire-Normandie / Vire',
    50: 'Cherbourg-en-Cotentin / Cherbourg',
    59: 'Dunkerque Dunkirk',
    91: 'Évry-Courcouronnes / Évry',
    93: 'Saint-Ouen-sur-Seine / Saint-Ouen',
  },
  areas: { 'FR.53': 'Bretagne', 'FR.94': 'Corse', 'FR.28': 'Normandie', 'FR.75': 'Nouvelle-Aquitaine' },
}
