/** The seed of a run: REJOIN_SEED, to repeat one, or else a new one each time. It is printed, and decides all that is drawn. */
export function seedOfRun(): number {
  const given = process.env["REJOIN_SEED"];
  return given === undefined ? Date.now() % 1_000_000_000 : Number(given);
}
