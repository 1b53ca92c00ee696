import type { Presence, Slot } from "#protocol/desk-frames.ts";
import type { Phase } from "#protocol/view.ts";
import { clockTime } from "./time.ts";

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
    "Open the sign-in link that you were given. Each link works once. Whoever runs this server can make another; npm start prints one each time.",
  spent: "This sign-in link was used before, has expired, or never was one.",
  unreachable: "The server can't be reached right now.",
  tryAgain: "Try again",
  tryNow: "Try now",
  yourName: "What is your name?",
  yourNameHint: "Customers see it.",
  signIn: "Sign in",
  signOut: "Sign out",
  you: "You and this browser",
  sound: "Sound for what is new",
  notify: "Desktop notifications",
  notifyOn: "On while this page is in the background.",
  notifyAsk: "Ask the browser",
  notifyDenied: "This browser blocks them for this site.",
  theme: "Colours",
  presence: "Presence:",
  notConnected: "Not connected",
  yesOffline: "Go offline",
  dismiss: "Dismiss",
  conversations: "Conversations",
  offers: "Offered to you",
  mine: "Mine",
  canReturn: "Can still return",
  wrapUp: "Wrap-up",
  queue: "Queue",
  closed: "Recently closed",
  accept: "Accept",
  decline: "Decline",
  take: "Take",
  noneMine: "Nothing yet. Conversations come to you while you are available.",
  noneQueue: "Nobody is waiting.",
  choose: "Choose a conversation",
  chooseHint: "Press J and K to go through the list, Enter to open, ? for all keys.",
  guest: "Guest",
  verified: "Verified",
  vouched: "Your site vouches for them",
  theCustomer: "The customer",
  thatCustomer: "the customer",
  back: "List",
  details: "Details",
  extend: "Extend",
  giveUp: "Give up the slot",
  end: "End conversation",
  /** The same in two parts, of which the second is seen where there is room. */
  endInParts: ["End", " conversation"],
  reallyEnd: "End this conversation?",
  endHint: "It is over for the customer at once, and reconnect links stop working. You can still write notes.",
  yesEnd: "End it",
  no: "Cancel",
  close: "Close",
  giveBack: "Give back to the queue",
  transfer: "Transfer",
  transferHint: "The customer is told. Notes go along.",
  narrow: "Find a name",
  toAgent: "To an agent",
  toWorkstream: "To a workstream",
  more: "More",
  link: "Reconnect link",
  linkWord: "reconnect link",
  linkHint: "Opens this conversation on any device, for whoever has it, until the end.",
  insertLink: "Insert into the reply",
  copyLink: "Copy a link",
  linkCopied: "The link is copied.",
  noLinks: "No links are live.",
  revoke: "Revoke",
  revokeAll: "Revoke all",
  revoked: "Revoked. It opens nothing any more.",
  slugHint: "{ReconnectUrl} becomes a link for this customer alone.",
  noPortal: "This widget has no portal URL, so a reconnect link would lead nowhere.",
  reconnectOff: "Reconnecting is turned off for this widget.",
  setIt: "Set it",
  linkOpened: "The link was opened on another device.",
  unstable: "The customer's connection comes and goes.",
  replyHint: "Enter sends, Shift+Enter breaks the line.",
  replyLabel: "Reply",
  replyAway: "It waits for them here.",
  replyWaiting: "You can write again when they come back to you.",
  send: "Send",
  quickReplies: "Quick replies",
  noReplies: "No quick reply has this name.",
  note: "Note",
  noteLabel: "Note",
  notePlaceholder: "A note. Only agents see it.",
  addNote: "Add note",
  notes: "Notes",
  notesHint: "Only agents see this.",
  notesEmpty: "Nothing yet",
  saved: "Saved",
  comingBack: "Coming back",
  customer: "Customer",
  told: "The site says",
  toldHint: "Told by the page; nobody has proved it.",
  before: "Before",
  slots: "Your slots",
  free: "Free",
  search: "Search conversations",
  searchHint: "Past conversations: words, a name, a customer's id.",
  searchFrom: "From",
  searchUntil: "Until",
  searching: "Searching…",
  nothingFound: "Nothing was found.",
  moreResults: "Show more",
  results: "Results",
  leaveSearch: "Close the search",
  pastHint: "Past conversations can be read, not continued.",
  noneClosed: "Conversations that you had stand here once they are closed.",
  keys: "Keys",
  keysHint: "None of them works while you write.",
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

/** Why a conversation that was transferred stays in the queue. */
export function waitsForText({ name }: { name: string }): string {
  return `Waits for ${name}`;
}

/** What takes a slot, and until when: "Sam, held until 14:12". */
export function slotText({ reason, until }: Slot, name: string): string {
  const time = until === null ? "" : ` until ${clockTime(until)}`;
  switch (reason) {
    case "active":
      return name;
    case "offered":
      return `${name}, offered to you${time}`;
    case "held":
      return `${name}, held${time}`;
    case "wrap-up":
      return `${name}, wrap-up${time}`;
  }
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

/** What to know while the customer is away: what is the matter, and what that means. Null while they are not. */
export function awayText(phase: Phase, name: string): { lead: string; rest: string } | null {
  if (phase.state === "waiting" && phase.customer.at === "away") {
    const until = clockTime(phase.customer.resumableUntil);
    return { lead: "The hold ended; your slot is free.", rest: `${name} can still return until ${until}.` };
  }
  if (phase.state !== "active" || phase.customer.at !== "away") return null;
  const { holdUntil, resumableUntil } = phase.customer;
  return {
    lead: `${name} is away.`,
    rest: `Your slot is kept until ${clockTime(holdUntil ?? resumableUntil)}; they can return until ${clockTime(resumableUntil)}.`,
  };
}
