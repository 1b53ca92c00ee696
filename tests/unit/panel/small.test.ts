import { expect, test } from "vitest";
import { createAloud } from "../../../widget/customer/rest/aloud.ts";
import { piecesOf } from "../../../widget/customer/rest/links.ts";
import { initials } from "../../../widget/customer/panel/ring.ts";
import { linkAfter, nextScreen, screenOf } from "../../../widget/customer/rest/screen.ts";
import { TALKING } from "./views.ts";

test("initials are of the first and the last name, in any script", () => {
  expect(["Ana Martins", "ana", " Ana  Maria de Sousa ", "Ōta 健", "", "😀 B"].map(initials)).toEqual([
    "AM",
    "A",
    "AS",
    "Ō健",
    "",
    "😀B",
  ]);
});

test("the one region says what is new, once; what is no longer true leaves it", () => {
  const aloud = createAloud();
  expect(aloud(["Here", ""])).toBe("Here");
  expect(aloud(["Here", "Offline"])).toBe("Offline");
  expect(aloud(["Here", "Offline"])).toBe("Offline");
  expect(aloud(["Gone", "Back"])).toBe("Back");
  expect(aloud(["Gone", ""])).toBe("");
  expect(aloud(["Here", ""])).toBe("Here");
});

test("links are found where there are some, only safe ones lead somewhere, and no character is lost", () => {
  const links = (text: string) => piecesOf(text).flatMap((piece) => (typeof piece === "string" ? [] : [piece.href]));
  expect(links("see https://shop.example/a?b=c#d, or shop.example.com")).toEqual([
    "https://shop.example/a?b=c#d",
    "https://shop.example.com",
  ]);
  expect(links("mail sam@shop.example.com or mailto:sam@shop.example.com, tel:+351123456")).toEqual([
    "mailto:sam@shop.example.com",
    "mailto:sam@shop.example.com",
    "tel:+351123456",
  ]);
  const bad = "javascript:alert(1) data:text/html,x ftp://shop.example/x file:///etc/passwd vbscript:x";
  expect(links(bad)).toEqual([]);
  const text = `<b>https://x.example</b>\n\u202e ${bad} end.`;
  expect(
    piecesOf(text)
      .map((piece) => (typeof piece === "string" ? piece : piece.text))
      .join(""),
  ).toBe(text);
});

test("L08 what could not be asked is a screen of its own, and so is another person's chat in another tab", () => {
  const again = { ask: "look-up", continue: false } as const;
  const at = (code: string) => screenOf({ ...TALKING, entrance: { at: "unreachable", code, again } }, false);
  expect(at("unavailable")).toEqual({ is: "unreachable", what: "look-up", text: "" });
  expect(at("elsewhere")).toEqual({ is: "elsewhere" });
});

test("T02 a chat that is over is read only by who wants to, until then it says that it is too late", () => {
  const { entrance } = TALKING;
  const access = entrance.at === "chatting" ? entrance.access : null;
  const ended = {
    ...TALKING,
    entrance: { at: "ended", access, ended: null, redirectUrl: null, via: "credential" },
  } as const;
  expect(screenOf(ended, false)).toEqual({ is: "ended", ended: null, readable: true });
  expect(screenOf(ended, true)).toEqual({ is: "over", ended: null });
});

test("L08 what is asked again stays on the screen until there is an answer", () => {
  const lost = { is: "unreachable", what: "look-up", text: "" } as const;
  const asking = {
    ...TALKING,
    entrance: { at: "looking-up", ask: "look-up", continue: false, follows: false },
  } as const;
  expect(nextScreen(lost, asking, false)).toBe(lost);
  expect(nextScreen({ is: "chat" }, asking, false)).toEqual({ is: "loading" });
  expect(nextScreen(lost, TALKING, false)).toEqual({ is: "chat" });
});

test("L07 a link that was asked for and leads to nothing is dead, until there is a chat", () => {
  expect(linkAfter("asked", { at: "none" })).toBe("dead");
  expect(linkAfter("none", { at: "none" })).toBe("none");
  expect(linkAfter("dead", { at: "none" })).toBe("dead");
  expect(linkAfter("dead", TALKING.entrance)).toBe("none");
});
