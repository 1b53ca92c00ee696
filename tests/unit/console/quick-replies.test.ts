import { describe, expect, test } from "vitest";
import { steer } from "../../../widget/agent/talk/composer-keys.ts";
import { filled, linkTrouble, matching, namingAt, placed } from "../../../widget/agent/talk/quick-replies.ts";

const replies = [
  { shortcut: "hello", text: "Hello {CustomerName}" },
  { shortcut: "link", text: "Come back by {ReconnectUrl}" },
  { shortcut: "delivery-link", text: "Track it" },
];

describe("namingAt", () => {
  test.for([
    ["/", 1, { from: 0, to: 1, query: "" }],
    ["/li", 3, { from: 0, to: 3, query: "li" }],
    ["Hi /Li", 6, { from: 3, to: 6, query: "li" }],
    ["Hi\n/x", 5, { from: 3, to: 5, query: "x" }],
    ["/link now", 3, { from: 0, to: 3, query: "li" }],
    ["and/or", 6, null],
    ["https://x", 9, null],
    ["/two words", 10, null],
    ["", 0, null],
  ] as const)("of %j at %i is %j", ([text, caret, naming]) => {
    expect(namingAt(text, caret)).toEqual(naming);
  });
});

describe("matching", () => {
  test("has those that begin so before those that hold it", () => {
    expect(matching(replies, "li").map(({ shortcut }) => shortcut)).toEqual(["link", "delivery-link"]);
  });

  test("looks into the text, too", () => {
    expect(matching(replies, "track").map(({ shortcut }) => shortcut)).toEqual(["delivery-link"]);
  });

  test("shows a screenful at most", () => {
    const many = Array.from({ length: 50 }, (_, n) => ({ shortcut: `r${n}`, text: "x" }));
    expect(matching(many, "r")).toHaveLength(8);
  });
});

describe("filled", () => {
  test("knows both names, and leaves the link to the customer's own socket", () => {
    const text = filled("Hi {CustomerName}, I'm {AgentName}: {ReconnectUrl}", {
      customerName: "Sam",
      agentName: "Ana",
    });
    expect(text).toBe("Hi Sam, I'm Ana: {ReconnectUrl}");
  });

  test("says nothing where a customer has no name", () => {
    expect(filled("Hi {CustomerName}, hello", { customerName: null, agentName: "Ana" })).toBe("Hi, hello");
  });

  test("takes names as they are, dollars and slugs included", () => {
    expect(filled("{CustomerName}", { customerName: "$& {AgentName", agentName: "Ana" })).toBe("$& {AgentName");
  });
});

test("a reply takes the place of its name, and one writes on after it", () => {
  expect(placed("Well, /li please", { from: 6, to: 9, query: "li" }, "here")).toEqual({
    text: "Well, here please",
    caret: 10,
  });
});

describe("linkTrouble", () => {
  const good = { enabled: true, portalUrl: "https://shop.example/help" };
  test.for([
    ["Hello", { enabled: false, portalUrl: null }, null],
    ["{ReconnectUrl}", good, null],
    ["{ReconnectUrl}", { ...good, portalUrl: null }, "no-portal"],
    ["{ReconnectUrl}", { ...good, enabled: false }, "off"],
    ["{ReconnectUrl}", null, null],
  ] as const)("of %j with %j is %j", ([text, reconnect, trouble]) => {
    expect(linkTrouble(text, reconnect)).toBe(trouble);
  });
});

describe("steer", () => {
  const key = (name: string, shiftKey = false) => ({ key: name, shiftKey });
  test("arrows go round, Enter and Tab choose, Escape leaves", () => {
    expect(steer(key("ArrowDown"), 2, 3)).toEqual({ do: "move", to: 0 });
    expect(steer(key("ArrowUp"), 0, 3)).toEqual({ do: "move", to: 2 });
    expect(steer(key("Enter"), 1, 3)).toEqual({ do: "choose" });
    expect(steer(key("Tab"), 1, 3)).toEqual({ do: "choose" });
    expect(steer(key("Escape"), 1, 3)).toEqual({ do: "leave" });
  });

  test("where nothing is found, Enter sends and Tab goes on as ever", () => {
    for (const name of ["Enter", "Tab", "ArrowDown", "x"]) expect(steer(key(name), 0, 0)).toEqual({ do: "nothing" });
  });

  test("Shift+Enter breaks the line, whatever is offered", () => {
    expect(steer(key("Enter", true), 0, 3)).toEqual({ do: "nothing" });
  });
});
