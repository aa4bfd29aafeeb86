/** SQL: the uid of a group, or of the one that it became part of. */
export const wholeUid = (uid: string): string => `coalesce((
    SELECT whole.uid
    FROM local_group AS part
    JOIN local_group AS whole ON whole.id = part.merged_into_id
    WHERE part.uid = ${uid}
  ), ${uid})`
