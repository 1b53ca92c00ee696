/** What a soak has come to, as far as it has got. */
export interface Tally {
  conversations: number;
  drops: number;
  sent: number;
  lost: number;
  doubled: number;
  misplaced: number;
  /** What a person would have seen go wrong, by what it was. */
  readonly complaints: ReadonlyMap<string, number>;
  complain(what: string): void;
  /** Counts what one side said against what the other was shown. */
  compare(said: readonly string[], heard: readonly string[]): void;
}

export function createTally(): Tally {
  const complaints = new Map<string, number>();
  return {
    conversations: 0,
    drops: 0,
    sent: 0,
    lost: 0,
    doubled: 0,
    misplaced: 0,
    complaints,
    complain: (what) => void complaints.set(what, (complaints.get(what) ?? 0) + 1),
    compare(said, heard) {
      this.lost += said.filter((text) => !heard.includes(text)).length;
      this.doubled += heard.length - new Set(heard).size;
      this.misplaced += heard.filter((text, n) => n > 0 && Number(text) < Number(heard[n - 1])).length;
    },
  };
}

export const faults = ({ lost, doubled, misplaced, complaints }: Tally): number =>
  lost + doubled + misplaced + [...complaints.values()].reduce((sum, times) => sum + times, 0);
