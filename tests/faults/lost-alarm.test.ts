import { readdirSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { expect, test } from "vitest";
import { signInOwner } from "../support/peers.ts";
import { startServer } from "../support/server.ts";
import { openShop } from "../support/shop.ts";
import { onDuty, openChat, untilState } from "../support/talk.ts";

/** Leaves of all conversations' alarms what a runtime leaves that is killed right after they have rung: overdue in the objects' notes, and nowhere else. */
function loseAlarms(dataDir: string): void {
  const folder = join(dataDir, "data", "rejoin-Conversation");
  for (const name of readdirSync(folder).filter((file) => file.endsWith(".sqlite"))) {
    const database = new DatabaseSync(join(folder, name));
    if (name === "metadata.sqlite") database.exec("DELETE FROM _cf_ALARM");
    else if (database.prepare("SELECT name FROM sqlite_master WHERE name = '_cf_METADATA'").get() !== undefined)
      database.prepare("UPDATE _cf_METADATA SET value = ? WHERE key = 1").run(BigInt(Date.now()) * 1_000_000n);
    database.close();
  }
}

test("N07 a conversation whose alarm the killed runtime struck off its list alone sets another: the hold ends", async () => {
  const server = await startServer();
  let heart: NodeJS.Timeout | undefined;
  try {
    const shop = await openShop(server, { holdSeconds: 1 }, await signInOwner(server.url, server.setupSecret));
    const ana = await shop.agent("Ana", 1);
    await onDuty(ana);
    const { socket, access } = await openChat(shop);
    await untilState(socket, "active");
    await server.kill();
    loseAlarms(server.dataDir);
    await server.restart();
    // Her page does not look in the alarm's place, the customer does not come back, and nothing else happens.
    const desk = await onDuty(ana);
    heart = setInterval(() => desk.send("ping"), 5_000);
    const seat = await ana.connect(access.conversationId);
    await untilState(seat, "waiting");
    expect(server.logs()).not.toContain("was not carried out");
  } finally {
    clearInterval(heart);
    await server.stop();
  }
}, 60_000);
