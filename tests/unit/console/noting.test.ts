import { expect, test } from "vitest";
import type { AgentConversation, Answer } from "../../../widget/client/agent.ts";
import { createNoting } from "../../../widget/agent/asks/noting.ts";

/** A conversation whose server answers when told to. */
function slow() {
  const answers: ((answer: Answer) => void)[] = [];
  const told = { notes: "" };
  const on = {
    snapshot: () => ({ backstage: told }),
    setNotes: () => new Promise<Answer>((resolve) => answers.push(resolve)),
  } as unknown as AgentConversation;
  return { on, told, answers };
}

test("a second note knows of the first, which is still on its way", async () => {
  const { on, told, answers } = slow();
  const noting = createNoting();
  expect(noting.of(on)).toBe("");
  const first = noting.say(on, "one");
  expect(noting.of(on)).toBe("one");
  const second = noting.say(on, "one\ntwo");
  told.notes = "one";
  answers[0]?.({ ok: true });
  await first;
  expect(noting.of(on)).toBe("one\ntwo");
  told.notes = "one\ntwo, and what a colleague wrote";
  answers[1]?.({ ok: true });
  await second;
  expect(noting.of(on)).toBe("one\ntwo, and what a colleague wrote");
});

test("what was refused is no part of the next", async () => {
  const { on, answers } = slow();
  const noting = createNoting();
  const said = noting.say(on, "too much");
  answers[0]?.({ ok: false, code: "too-long" });
  await said;
  expect(noting.of(on)).toBe("");
});
