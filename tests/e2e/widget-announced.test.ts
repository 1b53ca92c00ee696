import { expect, test } from "vitest";
import { listenTo } from "../support/listener.ts";
import type { Stage } from "../support/stage.ts";
import { useHouse } from "../support/stages.ts";

const house = useHouse();
let stage: Stage;

test("a resume with three missed messages is announced in one line, and no history is read again", async () => {
  stage = await house.stage();
  const ana = await stage.ana("Ana");
  const hands = await stage.visit();
  await hands.open();
  await hands.say("Hello");
  await hands.log.getByText("Ana joined").waitFor();
  await ana.says("Hi", "How can I help?");
  await hands.log.getByText("How can I help?").waitFor();
  const listener = await listenTo(hands.chat);

  await ana.says("Still there?");
  await hands.log.getByText("Still there?").waitFor();
  const live = (await listener.heard()).join("\n");
  expect(live).toContain("Still there?");
  expect(live).not.toContain("How can I help?");

  stage.cable.set("refuse");
  stage.cable.cut("rst");
  await ana.sees("away");
  await hands.chat.locator("[part~=notice]").waitFor();
  expect((await listener.heard()).join(" ")).toMatch(/offline|can't reach|Reconnecting/i);
  const missed = ["Missed one", "Missed two", "Missed three"];
  await ana.says(...missed);
  stage.cable.set({ mode: "pass" });
  await hands.tryNow();
  await hands.log.getByText("Missed three").waitFor();
  await hands.chat.getByText("You're back. Ana kept your place.").first().waitFor();
  const heard = await listener.heard();
  expect(heard.filter((line) => line.includes("You're back. Ana kept your place."))).toHaveLength(1);
  expect(heard.filter((line) => /3 new messages/.test(line))).toHaveLength(1);
  for (const text of ["Hello", "Hi", "How can I help?", "Still there?", ...missed])
    expect(heard.filter((line) => line.includes(text))).toEqual([]);

  // From then on what comes is read again.
  await hands.chat.locator("[role=log][aria-live=polite]").waitFor({ state: "attached" });
  await ana.says("And a fourth");
  await hands.log.getByText("And a fourth").waitFor();
  expect((await listener.heard()).join("\n")).toContain("And a fourth");
});

test("a chat that is loaded again reads none of its history; the accessibility tree holds it as a log with a name", async () => {
  stage = await house.stage();
  const ana = await stage.ana("Ana");
  const hands = await stage.visit();
  await hands.open();
  await hands.say("Hello");
  await hands.log.getByText("Ana joined").waitFor();
  await ana.says("Hi");
  await hands.log.getByText("Hi", { exact: true }).waitFor();
  await hands.page.reload();
  await hands.launcher.waitFor();
  await hands.panel.waitFor();
  const listener = await listenTo(hands.chat);
  await hands.log.getByText("Hi", { exact: true }).waitFor();
  await ana.says("New");
  await hands.log.getByText("New", { exact: true }).waitFor();
  const heard = (await listener.heard()).join("\n");
  expect(heard).toContain("New");
  expect(heard).not.toMatch(/Hello|Hi\b/);

  const devtools = await hands.page.context().newCDPSession(hands.page);
  const { nodes } = await devtools.send("Accessibility.getFullAXTree");
  const log = nodes.find(({ role, ignored }) => role?.value === "log" && !ignored);
  expect(log?.name?.value).toBe(hands.words.chat.messages);
  expect(log?.properties?.find(({ name }) => name === "busy")?.value.value ?? false).toBe(false);
});
