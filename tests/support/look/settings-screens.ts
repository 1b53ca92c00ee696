import type { Browser, Page } from "playwright-core";
import type { TestServer } from "../server.ts";
import type { SettingsPage } from "../settings-page.ts";
import { settingsPage } from "../settings-page.ts";
import type { Shop } from "../shop.ts";
import { openShop } from "../shop.ts";
import type { Device } from "./variants.ts";

/** A screen of the settings, and how an owner gets there. */
export interface SettingsScreen {
  name: string;
  path(shop: Shop): string;
  reach?(there: SettingsPage, shop: Shop): Promise<void>;
}

const HOLD = "Reconnect to previous agent for";

export const SETTINGS_SCREENS: readonly SettingsScreen[] = [
  { name: "settings-widgets", path: () => "widgets" },
  { name: "settings-coming-back", path: ({ widgetId }) => `widgets/${widgetId}` },
  {
    name: "settings-refused",
    path: ({ widgetId }) => `widgets/${widgetId}`,
    reach: async (there) => {
      await there.field(HOLD).fill("25");
      await there.save();
      await there.says(/^Not saved/);
    },
  },
  {
    name: "settings-overtaken",
    path: ({ widgetId }) => `widgets/${widgetId}`,
    reach: async (there, shop) => {
      await shop.saveWidget({ holdSeconds: 60 });
      await there.field(HOLD).fill("8");
      await there.save();
      await there.says(/changed it after/);
    },
  },
  {
    name: "settings-looks",
    path: ({ widgetId }) => `widgets/${widgetId}/looks`,
    reach: async (there) => {
      await there.field("Greeting").fill("Hello. What can we do for you?");
      await there.field("Accent").fill("#0f766e");
      const chat = there.settings.frameLocator("iframe").locator("rejoin-chat");
      await chat.getByText("Great, thank you.").waitFor();
      await there.button("Greeting").waitFor();
    },
  },
  {
    name: "settings-keys",
    path: ({ widgetId }) => `widgets/${widgetId}/site`,
    reach: async (there, shop) => {
      await shop.owner.call("POST", `/v1/widgets/${shop.widgetId}/keys`, { keepOldForSeconds: 86_400 });
      await there.page.reload();
      await there.button("Change the keys").click();
      await there.button("Make a new secret").scrollIntoViewIfNeeded();
    },
  },
  {
    name: "settings-code",
    path: ({ widgetId }) => `widgets/${widgetId}/code`,
    reach: async (there, shop) => {
      await there
        .field("A token of your backend")
        .fill(await shop.identity("sam", { audience: "bank", expiresIn: -90 }));
      await there.button("Test").click();
      await there.settings.getByText("Expired 90 seconds ago.").scrollIntoViewIfNeeded();
    },
  },
  { name: "settings-workstream", path: ({ workstreamId }) => `workstreams/${workstreamId}` },
  { name: "settings-agents", path: () => "agents" },
  {
    name: "settings-invited",
    path: () => "agents/new",
    reach: async (there) => {
      await there.field("Name").fill("Bea Lindqvist");
      await there.button("Make the sign-in link").click();
      await there.settings.getByText("Send this link to Bea Lindqvist").waitFor();
    },
  },
  {
    name: "settings-leaving",
    path: ({ widgetId }) => `widgets/${widgetId}`,
    reach: async (there) => {
      await there.field("Redirect URL").fill("https://shop.example/late");
      await there.settings.getByRole("link", { name: "Agents", exact: true }).click();
      await there.settings.getByRole("dialog").waitFor();
    },
  },
  { name: "settings-quick-replies", path: () => "quick-replies" },
  {
    name: "settings-changes",
    path: () => "changes",
    reach: (there) => there.settings.locator(".change").first().waitFor(),
  },
];

export async function reachSettings(
  server: TestServer,
  browser: Browser,
  { path, reach }: SettingsScreen,
  device: Device,
): Promise<{ page: Page; leave(): Promise<void> }> {
  const shop = await openShop(server);
  const there = await settingsPage(server, browser, path(shop), { ...device.browser, peer: shop.owner });
  await reach?.(there, shop);
  return { page: there.page, leave: () => there.page.context().close() };
}
