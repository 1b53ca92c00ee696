import type { Command } from "../../core/conversation/commands.ts";
import { toEvidence } from "../../core/conversation/evidence.ts";
import type { Evidence } from "../../core/resume.ts";
import type { EntriesAnswer } from "#protocol/bodies.ts";
import type { Change, Ledger } from "./ledger.ts";
import { refusalOf } from "../../core/conversation/rights.ts";
import { entriesAfter } from "./record.ts";

/** Whom the resume decision lets in, and how they came. */
export interface Admission {
  device: string;
  /** The verified identity; null for guests. */
  subject: string | null;
  /** The name that their site has signed; null if none. During a deployment an older Worker says nothing of it. */
  name?: string | null;
  /** The link that was opened; null if none. */
  linkId: string | null;
  /** The browser that started it signs in: it becomes this identity's. */
  claim: boolean;
}

/** `ended`: it ended between the question and the answer. */
export type Admitted =
  | { outcome: "in"; generation: number; owned: boolean }
  | { outcome: "ended"; evidence: Evidence }
  | { outcome: "refused" };

/** Judges again at the moment of entry: what was true when the question was asked may have passed. */
export function admit(
  run: (command: Command) => Change,
  { device, subject, name, linkId, claim }: Admission,
): Admitted {
  if (claim && subject !== null) run({ type: "identify", subject, name: name ?? null, device });
  const { after } = run({ type: "clock" });
  const evidence = toEvidence(after);
  if (evidence.ended !== null) return { outcome: "ended", evidence };
  if (evidence.subject !== null && evidence.subject !== subject) return { outcome: "refused" };
  if (linkId !== null) {
    if (!evidence.linkIds.includes(linkId)) return { outcome: "refused" };
    run({ type: "link-opened", linkId });
  }
  return { outcome: "in", generation: evidence.generation, owned: evidence.subject !== null };
}

export type TranscriptPage = EntriesAnswer | { refused: true };

/** A page of the transcript, also after the end, for whoever may still open its socket. Links stand in it by their ids alone. */
export function readTranscript(
  ledger: Ledger,
  after: number,
  seat: { generation: number; identityUntil: number | null },
  now: number,
  rootKey: string,
): TranscriptPage {
  if (refusalOf(ledger.state, { side: "customer", ...seat }, now) !== null) return { refused: true };
  return entriesAfter(ledger, after, rootKey);
}
