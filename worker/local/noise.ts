/** What workerd writes when people close tabs, machines sleep and cables are pulled: daily life, not errors. */
const dailyLife = [/disconnected: /, /Connection reset by peer|Broken pipe/];

/** Whether a line of the runtime's output says something to the person at the keyboard. */
export function isWorthShowing(line: string): boolean {
  return line.trim() !== "" && !dailyLife.some((pattern) => pattern.test(line));
}
