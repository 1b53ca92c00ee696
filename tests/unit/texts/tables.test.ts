import { describe, expect, test } from "vitest";
import { isRightToLeft, loadChatTexts, TABLES } from "../../../widget/customer/texts/languages.ts";
import { createWords } from "../../../widget/customer/words/words.ts";
import { nearestLanguage } from "../../../worker/core/language.ts";
import { launcherWords } from "../../../worker/core/launcher-words.ts";
import { wordsOf } from "../../support/wording.ts";
import { entriesOf, formsOf, keysOf, OTHERS, placeholdersOf, texts } from "./tables.ts";

test("each language has texts of its own", async () => {
  const greetings = await Promise.all(TABLES.map(async (table) => (await loadChatTexts(table)).greeting));
  const prompts = await Promise.all(TABLES.map(async (table) => (await wordsOf(table)).more.welcomeBack));
  expect([new Set(greetings).size, new Set(prompts).size]).toEqual([TABLES.length, TABLES.length]);
});

test("a customer is given each language that there are texts in", () => {
  expect(TABLES.map((table) => nearestLanguage([table]).table)).toEqual([...TABLES]);
});

test("the launcher, whose words come with the settings, says what the chat says", async () => {
  for (const table of TABLES) {
    const { chat, more } = await wordsOf(table);
    expect(launcherWords({ tag: table, table })).toEqual({
      open: more.openChat,
      lost: `${more.cantReach}\n${chat.tryAgain}`,
    });
  }
});

test("the direction of a table is the one of its language", () => {
  const ownDirection = (table: string): boolean =>
    createWords(table)
      .day(0, 0)
      .match(/[\u0590-\u08ff]/) !== null;
  expect(TABLES.filter((table) => isRightToLeft(table))).toEqual(TABLES.filter(ownDirection));
});

describe.each(TABLES)("%s", (table) => {
  test("has exactly the plural forms of its language", async () => {
    const categories = new Intl.PluralRules(table).resolvedOptions().pluralCategories.toSorted();
    const counting = (await entriesOf(table)).filter(({ english }) => typeof english !== "string");
    expect(counting.map(({ text }) => Object.keys(text).toSorted())).toEqual(counting.map(() => categories));
  });

  test("neither shouts nor gapes: no exclamation marks, no doubled or outer blanks, no dots for an ellipsis", async () => {
    expect(await texts(table, (form) => /[!！¡]|\s\s|^\s|\s$|\.\./.test(form))).toEqual([]);
  });

  test("brings no marks of direction of its own: they come with what is put in", async () => {
    expect(await texts(table, (form) => /[\u200e\u200f\u202a-\u202e\u2066-\u2069]/.test(form))).toEqual([]);
  });

  test("has status lines that fit on one line beside a picture", async () => {
    const STATUS = new Set(
      ["waiting", "nextInLine", "placeInLine", "here", "agentReconnecting", "notConnected", "keepingPlace"].map(
        (key) => `chat.${key}`,
      ),
    );
    for (const key of ["wereTalkingWith", "hasEnded", "connecting", "catchingUp"]) STATUS.add(`chat.${key}`);
    const say = createWords(table);
    const long = await texts(
      table,
      (form, { key }) => STATUS.has(key) && say(form, { name: "Marianne", n: 12 }).length > 40,
    );
    expect(long).toEqual([]);
  });
});

describe.each(OTHERS)("%s", (table) => {
  test("has every text, and none that English does not have", async () => {
    expect(await keysOf(table)).toEqual(await keysOf("en"));
    expect(await texts(table, (form) => form === "")).toEqual([]);
  });

  test("leaves open what English leaves open", async () => {
    const wrong = (await entriesOf(table)).filter(({ english, text }) => {
      const open = placeholdersOf(formsOf(english).at(-1) ?? "");
      const general = typeof text === "string" ? text : text.other;
      // "One new message" needs no number.
      const strange = formsOf(text)
        .flatMap(placeholdersOf)
        .some((name) => !open.includes(name));
      return strange || placeholdersOf(general).join() !== open.join();
    });
    expect(wrong).toEqual([]);
  });

  test("ends its sentences, questions and waits as English does", async () => {
    const end = (form: string): string => [/[.。]$/, /…$/, /[?？؟]$/].findIndex((mark) => mark.test(form)).toString();
    expect(await texts(table, (form, { english }) => end(form) !== end(formsOf(english)[0] ?? ""))).toEqual([]);
  });

  test("is not English: no two words in a row stand in the English text as well", async () => {
    const ALLOWED = new Set(["qr code"]);
    const pairs = (text: string): string[] => {
      const words = text.toLowerCase().match(/[\p{L}\p{M}’']+|\{/gu) ?? [];
      return words.slice(1).map((word, at) => `${words[at]} ${word}`);
    };
    const english = (form: string): Set<string> => new Set(pairs(form.replaceAll(/\{\w+\}/g, "{")));
    expect(
      await texts(table, (form, entry) => {
        const known = english(formsOf(entry.english).at(-1) ?? "");
        return [...english(form)].some((pair) => !pair.includes("{") && known.has(pair) && !ALLOWED.has(pair));
      }),
    ).toEqual([]);
  });

  test("is set as its language is: no typewriter's quotes, no breakable blank before a mark", async () => {
    expect(await texts(table, (form) => /["']| [?;:.,…]/.test(form))).toEqual([]);
  });
});

test("whatever is put into an Arabic text is kept apart from it, so that neither moves the other", async () => {
  const say = createWords("ar");
  const values = { name: "Ana", time: "14:05", ago: "6 min", n: 4 };
  const loose = await texts("ar", (form) => {
    const said = say(form, values);
    return said.match(/\u2068[^\u2068\u2069]+\u2069/g)?.length !== (placeholdersOf(form).length || undefined);
  });
  expect(loose).toEqual([]);
});
