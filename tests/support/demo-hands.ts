import type { Browser, FrameLocator, Locator, Page } from "playwright-core";

/** A visitor of the demo, and where they look. */
export interface Visitor {
  page: Page;
  shop: FrameLocator;
  phone: FrameLocator;
  console: FrameLocator;
  /** What the page complained about, and whatever it asked for in vain while nothing was broken. */
  complaints: string[];
  story(id: string): Locator;
  press(id: string): Promise<void>;
  /** Waits until all signs of what was pressed were seen, in as much time as they may take. */
  seen(patienceMs?: number): Promise<void>;
  /** Writes in a chat or in the console, and waits until it stands there. */
  write(side: FrameLocator, text: string): Promise<void>;
  /** What was said, as a side shows it, in order. */
  said(side: FrameLocator): Promise<string[]>;
  /** Presses what stands in a frame, by keyboard: a frame that is drawn smaller is clicked beside by the tests' browser. */
  pressIn(side: FrameLocator, name: string): Promise<void>;
  /** Starts a chat, and answers. */
  begin(): Promise<void>;
  /** Ends the chat, so that Ana has room for the next one, and goes. */
  leave(): Promise<void>;
}

export async function visitDemo(browser: Browser, url: string): Promise<Visitor> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  context.setDefaultTimeout(15_000);
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on("pageerror", (error) => complaints.push(error.message));
  page.on("console", (message) => {
    if (message.type() === "error" || message.text().includes("Content Security Policy"))
      complaints.push(message.text());
  });
  await page.goto(url);
  const [shop, phone, desk] = ["The customer's shop", "The customer's phone", "Ana's console"].map((title) =>
    page.frameLocator(`iframe[title="${title}"]`),
  ) as [FrameLocator, FrameLocator, FrameLocator];
  const story = (id: string) => page.locator(`[data-story="${id}"]`);
  const visitor: Visitor = {
    page,
    shop,
    phone,
    console: desk,
    complaints,
    story,
    press: async (id) => {
      await page.locator(`[data-story="${id}"][aria-disabled="false"]`).click();
    },
    seen: (patienceMs = 15_000) =>
      page.locator(".signs:has(li):not(:has(li:not(.seen)))").waitFor({ timeout: patienceMs }),
    write: async (side, text) => {
      const box = side.getByLabel(/^(Write a message|Reply)$/);
      await box.fill(text);
      await box.press("Enter");
      await side.getByRole("log").getByText(text, { exact: true }).waitFor();
    },
    said: (side) => side.locator(".bubble, [part~=bubble]").allInnerTexts(),
    pressIn: async (side, name) => {
      await side.getByRole("button", { name, exact: true }).press("Enter");
    },
    begin: async () => {
      await visitor.press("hello");
      await visitor.write(desk, "Yes. Where to?");
      await visitor.seen();
    },
    leave: async () => {
      await shop.locator("rejoin-chat").evaluate((chat) => (chat as unknown as { end(): Promise<boolean> }).end());
      await context.close();
    },
  };
  return visitor;
}
