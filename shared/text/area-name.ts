/** The name of a region or department as it is kept, shown and looked for, whichever apostrophe is typed: `Provence-Alpes-Côte d’Azur`. */
export const areaName = (name: string): string => name.replace(/['ʼ‘´`]/g, '’')
