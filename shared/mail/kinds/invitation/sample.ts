import { bayonne, dax, owedOf, pau, type Samples, sampleAnnouncement, sampleNearby } from '../../sample.ts'

const reader = 'Joëlle Dumont'

export const invitation: Samples<'invitation'> = {
  '': { reader, content: owedOf(pau) },
  announced: { reader, content: { ...owedOf(pau), announcement: sampleAnnouncement } },
  nearby: { reader, content: { ...owedOf(pau), nearby: sampleNearby } },
  several: { reader, content: owedOf(pau, bayonne, dax) },
  many: { reader, content: { ...owedOf(pau, bayonne, dax), count: 12 } },
}
