import type { AgentConversation, ConversationView } from "../../../widget/client/agent.ts";
import type { Chat } from "../../../widget/client/customer.ts";
import { until, words } from "../../support/people.ts";
import { sleep } from "../kit/rounds.ts";
import { nextArrivalMs } from "../kit/statistics.ts";
import type { Tally } from "./tally.ts";

/** Each side says something about this often. */
const MESSAGES_A_SECOND = 0.1;
/** A line is lost about this often, and stays so for up to some seconds. */
const DROPS_A_SECOND = 0.02;
const LONGEST_DROP_MS = 4_000;
/** How long is waited for what must come; a machine with nothing else to do needs a fraction of it. */
const PATIENCE_MS = 60_000;

type Side = Pick<AgentConversation, "send" | "snapshot" | "subscribe">;

/** One conversation, both sides live: they talk and the customer's line is lost now and then, until `over`; then all is counted. */
export async function talk(
  chat: Chat,
  agent: AgentConversation,
  over: Promise<void>,
  random: () => number,
  tally: Tally,
): Promise<void> {
  const said = { customer: [] as string[], agent: [] as string[] };
  let going = true;
  void over.then(() => (going = false));
  const speak = async (side: Side, list: string[]) => {
    while (going) {
      await Promise.race([sleep(nextArrivalMs(MESSAGES_A_SECOND, random())), over]);
      if (!going) return;
      const sent = side.send(String(list.length));
      // Between two agents nobody can say anything; to say so is no error.
      if ("refused" in sent) tally.complain(`a message was refused: ${sent.refused}`);
      else {
        tally.sent += 1;
        list.push(String(list.length));
      }
    }
  };
  const drop = async () => {
    while (going) {
      await Promise.race([sleep(nextArrivalMs(DROPS_A_SECOND, random())), over]);
      if (!going) return;
      tally.drops += 1;
      chat.drop();
      await sleep(random() * LONGEST_DROP_MS);
      chat.return();
    }
  };
  const undo = [chat, agent].map((side) => watch(side, tally));
  await Promise.all([speak(chat, said.customer), speak(agent, said.agent), drop()]);
  await within(Promise.all([settled(chat), settled(agent)]), "what was said did not get through", tally);
  const all = said.customer.length + said.agent.length;
  const has = (side: Side) => words(side.snapshot().lines).length >= all;
  await within(
    Promise.all([until(chat, () => has(chat)), until(agent, () => has(agent))]),
    "something that was said is not there",
    tally,
  );
  tally.compare(said.customer, heard(agent, "customer"));
  tally.compare(said.agent, heard(chat, "agent"));
  for (const stop of undo) stop();
  const ended = await within(chat.end(), "the end was not answered", tally);
  if (ended !== null && !ended.ok) tally.complain(`the end was refused: ${ended.code}`);
}

const heard = ({ snapshot }: Side, from: "customer" | "agent"): string[] =>
  words(snapshot().lines.filter((line) => line.kind === "message" && line.from === from && line.seq !== null));

const settled = (side: Side) =>
  until<ConversationView>(
    side,
    ({ status, lines }) => status.is === "connected" && lines.every(({ seq }) => seq !== null),
  );

/** Whatever a person would see go wrong. Being away and coming back is no error. */
function watch(side: Side, tally: Tally): () => void {
  return side.subscribe(() => {
    const { status, lines } = side.snapshot();
    if (status.is === "refused") tally.complain(`a socket was refused: ${status.code}`);
    if (lines.some((line) => line.kind === "message" && line.delivery.is === "failed"))
      tally.complain("a message is shown as not delivered");
  });
}

/** Null, and a complaint, if it takes longer than it may. */
export async function within<T>(
  work: Promise<T>,
  otherwise: string,
  tally: Tally,
  patienceMs = PATIENCE_MS,
): Promise<T | null> {
  const late = new Promise<null>((resolve) => setTimeout(() => resolve(null), patienceMs).unref());
  const done = await Promise.race([work, late]);
  if (done === null) tally.complain(otherwise);
  return done;
}
