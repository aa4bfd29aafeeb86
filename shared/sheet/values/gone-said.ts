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
  /\b(?:ne|n) (?:\p{L}{1,12} ){1,3}?plus\b|\b(?:n est|ne sera|ne fait) plus\b|\bplus (?:de nouvelles?|joignables?|referente?s?|membres?|actifs?|actives?|presente?s?|disponibles?|responsables?|president\p{L}{0,3}|dans|aucun)\b/u,
  /\bne (?:pas|plus) (?:ecrire|contacter|solliciter|relancer|appeler)\b|\b(?:do not|don t|dont|not) (?:contact|email|e mail|mail|write|call)\b|\bniet (?:contacteren|mailen|meer)\b|\bnicht (?:mehr|kontaktieren|anschreiben)\b|\bya no\b|\bnon (?:e )?piu\b/,
  /\bpasse la main\b|\bmandat (?:termine|fini|echu|expire|acheve)|\bterm (?:is )?(?:over|ended|expired)\b|\bfin de mandat\b/,
  /\b(?:mail|email|adresse|address|courriel) (?:est |is )?(?:invalide?|hs|errone\p{L}?|perime\p{L}?|obsolete|ko|faux|fausse|bounced?|bounces|dead|en erreur)\b|\bnpai\b|\bbounce[sd]?\b|\bunsubscribed\b|\bopted out\b/u,
  /\ba (?:remplacer|supprimer|retirer|enlever|rayer)\b|\bto (?:be )?(?:replaced|removed|deleted)\b/,
  /\b(?:anciens?|anciennes?|former|previous|past|oud|ehemalige?r?|voormalige?|antiguo|antigua|ex) (?:referent|membre|member|president|contact|responsable|tresor|secretaire|coord|anim|chair|lead|organi|lid|voorzitter|secretaris|mitglied|leiter|vorsitz|miembro|secretari|capitaine|captain|delegue|vice)/,
  /^(?:has |had |already )?left\b|\b(?:has|have|had) left\b|\bleft (?:the|in|on|us|group|our|for|since|\d)/,
  /\breplaced (?:by|with)\b|\bvervangen\b|\bopgevolgd\b|\boverleden\b|\bvertrokken\b|\bontslag\b|\bopgestapt\b|\buitgeschreven\b|\bgestopt\b|\bverstorben\b|\bausgeschieden\b|\bausgetreten\b|\bzuruckgetreten\b|\bersetzt\b|\bsustituid[oa]\b|\bse fue\b|\b(?:dado|dada) de baja\b/,
]

/** Whether a remark, or a cell under a heading that we do not know, may say that somebody is no longer there. */
export function saysGone(cell: string): boolean {
  if (cell.length < 4) return cell.includes('†')
  const text = fold(cell.slice(0, longest))
  return cell.includes('†') || goneSaid.some((pattern) => pattern.test(text)) || lonely.test(text)
}

/** The whole of a cell. */
const lonely = /^(?:anciens?|anciennes?|ancien ne|former|parti e|decede e|retire e|sorti e)$/
