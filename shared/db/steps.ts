/** First answers by step since a round opened: JSON, `[{step: groups}]`. Of several regions a step comes several times, and is added up here. */
export function readSteps(json: string): { step: number; groups: number }[] {
  const steps = new Map<number, number>()
  for (const region of JSON.parse(json) as Record<string, number>[])
    for (const [step, groups] of Object.entries(region))
      steps.set(Number(step), (steps.get(Number(step)) ?? 0) + groups)
  return [...steps].map(([step, groups]) => ({ step, groups }))
}
