import type { Browser, BrowserContextOptions, Locator, Page } from "playwright-core";
import type { AgentPeer } from "./peers.ts";
import { signInOwner } from "./peers.ts";
import type { TestServer } from "./server.ts";

/** A supervisor's browser in the settings. */
export interface SettingsPage {
  peer: AgentPeer;
  page: Page;
  settings: Locator;
  /** Goes to another page of the settings by its address, as a bookmark would. */
  open(path: string): Promise<void>;
  field(label: string): Locator;
  button(name: string): Locator;
  save(): Promise<void>;
  /** The text that stands beside the save button, once it says this. */
  says(text: string | RegExp): Promise<void>;
}

export async function settingsPage(
  server: TestServer,
  browser: Browser,
  path: string,
  { peer, ...options }: BrowserContextOptions & { peer?: AgentPeer } = {},
): Promise<SettingsPage> {
  const owner = peer ?? (await signInOwner(server.url, server.setupSecret));
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
  const [name = "", value = ""] = owner.cookie.split("=");
  await context.addCookies([{ name, value, url: server.url }]);
  const page = await context.newPage();
  const settings = page.locator("rejoin-settings");
  const open = async (to: string): Promise<void> => {
    await page.goto(`${server.url}/console#/settings/${to}`);
    await settings.locator("h2").first().waitFor();
  };
  await open(path);
  return {
    peer: owner,
    page,
    settings,
    open,
    field: (label) => settings.getByLabel(label, { exact: true }),
    button: (does) => settings.getByRole("button", { name: does, exact: true }),
    save: () => settings.getByRole("button", { name: "Save", exact: true }).click(),
    says: (text) => settings.locator(".savebar").getByText(text).waitFor(),
  };
}

/** What is said about a field, as its input names it. */
export async function describedBy(input: Locator): Promise<string> {
  return input.evaluate((element) => {
    const ids = element.getAttribute("aria-describedby")?.split(" ") ?? [];
    const root = element.getRootNode() as ShadowRoot;
    return ids.map((id) => root.getElementById(id)?.textContent?.trim().replace(/\s+/g, " ") ?? `#${id}?`).join(" | ");
  });
}
