import { type Bench, sized } from "../kit/bench.ts";
import { atMost, counted, type Figure } from "../kit/figure.ts";
import { startBoth } from "../kit/server.ts";
import { seeded } from "../kit/statistics.ts";
import { rejoinTroupe } from "../story/rejoin.ts";
import { type Outcome, play, type Script } from "../story/script.ts";
import { socketIoTroupe } from "../story/socket-io.ts";

/** The same story told twice: the customer's line is cut for two seconds again and again, then the server is killed. */
export const story: Bench = {
  name: "story",
  measure: async (ground) => {
    const script = (): Script => ({
      cuts: sized(ground, 8, 1),
      cutSeconds: sized(ground, 2, 0.3),
      // As fast as two people type who are in a hurry; what waits in an outbox has a limit, which is told.
      perSecond: 4,
      random: seeded(7),
    });
    ground.say("the story, with Rejoin");
    const server = await startBoth(ground);
    let ours: Outcome;
    try {
      ours = await play(rejoinTroupe(server), script());
    } finally {
      await server.stop();
    }
    ground.say("the story, with Socket.IO");
    const theirTroupe = await socketIoTroupe(sized(ground, 5_000, 300));
    let theirs: Outcome;
    try {
      theirs = await play(theirTroupe, script());
    } finally {
      await theirTroupe.kill();
    }
    const note = `Socket.IO 4.8 with connection state recovery; ${ours.sent} messages of ours, ${theirs.sent} of theirs, both directions`;
    const line = (name: string, key: keyof Outcome): Figure =>
      counted(
        { name: `line cut again and again, server killed: ${name}`, unit: "messages", note, aim: atMost(0) },
        ours[key],
        theirs[key],
      );
    return [line("lost", "lost"), line("doubled", "doubled"), line("out of order", "misplaced")];
  },
};
