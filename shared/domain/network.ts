import { stepsPerDay } from './answer-curve.ts'

/** How the network stood in a round. */
export type RoundSummary = {
  round: string
  /** Answers still come in: it says nothing of them yet. */
  isOpen: boolean
  groups: { active: number; starting: number; asleep: number }
  members: number
  asked: number
  answered: number
  /** First answers by quarter of a day since the opening. */
  steps: readonly { step: number; groups: number }[]
}

export function answerRate({ asked, answered }: Pick<RoundSummary, 'asked' | 'answered'>): number | null {
  return asked === 0 ? null : answered / asked
}

/** Days until half of those who answered had; null when nobody did. */
export function medianDays({ steps }: Pick<RoundSummary, 'steps'>): number | null {
  const all = steps.reduce((sum, { groups }) => sum + groups, 0)
  let seen = 0
  for (const { step, groups } of [...steps].sort((a, b) => a.step - b.step)) {
    seen += groups
    if (seen * 2 >= all && all > 0) return (step + 0.5) / stepsPerDay
  }
  return null
}

/** The mean rate over rounds, each round counting as much as it asked. */
export function overallRate(rounds: readonly RoundSummary[]): number | null {
  const sum = (of: 'asked' | 'answered') => rounds.reduce((total, round) => total + round[of], 0)
  return answerRate({ asked: sum('asked'), answered: sum('answered') })
}
