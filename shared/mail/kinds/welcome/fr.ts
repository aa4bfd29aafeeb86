export const fr = {
  name: 'Nouveau·elle référent·e : est-ce bien vous ?',
  ifNotSent:
    'La personne ne sait pas encore qu’on l’a nommée : prévenez-la autrement, ou demandez au groupe son adresse.',
  subject: '{by} vous a noté·e comme référent·e du groupe {group}',
  title: 'Est-ce bien vous ?',
  lead: '{by} nous a donné votre nom et votre adresse : vous seriez référent·e du groupe {group}, c’est-à-dire une des personnes à qui {movement} écrit pour lui parler.',
  kept: 'Ce que nous gardons : votre nom, votre adresse et, si on nous l’a donné, votre téléphone et votre rôle. Rien n’est public sans votre accord, et personne ne suit ce que vous ouvrez.',
  monthly: 'Une fois par mois, un mail vous demande si ce que nous savons du groupe est encore juste.',
  refuse:
    'Ce n’est pas vous, ou vous ne voulez pas ? Un appui suffit sur la page qui s’ouvre, et vous pouvez y faire effacer vos données. Vous pouvez aussi vous opposer en répondant à ce message.',
  open: 'Oui ou non, répondre',
  why: 'Vous recevez ce message une seule fois, parce que quelqu’un du groupe {group} nous a donné votre adresse.',
  rights: 'Ce que nous faisons de vos données, vos droits, et comment vous opposer',
}
