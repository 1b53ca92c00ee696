/** What a customer reads while chatting, in English: the table that all others follow. Plain and short; what happens next is said. */
export const chat = {
  // The frame.
  chatWith: "Chat with {name}",
  minimise: "Minimise",

  // Before the first message.
  greeting: "How can we help?",
  hint: "Write to us here. You can close this page and come back.",
  loading: "One moment…",
  starting: "Starting…",
  tryAgain: "Try again",

  // Under the title: how things stand.
  waiting: "Waiting for somebody to be free",
  nextInLine: "You're next in line",
  placeInLine: "You're number {n} in line",
  here: "Here with you",
  agentReconnecting: "Reconnecting",
  notConnected: "Not connected",
  keepingPlace: "Keeping your place",
  wereTalkingWith: "You were talking with {name}",
  hasEnded: "This chat has ended",

  // Messages.
  messages: "Messages",
  you: "You",
  write: "Write a message",
  send: "Send",
  sending: "Sending",
  waitingForNetwork: "Waiting for the network",
  sent: "Sent",
  seen: "Seen",
  notDelivered: "Not delivered.",
  discard: "Delete",
  earlier: "Show earlier messages",
  toNewest: "To the newest message",
  typing: "{name} is writing…",
  queued: "We'll connect you as soon as somebody is free. You can close this page and come back.",

  // What happened, between the messages.
  joined: "{name} joined",
  left: "{name} is no longer in this chat. You're next in line.",
  youWereAway: "You were away {time}",
  endedByYou: "You ended the chat",
  endedByLimit: "The chat ended, since you were away",
  endedByAgent: "The chat was ended",
} as const;
