export const fr = {
  name: 'Adresse d’une autre personne référente à corriger',
  ifNotSent: 'Le groupe ne sait pas qu’une de ses adresses ne fonctionne plus : appelez-le.',
  subject: '{group} : quelle est l’adresse {de about} ?',
  kicker: 'Une adresse à corriger',
  title: 'Connaissez-vous la bonne adresse ?',
  lead: 'Nos mails à {about} nous reviennent.',
  field: '{about}, adresse mail',
  broken: 'n’existe plus',
  preview: 'Nos mails à {about} nous reviennent : son adresse n’existe plus.',
  after:
    'Dès qu’elle est corrigée, nous lui écrivons de nouveau. La personne est partie ? Retirez-la de la liste. Nous ne vous le demandons qu’une fois.',
  open: 'Corriger l’adresse',
  why: 'Vous recevez ce mail parce que vous êtes aussi une personne référente {du group}.',
}
