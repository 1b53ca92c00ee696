import type { BrowserContextOptions, Page } from "playwright-core";

type Emulated = NonNullable<Parameters<Page["emulateMedia"]>[0]>;

/** How a screen is looked at: by which device, and then with which preferences, without going there anew. */
export interface Device {
  name: string;
  lang?: string;
  /** The screens that are looked at so; all if none are named. */
  screens?: readonly string[];
  browser: BrowserContextOptions;
  shots: readonly { name: string; media: Emulated }[];
}

const light = { name: "light", media: { colorScheme: "light", forcedColors: "none" } } as const;
const dark = { name: "dark", media: { colorScheme: "dark", forcedColors: "none" } } as const;
const forced = { name: "forced", media: { colorScheme: "dark", forcedColors: "active" } } as const;

const desktop = { viewport: { width: 1280, height: 800 } };
const phone = { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, isMobile: true, hasTouch: true };

export const DEVICES: readonly Device[] = [
  { name: "desktop", browser: desktop, shots: [light, dark, forced] },
  { name: "phone", browser: phone, shots: [light, dark] },
  { name: "desktop-ar", lang: "ar", browser: desktop, shots: [light] },
  { name: "phone-ar", lang: "ar", browser: phone, shots: [dark] },
  {
    // What a desktop's browser shows at 200 %: half the room, each pixel doubled.
    name: "zoom",
    browser: { viewport: { width: 640, height: 400 }, deviceScaleFactor: 2 },
    shots: [light],
    screens: ["welcome", "active", "connection-lost", "prompt", "too-late", "link-sheet", "end-question"],
  },
];

/** How the console is looked at. */
export const CONSOLE_DEVICES: readonly Device[] = [
  { name: "console", browser: desktop, shots: [light, dark, forced] },
  {
    name: "console-phone",
    browser: { ...phone, viewport: { width: 375, height: 740 } },
    shots: [light, dark],
  },
];
