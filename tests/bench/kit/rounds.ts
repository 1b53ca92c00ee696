/** What the rounds have measured of each; the results of one round stand at the same place. */
export interface Rounds<T> {
  ours: T[];
  base: T[];
}

/** Measures both in turn, first one then the other and the next round the other way round, so that a machine that gets slower favours nobody. */
export async function inTurn<T>(rounds: number, ours: () => Promise<T>, base: () => Promise<T>): Promise<Rounds<T>> {
  const measured: Rounds<T> = { ours: [], base: [] };
  for (let round = 0; round < rounds; round += 1) {
    const mine = async () => void measured.ours.push(await ours());
    const theirs = async () => void measured.base.push(await base());
    for (const measure of round % 2 === 0 ? [mine, theirs] : [theirs, mine]) await measure();
  }
  return measured;
}

export const sleep = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
