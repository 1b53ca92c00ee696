import type { Offer } from "#protocol/bodies.ts";
import type { Ending, Phase } from "#protocol/view.ts";
import type { Line } from "../client/customer.ts";
import { clockTime, longSpan } from "../parts/time.ts";

/** Everything that a customer reads, but for what stands in the transcript. Plain and short; what happens next is said. */
export const WORDS = {
  yourChat: "your chat",
  loading: "One moment…",
  welcomeBack: "Welcome back",
  start: "Start chat",
  starting: "Starting…",
  startNew: "Start a new chat",
  firstMessage: "What is it about?",
  message: "Write a message",
  send: "Send",
  tryNow: "Try now",
  tryAgain: "Try again",
  read: "Read the conversation",
  closeChat: "Close this chat",
  end: "End chat",
  reallyEnd: "End this chat?",
  yesEnd: "End it",
  noEnd: "Keep chatting",
  takeAlong: "Take along",
  linkTitle: "Continue on another device",
  linkHint: "Copy this link and open it there. Whoever has the link can read this chat.",
  copy: "Copy",
  copied: "Copied",
  back: "Back",
  cantReach: "We can't reach your chat right now",
  nothingLost: "Nothing is lost.",
  unsentKept: "What was not sent is kept for your next chat.",
  startFailed: "Your chat could not be started yet. What you wrote is kept, and we try again when you're back online.",
  signInProblem: "Your sign-in did not work",
  signInHint: "Sign in on this site again, then come back to the chat.",
  deadLink: "This link doesn't open a chat any more.",
  replies: "We reply here. You can close this page and come back.",
  queued: "We'll connect you as soon as somebody is free. You can close this page and come back.",
} as const;

const ORDINALS = ["first", "second", "third", "fourth", "fifth"];

/** The one line under the title; it always tells the truth, which without a connection is less. */
export function statusLine(phase: Phase, connected: boolean): string {
  switch (phase.state) {
    case "open":
      return phase.place === null
        ? "Waiting for somebody to be free"
        : `You're ${ORDINALS[phase.place - 1] ?? `number ${phase.place}`} in line`;
    case "active":
      if (!connected) return "Not connected";
      return phase.agentConnected ? "Here with you" : "Reconnecting";
    case "waiting":
      return `You were talking with ${phase.previousAgent.name}`;
    case "wrap-up":
    case "closed":
      return "This chat has ended";
  }
}

export function agentLost(name: string): string {
  return `${name} lost their connection. We're keeping your place; it usually takes a moment.`;
}

/** `now` by the server's clock. */
export function promptText({ agentName, awaySince }: Offer, now: number): string {
  const who = agentName === null ? "You were waiting for somebody" : `You were talking with ${agentName}`;
  return awaySince === null ? `${who}.` : `${who} ${longSpan(now - awaySince)} ago.`;
}

export function continueText({ agentName }: Offer): string {
  return agentName === null ? "Continue" : `Continue with ${agentName}`;
}

/** How it ended; `lines` tell since when the customer was away, and with whom they talked. */
export function endedText(ended: Ending | null, lines: readonly Line[]): string {
  if (ended === null) return "This chat has ended.";
  const at = clockTime(ended.at);
  if (ended.reason === "expired") {
    const since = lines.findLast((line) => line.kind === "event" && line.what.type === "away");
    const away = since?.kind === "event" && since.what.type === "away" ? longSpan(ended.at - since.what.since) : null;
    return away === null
      ? `This chat ended at ${at}, since you were away.`
      : `This chat ended at ${at}, after ${away} without you.`;
  }
  if (ended.by === "customer") return `You ended this chat at ${at}.`;
  const agent = lines.findLast((line) => line.kind === "event" && line.what.type === "joined");
  const name = agent?.kind === "event" && agent.what.type === "joined" ? agent.what.agent.name : "We";
  return `${name} ended this chat at ${at}.`;
}
