/** Work in turns: of each key one after the other, of different keys side by side. */
export interface Turns {
  /** Resolves when this work is done. `work` must not reject. */
  take(key: string, work: () => Promise<void>): Promise<void>;
}

export function createTurns(): Turns {
  const last = new Map<string, Promise<void>>();
  return {
    take: async (key, work) => {
      const before = last.get(key);
      const mine = before === undefined ? work() : before.then(work);
      last.set(key, mine);
      await mine;
      if (last.get(key) === mine) last.delete(key);
    },
  };
}
