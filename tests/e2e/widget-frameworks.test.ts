import { expect, test } from "vitest";
import { buildPage, type Framework, FRAMEWORKS } from "../support/frameworks.ts";
import type { Stage } from "../support/stage.ts";
import { useHouse } from "../support/stages.ts";

const house = useHouse();
let stage: Stage;

test.for(Object.keys(FRAMEWORKS) as Framework[])("the smallest page with a chat, made with: %s", async (framework) => {
  stage = await house.stage();
  const { front } = stage;
  const { html, script } = await buildPage(framework, { widget: front.shop.widgetId, server: stage.cable.url });
  front.put("/", { body: html });
  front.put("/app.js", { body: script, type: "text/javascript" });
  front.put("/token", { body: await front.shop.identity("sam"), type: "text/plain" });
  const ana = await stage.ana("Ana");
  const hands = await stage.browser();
  const { page, chat } = hands;
  const failures: string[] = [];
  page.on("pageerror", (error) => failures.push(String(error)));
  page.on("console", (message) => message.type() === "error" && failures.push(message.text()));
  const elements = () => page.locator("rejoin-chat").count();
  const heard = async () => ((await page.locator("output").textContent()) ?? "").split("\n").map((line) => line.trim());

  await page.goto(front.url);
  await page.getByRole("button", { name: "Ask us" }).click();
  await hands.say("Hello");
  await hands.log.getByText("Ana joined").waitFor();
  await ana.says("Hi there");
  await hands.log.getByText("Hi there").waitFor();
  await expect.poll(heard).toContain("message agent: Hi there");
  // The provider was asked: the customer is known by name of the site.
  expect((await ana.seat()).frames.some((frame) => frame["view"]?.customer.verified === true)).toBe(true);

  await page.getByRole("button", { name: "About" }).click();
  await page.getByText("About us").waitFor();
  expect(await elements()).toBe(0);
  await ana.sees("away");
  await ana.says("While you looked elsewhere");
  await page.getByRole("button", { name: "Shop" }).click();
  await ana.sees("present");
  if (!(await hands.panel.isVisible())) await page.getByRole("button", { name: "Ask us" }).click();
  await hands.log.getByText("While you looked elsewhere").waitFor();
  await hands.say("I am back");
  await ana.hears("I am back");
  expect(await hands.bubbles.allInnerTexts()).toEqual(["Hello", "Hi there", "While you looked elsewhere", "I am back"]);
  await expect.poll(heard).toEqual(expect.arrayContaining(["resumed", "message customer: I am back"]));
  const all = await heard();
  expect(all.filter((line) => !line.startsWith("message")).slice(0, 3)).toEqual(["ready", "open", "started"]);
  for (const line of ["message customer: Hello", "message agent: Hi there", "message customer: I am back"])
    expect(all.filter((other) => other === line)).toHaveLength(1);
  expect(await chat.count()).toBe(1);
  expect(failures).toEqual([]);
});
