import type { Tools } from "../screens/kit.ts";
import { loadScreens } from "../screens/screens.ts";
import type { Desk } from "./asks.ts";
import type { Asks, MainScene, MoreScreens, Scene } from "./scene.ts";

/** The screens that are seldom seen, with what can be done on them. */
export type Seldom = {
  readonly [Name in keyof MoreScreens]: (
    scene: MainScene,
    ...more: Parameters<MoreScreens[Name]> extends [Scene, ...infer Rest] ? Rest : never
  ) => ReturnType<MoreScreens[Name]>;
};

type Rare = Omit<Asks, keyof MainScene["asks"]>;

function rareAsks(desk: Desk): Rare {
  const { chat } = desk;
  return {
    startNew: () => {
      desk.reading = false;
      desk.show({ is: "none" });
      void chat.startNew();
    },
    continue: () => void chat.continue(),
    read: () => {
      desk.reading = true;
      desk.draw();
    },
    dismiss: () => {
      desk.reading = false;
      chat.dismiss();
    },
    end: () => {
      desk.show({ is: "none" });
      void chat.end();
    },
    copy: (url) =>
      void navigator.clipboard.writeText(url).then(
        () => {
          if (desk.sheet.is === "link") desk.show({ ...desk.sheet, copied: true });
        },
        // Not allowed to: the link stands there, selected by a touch of it.
        () => undefined,
      ),
  };
}

export async function loadSeldom(table: string, root: ShadowRoot, tools: Tools, desk: Desk): Promise<Seldom> {
  const screens = await loadScreens(table, root, tools);
  const rare = rareAsks(desk);
  const whole = (scene: MainScene): Scene => ({ ...scene, asks: { ...scene.asks, ...rare } });
  let asked: MainScene["sheet"] | null = null;
  const askForLink = async (sheet: MainScene["sheet"]): Promise<void> => {
    asked = sheet;
    const answer = await desk.chat.makeLink();
    if (desk.sheet.is === "link") desk.show({ ...desk.sheet, answer });
  };
  return {
    screen: (scene, screen) => screens.screen(whole(scene), screen),
    footer: (scene, screen) => screens.footer(whole(scene), screen),
    sheet: (scene) => {
      const { sheet } = scene;
      if (sheet.is === "link" && sheet.answer === null && sheet !== asked) void askForLink(sheet);
      return screens.sheet(whole(scene));
    },
    announcement: (scene, screen) => screens.announcement(whole(scene), screen),
    aside: (scene) => screens.aside(whole(scene)),
  };
}
