import type { DeskItem, Presence, Slot } from "#protocol/desk-frames.ts";
import type { Phase } from "#protocol/view.ts";
import { clockTime, countdown } from "./time.ts";

/** Everything that an agent reads, but for what stands in the transcript. */
export const WORDS = {
  theServer: "the server",
  places: "Console",
  chats: "Chats",
  insights: "Insights",
  settings: "Settings",
  placeMissing: "This page could not be loaded.",
  checking: "One moment…",
  outside: "You are not signed in",
  outsideHint:
    "Open the sign-in link that you were given. Each link works once; whoever runs this server can make another.",
  spent: "This sign-in link was used before, has expired, or never was one.",
  unreachable: "The server can't be reached right now.",
  tryAgain: "Try again",
  tryNow: "Try now",
  yourName: "What is your name?",
  yourNameHint: "Customers see it.",
  signIn: "Sign in",
  signOut: "Sign out",
  presence: "Presence:",
  notConnected: "Not connected",
  yesOffline: "Go offline",
  dismiss: "Dismiss",
  offers: "Offered to you",
  mine: "Mine",
  canReturn: "Can still return",
  wrapUp: "Wrap-up",
  queue: "Queue",
  accept: "Accept",
  decline: "Decline",
  take: "Take",
  noneMine: "Nothing yet. Conversations come to you while you are available.",
  noneQueue: "Nobody is waiting.",
  choose: "Choose a conversation.",
  back: "‹ List",
  extend: "Extend",
  giveUp: "Give up the slot",
  end: "End conversation",
  reallyEnd: "End this conversation?",
  yesEnd: "End it",
  no: "Cancel",
  close: "Close",
  giveBack: "Give back to the queue",
  transfer: "Transfer",
  transferTo: "Transfer to",
  more: "More",
  link: "Reconnect link",
  copyLink: "Copy a link",
  linkCopied: "The link is copied.",
  linkOpened: "The link was opened on another device.",
  unstable: "The customer's connection comes and goes.",
  reply: "Reply. Enter sends, Shift+Enter breaks the line.",
  replyLabel: "Reply",
  replyAway: "Reply. It waits for them here.",
  replyWaiting: "You can write again when they come back to you.",
  send: "Send",
  quickReplies: "Quick replies",
  notes: "Notes",
  notesHint: "Only agents see this.",
  saveNotes: "Save notes",
  saved: "Saved",
} as const;

export const PRESENCE: Record<Presence, string> = {
  available: "Available",
  busy: "Busy",
  away: "Away",
  offline: "Offline",
};

/** What going offline does to what one has. */
export function offlineText(conversations: number): string {
  return conversations === 1
    ? "Your conversation goes back to the queue."
    : `Your ${conversations} conversations go back to the queue.`;
}

export function customerName({ customerName: name, widgetId }: Pick<DeskItem, "customerName" | "widgetId">): string {
  return name ?? `Guest · ${widgetId}`;
}

/** Why an item needs somebody, or until when it can wait. `now` by the server's clock. */
export function markOf({ state, present, since, holdUntil, resumableUntil, closesAt }: DeskItem, now: number): string {
  if (state === "wrap-up") return closesAt === null ? "wrap-up" : `closes ${clockTime(closesAt)}`;
  if (!present && holdUntil !== null) return `${countdown(holdUntil - now)} held`;
  if (!present) return resumableUntil === null ? "away" : `away, until ${clockTime(resumableUntil)}`;
  return state === "open" ? countdown(now - since) : "here";
}

const REASONS: Record<Slot["reason"], string> = {
  offered: "offered to you",
  active: "in conversation",
  held: "held",
  "wrap-up": "wrap-up",
};

/** What takes a slot, and until when. */
export function slotText({ customerName: name, reason, until }: Slot): string {
  return `${name ?? "Guest"}, ${REASONS[reason]}${until === null ? "" : ` until ${clockTime(until)}`}`;
}

/** Where the conversation stands, for the line under the customer's name. */
export function stateText(phase: Phase): string {
  switch (phase.state) {
    case "open":
      return "In the queue";
    case "active":
      return phase.customer.at === "present" ? "Here with you" : "Away";
    case "waiting":
      return "Away; the hold is over";
    case "wrap-up":
      return `Ended at ${clockTime(phase.ended.at)}; closes at ${clockTime(phase.closesAt)}`;
    case "closed":
      return "Closed";
  }
}

/** What to know while the customer is away; null while they are not. */
export function awayText(phase: Phase): string | null {
  if (phase.state === "waiting" && phase.customer.at === "away") {
    return `The hold ended; your slot is free. They can still return until ${clockTime(phase.customer.resumableUntil)}.`;
  }
  if (phase.state !== "active" || phase.customer.at !== "away") return null;
  const { holdUntil, resumableUntil } = phase.customer;
  return `Customer disconnected. Your slot is kept until ${clockTime(holdUntil ?? resumableUntil)}; they can return until ${clockTime(resumableUntil)}.`;
}
