/** First answers by step since a round opened; of several regions a step comes several times, and is added up here: in the database it costs each row twice. */
export function readSteps(json: string): { step: number; groups: number }[] {
  const steps = new Map<number, number>()
  for (const [step, groups] of JSON.parse(json) as [number, number][]) steps.set(step, (steps.get(step) ?? 0) + groups)
  return [...steps].map(([step, groups]) => ({ step, groups }))
}
