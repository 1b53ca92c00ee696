import { checkAll } from "#protocol/decode.ts";
import { QuickRepliesBody } from "#protocol/console.ts";
import { SLUGS } from "#protocol/settings.ts";
import type { QuickReply } from "#protocol/settings.ts";
import type { Breach, SettingsVerdict } from "./verdict.ts";
import { invalid, judge, verdictOf } from "./verdict.ts";

const IN_BRACES = /\{[A-Za-z][A-Za-z0-9]*\}/g;

/** What is written like a slug and is none would be sent to customers as it stands. */
function unknownSlug({ text }: QuickReply, n: number): Breach | null {
  const known: readonly string[] = SLUGS;
  const unknown = (text.match(IN_BRACES) ?? []).filter((slug) => !known.includes(slug));
  if (unknown.length === 0) return null;
  const near = known.find((slug) => slug.toLowerCase() === unknown[0]?.toLowerCase());
  const hint = near === undefined ? `What can be filled in: ${SLUGS.join(", ")}.` : `Write it as ${near}.`;
  return invalid(`quickReplies.${n}.text`, `${[...new Set(unknown)].join(", ")} is not known. ${hint}`);
}

/** As a message it would be refused. */
function blank({ text }: QuickReply, n: number): Breach | null {
  return text.trim() === "" ? invalid(`quickReplies.${n}.text`, "Must not be empty.") : null;
}

/** May these be the quick replies? Each has a shortcut of its own. */
export function checkQuickReplies(value: unknown): SettingsVerdict<QuickReply[]> {
  const read = verdictOf(checkAll(QuickRepliesBody, value));
  if (!read.ok) return read;
  const { quickReplies } = read.value;
  const twice = quickReplies.map(({ shortcut }, n) => {
    const first = quickReplies.findIndex((other) => other.shortcut === shortcut);
    return first === n
      ? null
      : invalid(`quickReplies.${n}.shortcut`, `/${shortcut} is the shortcut of number ${first + 1}, too.`);
  });
  return judge(quickReplies, [...twice, ...quickReplies.map(blank), ...quickReplies.map(unknownSlug)]);
}
