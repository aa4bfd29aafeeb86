/** The name of a place as it is set in print, whichever apostrophe it is kept with: `Provence-Alpes-Côte d’Azur`. */
export const placeInPrint = (name: string): string => name.replaceAll("'", '’')
