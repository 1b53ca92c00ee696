import fc from "fast-check";
import { expect, test } from "vitest";
import { createConversation } from "../../../widget/client/io/conversation.ts";
import { readServerFrame } from "../../../widget/client/io/reader.ts";
import { createWorld } from "./support/world.ts";

/** Ana's and Ben's own conversations, and a guest's two. */
const PLACES = { a1: "ana", a2: "ana", b1: "ben", g1: null, g2: null } as const;
type Place = keyof typeof PLACES;

type Move = { do: "attach"; place: Place } | { do: "detach" | "send" | "type" | "reload" };

const move: fc.Arbitrary<Move> = fc.oneof(
  fc.record({
    do: fc.constant("attach" as const),
    place: fc.constantFrom<Place>("a1", "a2", "b1", "g1", "g2"),
  }),
  fc.record({ do: fc.constantFrom("detach" as const, "send" as const, "type" as const, "reload" as const) }),
);

test(
  "P08 N03 seeded walks, offline: a text is never lost, never there twice, and never shown to another person",
  { timeout: 60_000 },
  () => {
    fc.assert(
      fc.property(fc.array(move, { minLength: 3, maxLength: 25 }), (moves) => {
        const world = createWorld(() => 0.5);
        world.network("down");
        const open = () =>
          createConversation({
            role: "customer",
            ports: world.tab().ports,
            socketUrl: "ws://server/socket",
            prefix: "rejoin:w1:",
            authorise: async () => ({ key: "credential" }),
            read: readServerFrame,
          });
        let page = open();
        /** Whose each text is, once a person's own conversation had it. */
        const whose = new Map<string, string | null>();
        const lines = (text: string): string[] => text.split("\n").filter((line) => line !== "");
        const shown = (): string[] => {
          const { draft, lines: said } = page.snapshot();
          return [...lines(draft), ...said.flatMap((line) => (line.kind === "message" ? [line.text] : []))];
        };
        const stored = (): string[] =>
          [...world.stored.values()].flatMap((value) => lines(String(Reflect.get(JSON.parse(value), "text"))));
        let owner: string | null = null;
        for (const next of moves) {
          const text = `text ${whose.size}.`;
          if (next.do === "reload") {
            page.dispose();
            page = open();
            owner = null;
          } else if (next.do === "attach") {
            owner = PLACES[next.place];
            page.attach(next.place, false, owner);
          } else if (next.do === "detach") {
            page.dispatch({ type: "detach" });
            owner = null;
          } else if (next.do === "type") {
            page.dispatch({ type: "draft", text: [...lines(page.snapshot().draft), text].join("\n") });
            whose.set(text, owner);
          } else if ("id" in page.send(text)) whose.set(text, owner);
          for (const each of shown()) {
            expect([null, owner]).toContain(whose.get(each));
            whose.set(each, owner);
          }
          expect(shown().toSorted()).toEqual([...new Set(shown())].toSorted());
          expect(stored().toSorted()).toEqual([...whose.keys()].toSorted());
        }
      }),
      { numRuns: 1_000 },
    );
  },
);
