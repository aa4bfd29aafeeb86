/** How many groups gave their first answer in a round, by step since it opened. */
export type RoundAnswers = {
  round: string
  openedAt: Date
  /** Groups that were asked. */
  asked: number
  /** Groups whose first answer came in that step. */
  steps: readonly { step: number; groups: number }[]
}

/** Six hours: fine enough for the first morning, coarse enough to draw. */
export const stepsPerDay = 4
const msPerStep = 86_400_000 / stepsPerDay

/** A point of the curve: days since the opening, groups that had answered by then. */
export type CurvePoint = { day: number; groups: number }

/** How the answers of a round added up, up to `until` days after it opened. */
export function answerCurve({ steps }: RoundAnswers, until: number): CurvePoint[] {
  const points: CurvePoint[] = [{ day: 0, groups: 0 }]
  let groups = 0
  // Nothing happens between two answers: the line stays where it is until the next one begins, and does not rise towards it
  const stay = (day: number) => {
    if (day > (points.at(-1)?.day ?? 0)) points.push({ day, groups })
  }
  for (const step of [...steps].sort((a, b) => a.step - b.step)) {
    const day = Math.min((step.step + 1) / stepsPerDay, until)
    if (step.step / stepsPerDay > until) break
    stay(step.step / stepsPerDay)
    groups += step.groups
    points.push({ day, groups })
  }
  stay(until)
  return points
}

/** Days since a round opened, with their fraction. */
export function daysOpen({ openedAt }: Pick<RoundAnswers, 'openedAt'>, now: Date): number {
  return Math.max(0, (now.getTime() - openedAt.getTime()) / (msPerStep * stepsPerDay))
}

export function answeredBy(round: RoundAnswers, day: number): number {
  return answerCurve(round, day).at(-1)?.groups ?? 0
}

/** Of the groups that were asked, the part that had answered by a day; null when none was asked. */
export function shareBy(round: RoundAnswers, day: number): number | null {
  return round.asked === 0 ? null : Math.min(1, answeredBy(round, day) / round.asked)
}
