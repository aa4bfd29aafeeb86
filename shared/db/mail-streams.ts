import { mailKinds, mailTable, type Queue } from '#shared/domain/mail.ts'

const streams: readonly Queue[] = ['transactional', 'named']

/** SQL: the stream that a mail of this kind (an SQL expression) leaves in. */
export function streamOf(kind: string): string {
  const cases = streams.map((stream) => {
    const names = mailKinds.filter((name) => mailTable[name].stream === stream).map((name) => `'${name}'`)
    return `WHEN ${kind} IN (${names.join(', ')}) THEN '${stream}'`
  })
  return `CASE ${cases.join(' ')} ELSE 'bulk' END`
}
