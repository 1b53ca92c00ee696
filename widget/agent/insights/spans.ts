/** A duration as a sentence says it: "30 seconds", "4 minutes", "1.5 hours". */
export function inWords(seconds: number): string {
  if (seconds < 60) return several(Math.round(seconds), "second");
  if (seconds < 7_200) return several(rounded(seconds / 60), "minute");
  return several(rounded(seconds / 3_600), "hour");
}

/** A duration where there is little room: "42 s", "4 min", "1.5 h". */
export function inShort(seconds: number): string {
  if (seconds < 60) return `${seconds < 10 ? rounded(seconds) : Math.round(seconds)} s`;
  if (seconds < 7_200) return `${rounded(seconds / 60)} min`;
  return `${rounded(seconds / 3_600)} h`;
}

/** Units times time, as owners count it: agent-minutes, hours from a good many on. */
export function agentTime(unitSeconds: number): string {
  const minutes = unitSeconds / 60;
  if (minutes < 600) return several(minutes < 10 ? rounded(minutes) : Math.round(minutes), "agent-minute");
  return several(Math.round(minutes / 60), "agent-hour");
}

/** The same where the unit is known: "115 min". */
export function agentTimeShort(unitSeconds: number): string {
  const minutes = unitSeconds / 60;
  return minutes < 600
    ? `${minutes < 10 ? rounded(minutes) : Math.round(minutes)} min`
    : `${Math.round(minutes / 60)} h`;
}

/** A share of a whole: "84 %"; a dash where there is no whole. */
export function share(part: number, whole: number): string {
  return whole === 0 ? "–" : `${Math.round((100 * part) / whole)} %`;
}

export function several(count: number, word: string): string {
  return `${count.toLocaleString(undefined, { maximumFractionDigits: 1 })} ${word}${count === 1 ? "" : "s"}`;
}

/** To one place, and only where it says something. */
function rounded(value: number): number {
  return Math.round(value * 10) / 10;
}
