import { runInDurableObject } from "cloudflare:test";

export interface Writes {
  /** Rows of tables and indexes, as they are billed. */
  rows: number;
  /** Alarms set: one row each. */
  alarms: number;
}

/** What the object writes while something happens. */
export async function writesDuring(stub: DurableObjectStub, act: () => Promise<unknown>): Promise<Writes> {
  const cursors: { rowsWritten: number }[] = [];
  let alarms = 0;
  await runInDurableObject(stub, (_object, { storage }) => {
    const { sql } = storage;
    const exec = sql.exec.bind(sql);
    const setAlarm = storage.setAlarm.bind(storage);
    sql.exec = ((...args: Parameters<typeof exec>) => {
      const cursor = exec(...args);
      cursors.push(cursor);
      return cursor;
    }) as typeof sql.exec;
    storage.setAlarm = (...args) => {
      alarms += 1;
      return setAlarm(...args);
    };
  });
  await act();
  return runInDurableObject(stub, () => ({
    rows: cursors.reduce((sum, cursor) => sum + cursor.rowsWritten, 0),
    alarms,
  }));
}
