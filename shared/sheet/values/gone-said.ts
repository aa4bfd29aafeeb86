import { fold } from '#shared/record/fold.ts'

/** Characters of a remark that are looked at. */
const longest = 500

/** What says of somebody that they are no longer there, as `fold` gives it; a remark of a few words says it of whoever stands beside it. */
const goneSaid = [
  /\b(?:est|sont|etait|serait|semble|bientot) (?:deja |bientot )?parti(?:e|s|es)?\b/,
  /^(?:deja )?partie?s?(?: (?:en|le|depuis|vers|ailleurs|du|de l|a l|a|au|aux|l an|fin|debut|cette|pour|\d+)\b|$)/,
  /\b(?:a|ont|avait|va|vont|veut|souhaite|vient de) quitte(?:e|r|s)?\b|\bquitte (?:le|la|l|son|notre|en|fin|depuis|ses)\b/,
  /\b(?:demission|deced|remplace[er]?|successeur|succession|resign|withdr[ae]w|fallec|dimiti|dimision|dimess|decedut|falecid)\p{L}{0,12}\b/u,
  /\b(?:deces|defunte?|sortante?s?|sur le depart|emerit(?:e|us|a|i)|president(?:e)? d honneur|stepp(?:ed|ing) down|step(?:s)? down|no longer|not anymore|not any more|deceased|passed away|died|dropped out|moved (?:away|abroad))\b/,
  /\b(?:ne|n) (?:\p{L}{1,12} ){1,3}?plus\b|\b(?:n est|ne sera|ne fait) plus\b|(?<!\b(?:en|le|la|les|un|une|bien|encore) )\bplus (?:de nouvelles?|personne|joignables?|referente?s?|membres?|actifs?|actives?|presente?s?|disponibles?|responsables?|president\p{L}{0,3}|dans|aucun)\b/u,
  /\bne (?:pas|plus) (?:ecrire|contacter|solliciter|relancer|appeler)\b|\b(?:do not|don t|dont|not) (?:contact|email|e mail|mail|write|call)\b|\bniet (?:contacteren|mailen|meer)\b|\bnicht (?:mehr|kontaktieren|anschreiben)\b|\bya no\b|\bnon (?:e )?piu\b/,
  /\bpasse la main\b|\bmandat (?:termine|fini|echu|expire|acheve)|\bterm (?:is )?(?:over|ended|expired)\b|\bfin de mandat\b/,
  /\b(?:mail|email|adresse|address|courriel) (?:est |is )?(?:invalide?|hs|errone\p{L}?|perime\p{L}?|obsolete|ko|faux|fausse|bounced?|bounces|dead|en erreur)\b|\bnpai\b|\bbounce[sd]?\b|\bunsubscribed\b|\bopted out\b/u,
  /\ba (?:remplacer|supprimer|retirer|enlever|rayer)\b|\bto (?:be )?(?:replaced|removed|deleted)\b/,
  /\b(?:anciens?|anciennes?|former|previous|past|oud|ehemalige?r?|voormalige?|antiguo|antigua|ex) (?:referent|membre|member|president|contact|responsable|tresor|secretaire|coord|anim|chair|lead|organi|lid|voorzitter|secretaris|mitglied|leiter|vorsitz|miembro|secretari|capitaine|captain|delegue|vice)/,
  /^(?:has |had |already )?left\b(?! (?:bank|side|hand|wing))|\b(?:has|have|had) left\b|\bleft (?:the|in|on|us|group|our|for|since|\d)/,
  /\breplaced (?:by|with)\b|\bvervangen\b|\bopgevolgd\b|\boverleden\b|\bvertrokken\b|\bontslag\b|\bopgestapt\b|\buitgeschreven\b|\bgestopt\b|\bverstorben\b|\bausgeschieden\b|\bausgetreten\b|\bzuruckgetreten\b|\bersetzt\b|\bsustituid[oa]\b|\bse fue\b|\b(?:dado|dada) de baja\b/,
  /(?<!\ben )\b(?:plus|pas|aucune?|sans|no|without|geen|kein|keine|sin) (?:de |d |un |une |any |a |more |longer ){0,2}(?:referent|contact(?!les)|responsable|president|interlocut|correspondant|chair|organi[sz]er|coordinat|leader|lead\b|ansprechpartner|responsable)/,
  /\b(?:cherche|recherche|looking for|seeking|needs?|zoekt|zoeken|sucht|suchen|busca|buscan)(?: (?:d|de|un|une|des|a|an|new|nouveau|nouvel|nouvelle|nieuwe|neue|neuen|e)){0,3} (?:referent|contact|responsable|president|organi[sz]er|chair|coordinat|leader|lead\b|remplacant|releve|success|ansprechpartner)/,
  /\breferente?s?(?: e)? (?:est |sont )?(?:a (?:trouver|designer|nommer|definir|confirmer|verifier)|absente?s?|vacante?s?|inconnue?s?)\b|\bvacant\b|\b(?:poste|place|position|role) (?:vacante?|libre|open)\b/,
  /\b(?:nobody|no one|none) left\b|\b(?:s est|se|s en est|est en|en cours de) retir\p{L}{0,5}\b|\ben retrait\b|\bpasse(?:e|r)? le relais\b|\bpass(?:er|ee) la main\b|\bced(?:e|er|ee) sa place\b|\b(?:a|veut|va|souhaite) (?:arrete|stoppe)\p{L}{0,2}\b|\barrete (?:en|le|fin|a la)\b/u,
  /\b(?:perdue?s? de vue|contact perdu|injoignables?|unreachable|onbereikbaar|nicht erreichbar)\b|\ba demenage(?: (?:a|en|vers|depuis|loin) |$)/,
]

/** Whether a remark, or a cell under a heading that we do not know, may say that somebody is no longer there. */
export function saysGone(cell: string): boolean {
  if (cell.length < 4) return cell.includes('†')
  const text = fold(cell.slice(0, longest))
  return cell.includes('†') || goneSaid.some((pattern) => pattern.test(text)) || lonely.test(text)
}

/** The whole of a cell. */
const lonely =
  /^(?:retiree?|stop|stoppe e|arret|weg|gone|anciens?|anciennes?|ancien ne|former|parti e|decede e|retire e|sorti e)$/
