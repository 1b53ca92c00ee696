import type { Browser } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { axeFinds } from "../support/axe.ts";
import { launchBrowser } from "../support/browser.ts";
import { visitor } from "../support/peers.ts";
import type { TestServer } from "../support/server.ts";
import { startServer } from "../support/server.ts";
import type { SettingsPage } from "../support/settings-page.ts";
import { describedBy, settingsPage } from "../support/settings-page.ts";
import { openShop, SHOP_ORIGIN } from "../support/shop.ts";

let server: TestServer;
let browser: Browser;
const open: SettingsPage[] = [];

beforeAll(async () => {
  [server, browser] = await Promise.all([startServer(), launchBrowser()]);
});
afterEach(async () => {
  for (const { page } of open.splice(0)) await page.context().close();
});
afterAll(async () => {
  await browser.close();
  await server.stop();
});

/** A shop of its own for each test, and its owner's browser on a page of the settings. */
async function at(path: (ids: { widgetId: string; workstreamId: string }) => string, rules = {}) {
  const shop = await openShop(server, rules);
  const visit = async (to: string, options: Partial<Parameters<typeof settingsPage>[3]> = {}) => {
    const there = await settingsPage(server, browser, to, { peer: shop.owner, ...options });
    open.push(there);
    return there;
  };
  return { shop, visit, owner: await visit(path(shop)) };
}

const HOLD = "Reconnect to previous agent for";

describe("both clocks, at their fields", () => {
  test("C02 a hold above the limit is refused there with both numbers; what was typed stays, and is saved once it is right", async () => {
    const { owner } = await at(({ widgetId }) => `widgets/${widgetId}`);
    await owner.field(HOLD).fill("25");
    await owner.settings.getByText("The agent would be kept for 25 minutes, but").waitFor();
    await owner.save();
    await owner.says("Not saved. One field needs your attention.");
    expect(await describedBy(owner.field(HOLD))).toContain(
      'Widget "Shop" holds the previous agent for 25 minutes, but workstream "Shop" closes conversations after 20 minutes.',
    );
    expect(await owner.field(HOLD).inputValue()).toBe("25");
    expect(await owner.field(HOLD).evaluate((input) => input.matches(":focus"))).toBe(true);
    await owner.field(HOLD).fill("12");
    await owner.settings.getByText("for 12 minutes their agent's slot is kept").waitFor();
    await owner.save();
    await owner.says(/^Saved \d/);
    await owner.page.reload();
    expect(await owner.field(HOLD).inputValue()).toBe("12");
  });

  test("C02 C06 the limit is greyed with where it comes from; lowered there under a hold it is refused, else it shows on the widget", async () => {
    const { owner } = await at(({ widgetId }) => `widgets/${widgetId}`);
    const limit = owner.field("Reconnect time limit");
    expect(await limit.getAttribute("readonly")).not.toBeNull();
    expect(await describedBy(limit)).toContain("“Auto-close after inactivity” of workstream Shop");
    await owner.settings.getByRole("link", { name: "Shop", exact: true }).click();
    const close = owner.field("Auto-close after inactivity");
    await close.fill("2");
    await owner.save();
    await owner.says("Not saved. One field needs your attention.");
    expect(await describedBy(close)).toMatch(
      /holds the previous agent for 5 minutes, but workstream "Shop" closes conversations after 2 minutes/,
    );
    await close.fill("30");
    await owner.save();
    await owner.says(/^Saved/);
    await owner.settings.getByRole("link", { name: "Shop", exact: true }).first().click();
    await owner.settings.getByLabel("Reconnect time limit").waitFor();
    expect(await limit.inputValue()).toBe("30");
  });

  test("C03 what is no duration is refused at the field; 0 is no hold, and small ones are shown in seconds", async () => {
    const { owner } = await at(({ widgetId }) => `widgets/${widgetId}`);
    for (const [typed, said] of [
      ["-1", "Must not be negative."],
      ["0.001", "Must be a whole number of seconds."],
      ["soon", "Must be a number."],
      ["99999999", "Must be at most 30 days."],
    ] as const) {
      await owner.field(HOLD).fill(typed);
      await owner.save();
      await owner.settings.getByText(said).waitFor();
      expect(await owner.field(HOLD).inputValue()).toBe(typed);
    }
    await owner.field(HOLD).fill("0");
    await owner.settings.getByText("their agent is free for others at once").waitFor();
    await owner.save();
    await owner.says(/^Saved/);
    await owner.settings.getByLabel(`Unit of ${HOLD}`).selectOption("seconds");
    await owner.field(HOLD).fill("45");
    await owner.save();
    await owner.says(/^Saved/);
    await owner.page.reload();
    expect(await owner.field(HOLD).inputValue()).toBe("45");
    expect(await owner.settings.getByLabel(`Unit of ${HOLD}`).inputValue()).toBe("seconds");
  });

  test("C01 C04 C05 reconnect is off at first; on without a portal URL it can be saved and says what is missing; wrong addresses are refused", async () => {
    const { owner } = await at(() => "widgets/new");
    await owner.field("Name").fill("Kiosk");
    await owner.button("Make the widget").click();
    const on = owner.settings.getByRole("switch", { name: "Turn on reconnect" });
    await on.waitFor();
    expect(await on.isChecked()).toBe(false);
    await owner.settings.getByText("Reconnect is off. In the same browser").waitFor();
    await on.check();
    await owner.settings.getByText("Without a portal URL no reconnect links can be made").waitFor();
    await owner.save();
    await owner.says(/^Saved/);
    await owner.field("Portal URL").fill("javascript:alert(1)");
    await owner.field("Redirect URL").fill("/late");
    await owner.save();
    await owner.says("Not saved. 2 fields need your attention.");
    for (const label of ["Portal URL", "Redirect URL"])
      expect(await describedBy(owner.field(label))).toContain("Must be an absolute http or https URL.");
    await owner.field("Portal URL").fill("https://elsewhere.example/");
    await owner.field("Redirect URL").fill("https://elsewhere.example/late");
    await owner.save();
    await owner.settings.getByText("which is not among the widget's allowed origins").waitFor();
  });
});

test("nothing typed is lost: a failed save, another page, a closed tab", async () => {
  const { owner } = await at(({ widgetId }) => `widgets/${widgetId}`);
  await owner.page.route(/\/settings$/, (route) =>
    route.request().method() === "PUT" ? route.abort("connectionrefused") : route.continue(),
  );
  await owner.field("Redirect URL").fill("https://shop.example/late");
  await owner.save();
  await owner.says("The server can't be reached. Nothing was saved; try again.");
  await owner.page.unroute(/\/settings$/);
  // Another view of the same widget is no leaving; another section is.
  await owner.settings.getByRole("link", { name: "Looks and texts" }).click();
  await owner.settings.getByRole("link", { name: "Agents", exact: true }).click();
  const dialog = owner.settings.getByRole("dialog", { name: "Save your changes?" });
  await dialog.getByRole("button", { name: "Stay here" }).click();
  expect(new URL(owner.page.url()).hash).toMatch(/\/looks$/);
  // To the chats and back: what was typed is still there.
  const rail = owner.page.locator("rejoin-console").getByRole("link", { name: "Chats" });
  await rail.click();
  await owner.settings.waitFor({ state: "detached" });
  await owner.page.goBack();
  await owner.says("Nothing was saved; try again.");
  const asked: string[] = [];
  owner.page.once("dialog", (shown) => {
    asked.push(shown.type());
    void shown.accept();
  });
  await owner.settings.getByRole("link", { name: "Agents", exact: true }).click();
  await dialog.getByRole("button", { name: "Save", exact: true }).click();
  await owner.settings.getByRole("heading", { name: "Agents" }).waitFor();
  await owner.page.goBack();
  await owner.settings.getByRole("link", { name: "Coming back" }).click();
  expect(await owner.field("Redirect URL").inputValue()).toBe("https://shop.example/late");
  await owner.field("Redirect URL").fill("https://shop.example/later");
  await owner.page.close({ runBeforeUnload: true });
  await expect.poll(() => asked).toEqual(["beforeunload"]);
});

test("two supervisors at once: the slower sees the faster one's changes beside theirs, and loses nothing", async () => {
  const { shop, owner, visit } = await at(({ widgetId }) => `widgets/${widgetId}`);
  const other = await visit(`widgets/${shop.widgetId}`);
  await other.field(HOLD).fill("2");
  await other.field("Redirect URL").fill("https://shop.example/late");
  await other.save();
  await other.says(/^Saved/);
  await owner.field(HOLD).fill("8");
  await owner.field("Portal URL").fill(`${SHOP_ORIGIN}/chat`);
  await owner.save();
  await owner.says(/^Olga changed it after you opened it\./);
  expect(await owner.field(HOLD).inputValue()).toBe("8");
  expect(await owner.field("Portal URL").inputValue()).toBe(`${SHOP_ORIGIN}/chat`);
  expect(await owner.field("Redirect URL").inputValue()).toBe("https://shop.example/late");
  expect(await describedBy(owner.field(HOLD))).toContain("Somebody else set this to 2 minutes meanwhile.");
  expect(await axeFinds(owner.page, { within: "rejoin-console" })).toEqual([]);
  await owner.button("Take theirs").click();
  expect(await owner.field(HOLD).inputValue()).toBe("2");
  await owner.save();
  await owner.says(/^Saved/);
  const { widgets } = (await shop.owner.call("GET", "/v1/settings")) as unknown as {
    widgets: { widgetId: string; reconnect: object }[];
  };
  expect(widgets.find(({ widgetId }) => widgetId === shop.widgetId)?.reconnect).toMatchObject({
    previousAgentForSeconds: 120,
    portalUrl: `${SHOP_ORIGIN}/chat`,
    redirectUrl: "https://shop.example/late",
  });
});

test("the preview is the chat itself, with what stands in the form, and takes the keyboard from nobody", async () => {
  const { owner } = await at(({ widgetId }) => `widgets/${widgetId}/looks`);
  const chat = owner.settings.frameLocator("iframe").locator("rejoin-chat");
  await chat.getByText("Great, thank you.").waitFor();
  await owner.button("Greeting").click();
  await chat.getByText("How can we help?").waitFor();
  await owner.field("Greeting").fill("Hello there.");
  await owner.field("Accent").fill("#b91c1c");
  await chat.getByText("Hello there.").waitFor();
  await expect
    .poll(() => chat.evaluate((element) => getComputedStyle(element).getPropertyValue("--_accent")))
    .toBe("#b91c1c");
  expect(await owner.field("Accent").evaluate((input) => input.matches(":focus"))).toBe(true);
  await owner.button("Closed").click();
  await chat.getByText("Hello there.").waitFor({ state: "hidden" });
  // Nothing of it was saved.
  await owner.button("Discard").click();
  await owner.button("Greeting").click();
  await chat.getByText("How can we help?").waitFor();
  // It leaves nothing in the owner's browser, and its page is in nobody else's frame.
  expect(await owner.page.evaluate(() => Object.keys(localStorage).filter((key) => key.includes("preview")))).toEqual(
    [],
  );
  const policy = (path: string) =>
    fetch(server.url + path).then(({ headers }) => headers.get("content-security-policy"));
  expect(await policy("/preview")).toContain("frame-ancestors 'self'");
  expect(await policy("/console")).toContain("frame-ancestors 'none'");
});

test("rotation with a real token: the old secret goes on, is tested in words, and is ended", async () => {
  const { shop, owner } = await at(({ widgetId }) => `widgets/${widgetId}/site`);
  const old = await shop.identity("sam");
  const secret = owner.settings.getByRole("group", { name: "The secret" }).locator("code");
  await owner.button("Show the secret").click();
  const before = await secret.textContent();
  await owner.field("Name").fill("Shop, renamed");
  await owner.button("Change the keys").click();
  await owner.button("Make a new secret").click();
  await owner.settings.getByText("The keys before these are still good until").waitFor();
  // What was typed beside it is still there.
  expect(await owner.field("Name").inputValue()).toBe("Shop, renamed");
  await owner.save();
  await owner.says(/^Saved/);
  await owner.button("Show the secret").click();
  const after = await secret.textContent();
  expect(after).toMatch(/^[A-Za-z0-9_-]{43}$/);
  expect(after).not.toBe(before);
  const customer = visitor(server.url, shop.widgetId, SHOP_ORIGIN);
  // Settings are read through a cache of five seconds.
  await expect
    .poll(
      async () => (await customer.resume({ identity: await shop.identity("sam", { key: after ?? "" }) }))["answer"],
      { timeout: 10_000 },
    )
    .toBe("none");
  expect((await customer.resume({ identity: old }))["answer"]).toBe("none");

  await owner.settings.getByRole("link", { name: "Get the code" }).click();
  await owner.field("A token of your backend").fill(old);
  await owner.button("Test").click();
  await owner.settings.getByText("Made with the keys before the present ones, which are still good").waitFor();
  await owner.settings.getByRole("link", { name: "Site and customers" }).click();
  await owner.button("End them now").click();
  await owner.settings.getByText("The keys before these are still good").waitFor({ state: "detached" });
  await expect
    .poll(async () => (await customer.resume({ identity: old }))["answer"], { timeout: 10_000 })
    .toBe("refused");
  await owner.settings.getByRole("link", { name: "Get the code" }).click();
  await owner.field("A token of your backend").fill(await shop.identity("sam", { audience: "bank", key: after ?? "" }));
  await owner.button("Test").click();
  await owner.settings.getByText("This token is refused.").waitFor();
  await owner.settings.getByText(`It is "bank". It must be "${shop.widgetId}".`).waitFor();

  await owner.field("Address of a page that has the tag").fill("https://www.shop.example/help");
  await owner.button("Check").click();
  await owner.settings.getByText("Add https://www.shop.example to the allowed origins.").waitFor();
  await owner.button("Add https://www.shop.example").click();
  // One is the tab; the other stands where one was told.
  await owner.settings.getByText("https://www.shop.example is in the form.").getByRole("link").click();
  expect(await owner.field("Allowed origin 2").inputValue()).toBe("https://www.shop.example");
});

test("an invited agent signs in by the link in another browser, and is out once deactivated", async () => {
  const { owner } = await at(() => "agents/new");
  await owner.field("Name").fill("Bea");
  await owner.field("Units").fill("2");
  await owner.button("Make the sign-in link").click();
  const link = await owner.settings.getByRole("group", { name: "Sign-in link" }).locator("code").textContent();
  const elsewhere = await (await browser.newContext()).newPage();
  await elsewhere.goto(link ?? "");
  const me = () => elsewhere.evaluate(async () => (await fetch("/v1/me")).text());
  await elsewhere.locator("rejoin-console .frame").waitFor();
  expect(JSON.parse(await me())).toMatchObject({ name: "Bea", role: "agent" });
  await owner.button("Done").click();
  await owner.page.reload();
  await owner.settings.getByText("Signed in.", { exact: true }).waitFor();
  expect(await owner.settings.locator("code").count()).toBe(0);
  await owner.button("Deactivate").click();
  await owner.settings.getByRole("dialog").getByRole("button", { name: "Deactivate", exact: true }).click();
  await owner.button("Activate").waitFor();
  // Their console stands at the door at once, without a reload.
  await elsewhere.locator("rejoin-console .door").waitFor();
  expect(JSON.parse(await me())).toMatchObject({ code: "unauthorised" });
  await elsewhere.context().close();
  await owner.open("changes");
  await owner.settings.getByText("deactivated agent “Bea”").waitFor();
  await owner.settings.getByText("made a sign-in link for agent “Bea”").waitFor();
  expect(await owner.settings.textContent()).not.toContain(link?.split("=")[1]);
});

test("quick replies: a shortcut twice and an unknown slug are said at their fields", async () => {
  const { owner } = await at(() => "quick-replies");
  const count = await owner.settings.getByLabel(/^Shortcut \d/).count();
  for (const [n, text] of [
    [count + 1, "Hello {Customer}"],
    [count + 2, "Hello"],
  ] as const) {
    await owner.button("Add a quick reply").click();
    await owner.field(`Shortcut ${n}`).fill("hello");
    await owner.settings.getByRole("textbox", { name: "Text of /hello" }).last().fill(text);
  }
  await owner.save();
  await owner.says("Not saved. 2 fields need your attention.");
  expect(await describedBy(owner.field(`Shortcut ${count + 2}`))).toBe(
    `/hello is the shortcut of number ${count + 1}, too.`,
  );
  await owner.settings.getByText("{Customer} is not known. What can be filled in:").waitFor();
  await owner.button("Remove /hello").last().click();
  await owner.settings.getByLabel("Text of /hello").fill("Hello {CustomerName}");
  await owner.save();
  await owner.says(/^Saved/);
});

test("what is in use is not removed, and says why; a removed widget can be restored", async () => {
  const { shop, owner } = await at(({ workstreamId }) => `workstreams/${workstreamId}`);
  await owner.button("Remove this workstream").click();
  await owner.settings.getByRole("dialog").getByRole("button", { name: "Remove", exact: true }).click();
  await owner.settings
    .getByText('Widget "Shop" sends conversations here. Choose another workstream there first.')
    .waitFor();
  await owner.open(`widgets/${shop.widgetId}/site`);
  await owner.button("Remove this widget").click();
  await owner.settings.getByRole("dialog").getByRole("button", { name: "Remove", exact: true }).click();
  await owner.settings.getByText("This widget is removed: no page shows it.").waitFor();
  expect((await visitor(server.url, shop.widgetId, SHOP_ORIGIN).start()).status).toBe(404);
  await owner.button("Restore it").click();
  await owner.button("Remove this widget").waitFor();
  expect((await visitor(server.url, shop.widgetId, SHOP_ORIGIN).start())["answer"]).toBe("started");
});
