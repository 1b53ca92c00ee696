import { agentIn, customerBy, until, words } from "../../support/people.ts";
import type { TestServer } from "../../support/server.ts";
import { openShop } from "../../support/shop.ts";
import { onDuty } from "../../support/talk.ts";
import type { ConversationView } from "../../../widget/client/agent.ts";
import type { Troupe, Voice } from "./script.ts";

interface Side {
  send(text: string): object;
  snapshot(): ConversationView;
  subscribe(listener: () => void): () => void;
}

/** Our client on both sides. */
export function rejoinTroupe(server: TestServer): Troupe {
  return {
    port: server.port,
    kill: () => server.kill(),
    restart: () => server.restart(),
    begin: async (cable) => {
      const shop = await openShop(server);
      const ana = await shop.agent("Ana");
      const desk = await onDuty(ana);
      const { chat } = customerBy(cable, shop);
      await chat.lookUp();
      await chat.start();
      const { conversationId } = await until(chat, ({ view }) => view?.phase.state === "active");
      const agent = agentIn(server.url, ana, conversationId ?? "");
      await until(agent, ({ status }) => status.is === "connected");
      const leave = () => {
        chat.dispose();
        agent.dispose();
        desk.close();
      };
      return { customer: voiceOf(chat, "agent"), agent: voiceOf(agent, "customer"), leave };
    },
  };
}

function voiceOf(side: Side, other: "customer" | "agent"): Voice {
  const messages = () => side.snapshot().lines.filter((line) => line.kind === "message");
  return {
    say: (text) => {
      const sent = side.send(text);
      if ("refused" in sent) throw new Error(`refused: ${JSON.stringify(sent)}`);
    },
    heard: () => words(messages().filter(({ from, seq }) => from === other && seq !== null)),
    // Nothing of one's own is unsent, and all that was said before it is here; what the other has unsent is theirs to wait for.
    settled: async () => {
      await until(side, ({ status, lines }) => status.is === "connected" && lines.every(({ seq }) => seq !== null));
      await new Promise((resolve) => setTimeout(resolve, 500));
    },
  };
}
