import { launchBrowser } from "../../support/browser.ts";
import { openStorefront } from "../../support/storefront.ts";
import { type Bench, sized } from "../kit/bench.ts";
import { type Aim, atMost, compared, counted, type Figure, ratioAtMost } from "../kit/figure.ts";
import { startBoth } from "../kit/server.ts";
import { type Candidate, putCandidates } from "../page/candidates.ts";
import { reasonsAgainstKeeping } from "../page/come-back.ts";
import { type Weight, weigh, type Weights } from "../page/weigh.ts";

/** What the widget costs the page that it stands on, closed and opened. */
export const page: Bench = {
  name: "page",
  measure: async (ground): Promise<Figure[]> => {
    const server = await startBoth(ground);
    const browser = await launchBrowser();
    const front = await openStorefront(server);
    try {
      const candidates = await putCandidates(front);
      ground.say("pages, in turn");
      const weights: Record<string, Weights[]> = {};
      // The first visit of each pays for what the machine has not read yet.
      for (let round = 0; round <= sized(ground, 9, 0); round += 1) {
        for (const [name, candidate] of Object.entries<Candidate>(candidates))
          (weights[name] ??= []).push(await weigh(browser, front.url, candidate, sized(ground, 700, 100)));
      }
      const of = (name: keyof typeof candidates, at: keyof Weights, what: keyof Weight): number[] => {
        const all = (weights[name] ?? []).map((weight) => weight[at][what]);
        return all.length > 1 ? all.slice(1) : all;
      };
      const line = (
        words: { name: string; unit: string; note: string; aim?: Aim },
        at: keyof Weights,
        what: keyof Weight,
        other: keyof typeof candidates,
      ): Figure => compared(words, of("ours", at, what), of(other, at, what));
      const lit = "an element of Lit with one button";
      const bot = "react-chatbotify 2.5, opened";
      const scope = "a widget of @chatscope/chat-ui-kit-react 2.1, opened";
      const [without, withChat] = [
        await reasonsAgainstKeeping(browser, front, "/blank"),
        await reasonsAgainstKeeping(browser, front, "/ours"),
      ];
      const added = withChat.filter((reason) => !without.includes(reason));
      return [
        line(
          { name: "page with a closed chat: bytes", unit: "bytes", note: lit, aim: atMost(3_000, "bytes") },
          "closed",
          "bytes",
          "lit",
        ),
        line(
          { name: "page with a closed chat: script", unit: "ms at 4x", note: lit, aim: ratioAtMost(1) },
          "closed",
          "script",
          "lit",
        ),
        line(
          {
            name: "page with a closed chat: script, beside a blank page",
            unit: "ms at 4x",
            note: "a page without a chat",
          },
          "closed",
          "script",
          "blank",
        ),
        line(
          {
            name: "page with a closed chat: longest task over 50 ms",
            unit: "ms at 4x",
            note: "a page without a chat",
            aim: atMost(0),
          },
          "closed",
          "longest",
          "blank",
        ),
        ...(
          [
            [bot, "chatbotify"],
            [scope, "chatscope"],
          ] as const
        ).flatMap(([note, other]) => [
          compared(
            {
              name: "page with an opened chat: bytes that writing needs",
              unit: "bytes",
              note,
              aim: ratioAtMost(0.2),
            },
            of("ours", "opened", "bytes").map((bytes, n) => bytes - (of("ours", "opened", "lateBytes")[n] ?? 0)),
            of(other, "opened", "bytes"),
          ),
          line(
            { name: "with what is asked for once those are there, for when the line is lost", unit: "bytes", note },
            "opened",
            "bytes",
            other,
          ),
        ]),
        line(
          { name: "page with an opened chat: script", unit: "ms at 4x", note: bot, aim: ratioAtMost(0.2) },
          "opened",
          "script",
          "chatbotify",
        ),
        line(
          {
            name: "page with an opened chat: script, beside another",
            unit: "ms at 4x",
            note: scope,
            aim: ratioAtMost(0.2),
          },
          "opened",
          "script",
          "chatscope",
        ),
        line(
          { name: "page with an opened chat: longest task over 50 ms", unit: "ms at 4x", note: bot, aim: atMost(0) },
          "opened",
          "longest",
          "chatbotify",
        ),
        line(
          {
            name: "layout shift by a closed and an opened chat",
            unit: "",
            note: "a page without a chat",
            aim: atMost(0),
          },
          "opened",
          "shift",
          "blank",
        ),
        counted(
          {
            name: "reasons that a chat gives the browser against keeping the page for going back",
            unit: "",
            note: `beyond those of a page without a chat${added.length === 0 ? "" : `: ${added.join(", ")}`}`,
            aim: atMost(0),
          },
          added.length,
        ),
      ];
    } finally {
      await front.close();
      await browser.close();
      await server.stop();
    }
  },
};
