import type { CountryTowns } from './country-towns.ts'

/** Two, at times three languages: both names of a town stand on its signs, in its post and in people's sheets. Each pair was compared with GeoNames' alternate names. */
export const belgium: CountryTowns = {
  areas: {
    'BE.BRU': 'Bruxelles-Capitale',
    'BE.WAL': 'Wallonie',
    'BE.VLG': 'Vlaanderen',
    'BE.VLG.VAN': 'Antwerpen',
    'BE.VLG.VBR': 'Vlaams-Brabant',
    'BE.VLG.VLI': 'Limburg',
    'BE.VLG.VOV': 'Oost-Vlaanderen',
    'BE.VLG.VWV': 'West-Vlaanderen',
    'BE.WAL.WBR': 'Brabant wallon',
    'BE.WAL.WHT': 'Hainaut',
    'BE.WAL.WLG': 'Liège',
    'BE.WAL.WLX': 'Luxembourg',
    'BE.WAL.WNA': 'Namur',
  },
  names: {
    Antwerpen: `
      Antwerpen Anvers Antwerp; Baarle-Hertog / Baerle-Duc; Lier Lierre; Mechelen Malines;
      Sint-Katelijne-Waver / Wavre-Sainte-Catherine`,
    'Vlaams-Brabant': `
      Aarschot Aerschot; Bever Biévène; Galmaarden Gammerages; Halle Hal; Herne Hérinnes; Kraainem Crainhem;
      Leuven Louvain; Scherpenheuvel Montaigu; Sint-Genesius-Rode / Rhode-Saint-Genèse;
      Sint-Pieters-Leeuw / Leeuw-Saint-Pierre; Tervuren Tervueren; Tienen Tirlemont; Vilvoorde Vilvorde;
      Zaventem Saventhem; Zoutleeuw Léau`,
    Limburg: 'Borgloon Looz; Herk-de-Stad / Herck-la-Ville; Sint-Truiden / Saint-Trond; Tongeren Tongres',
    'Oost-Vlaanderen': `
      Aalst Alost; Dendermonde Termonde; Eeklo Eecloo; Gent Gand Ghent; Geraardsbergen Grammont; Oudenaarde Audenarde;
      Ronse Renaix; Sint-Martens-Latem / Laethem-Saint-Martin; Sint-Niklaas / Saint-Nicolas; Temse Tamise`,
    'West-Vlaanderen': `
      Brugge Bruges; De Haan / Le Coq; De Panne / La Panne; Diksmuide Dixmude; Gistel Ghistelles; Ieper Ypres;
      Izegem Iseghem; Koksijde Coxyde; Kortrijk Courtrai; Menen Menin; Mesen Messines; Nieuwpoort Nieuport;
      Oostende Ostende Ostend; Poperinge Poperinghe; Roeselare Roulers; Spiere Espierres; Tielt Thielt;
      Torhout Thourout; Veurne Furnes; Wervik Wervicq`,
    'Brabant wallon': `
      Beauvechain Bevekom; Braine-l'Alleud / Eigenbrakel; Braine-le-Château / Kasteelbrakel; Clabecq Klabbeek;
      Genappe Genepiën; Ottignies / Ottignies-Louvain-la-Neuve; Grez-Doiceau / Graven; Ittre Itter; Jodoigne Geldenaken; La Hulpe / Terhulpen; Nivelles Nijvel;
      Perwez Perwijs; Tubize Tubeke; Wavre Waver`,
    Hainaut: `
      Ath Aat; Braine-le-Comte / 's-Gravenbrakel; Comines Komen; Ellezelles Elzele; Enghien Edingen; Flobecq Vloesberg;
      Lessines Lessen; Mons Bergen; Mouscron Moeskroen; Silly Opzullik; Soignies Zinnik; Tournai Doornik;
      Warneton Waasten`,
    Liège: `
      Amblève Amel; Bassenge Bitsingen; Bullange Büllingen; Dalhem Dalem; Hannut Hannuit; Huy Hoei;
      La Calamine / Kelmis; Liège Luik Lüttich; Limbourg Limburg; Lincent Lijsem; Oreye Oerle;
      Saint-Vith / Sankt Vith / St. Vith; Visé Wezet; Waimes Weismes; Waremme Borgworm`,
    Luxembourg: 'Arlon Aarlen Arel; Bastogne Bastenaken',
    Namur: 'Gembloux Gembloers; Namur Namen',
    'Bruxelles-Capitale': `
      Auderghem Oudergem; Berchem-Sainte-Agathe / Sint-Agatha-Berchem; Bruxelles Brussel Brussels; Forest Vorst;
      Ixelles Elsene; Laeken Laken; Molenbeek-Saint-Jean / Sint-Jans-Molenbeek / Molenbeek; Saint-Gilles / Sint-Gillis;
      Saint-Josse-ten-Noode / Sint-Joost-ten-Node / Saint-Josse; Schaerbeek Schaarbeek; Uccle Ukkel;
      Watermael-Boitsfort / Watermaal-Bosvoorde; Woluwe-Saint-Lambert / Sint-Lambrechts-Woluwe;
      Woluwe-Saint-Pierre / Sint-Pieters-Woluwe`,
  },
  more: [
    ['Mesen', 'West-Vlaanderen', 'Vlaanderen', 50.765, 2.898],
    ['Laeken', 'Bruxelles-Capitale', 'Bruxelles-Capitale', 50.884, 4.351],
    ['Woluwe-Saint-Pierre', 'Bruxelles-Capitale', 'Bruxelles-Capitale', 50.836, 4.433],
  ],
}
