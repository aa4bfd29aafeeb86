/** Tout ce qui a changé. */
export const changes = {
  title: 'Ce qui a changé',
  none: 'Aucune modification pour ces critères.',
  nothing: 'Personne n’a encore corrigé de fiche, hors imports de tableaux.',
  older: 'Plus ancien →',
  from: 'Du',
  until: 'Au',
  imports: 'Montrer aussi les imports de tableaux',
  feed: 'Suivre dans un lecteur de flux (Atom)',
  feedNote: 'L’adresse est à vous : ne la donnez à personne. Le flux ne nomme personne.',
}
