/** From how many rounds of silence on somebody should call. */
export const silenceToCall = 3

/** How many rounds a group has let pass since it last answered; rounds from before it was there do not count. `shared/db/silence.ts` says it in SQL. */
export function silence(
  rounds: readonly { key: string; openedAt: Date }[],
  group: { lastRound: string | null; createdAt: Date },
): number {
  return rounds.filter(({ key, openedAt }) => key > (group.lastRound ?? '') && openedAt >= group.createdAt).length
}
