import type { Screen } from "../panel/screen.ts";
import type { MoreScreens, Scene } from "../panel/scene.ts";
import { loadMoreTexts } from "../texts/more-languages.ts";
import { endedAnnouncement, endedScreen, overFooter } from "./ended.ts";
import { endSheet } from "./end-sheet.ts";
import type { Drawn, Kit, Tools } from "./kit.ts";
import { createCodes, linkSheet } from "./link-sheet.ts";
import { promptAnnouncement, promptScreen } from "./prompt.ts";
import sheet from "./screens.css";
import { elsewhereScreen, refusedScreen } from "./who.ts";

function screenOf(kit: Kit, scene: Scene, screen: Screen): Drawn {
  switch (screen.is) {
    case "prompt":
      return promptScreen(kit, scene, screen.offer);
    case "ended":
      return endedScreen(kit, scene, screen.ended, screen.readable);
    case "refused":
      return refusedScreen(kit, scene);
    case "elsewhere":
      return elsewhereScreen(kit, scene);
    default:
      return kit.nothing;
  }
}

function announcementOf(kit: Kit, scene: Scene, screen: Screen): string {
  const { more } = kit;
  const { say } = scene;
  switch (screen.is) {
    case "prompt":
      return promptAnnouncement(kit, scene, screen.offer);
    case "ended":
    case "over":
      return endedAnnouncement(kit, scene, screen.ended);
    case "refused":
      return `${say(more.signInProblem)}\n${say(more.signInHint)}`;
    case "elsewhere":
      return `${say(more.elsewhere)}\n${say(more.elsewhereHint)}`;
    default: {
      // The end question and the link speak for themselves: the focus goes there.
      if (scene.sheet.is === "link" && scene.sheet.copied) return say(more.copied);
      return screen.is === "welcome" && scene.deadLink ? say(more.deadLink) : "";
    }
  }
}

/** The screens that are seldom seen, and so are loaded when they are. Loads what they say in the customer's language, and puts their style to the panel's. Rejects where the network fails. */
export async function loadScreens(table: string, root: ShadowRoot, tools: Tools): Promise<MoreScreens> {
  const kit: Kit = { ...tools, more: await loadMoreTexts(table) };
  const style = new CSSStyleSheet();
  style.replaceSync(sheet);
  root.adoptedStyleSheets.push(style);
  const codes = createCodes(tools.redraw);
  return {
    screen: (scene, screen) => screenOf(kit, scene, screen),
    footer: (scene, screen) => (screen.is === "over" ? overFooter(kit, scene, screen.ended) : kit.nothing),
    sheet: (scene) => {
      if (scene.sheet.is === "end") return endSheet(kit, scene);
      return scene.sheet.is === "link" ? linkSheet(kit, scene, codes, scene.sheet) : kit.nothing;
    },
    aside: ({ deadLink, say }) => (deadLink ? kit.html`<p class="aside">${say(kit.more.deadLink)}</p>` : kit.nothing),
    announcement: (scene, screen) => announcementOf(kit, scene, screen),
  };
}
