/** What the screens say that load when they are needed, in English. */
export const more = {
  // The prompt.
  welcomeBack: "Welcome back",
  welcomeBackName: "Welcome back, {name}",
  wereTalking: "You were talking with {name} {ago}.",
  wereWaiting: "You were waiting for somebody {ago}.",
  openElsewhere: "Your chat is open on another device.",
  keepingUntil: "{name} is keeping your place until {time}.",
  canReturnUntil: "You can return until {time}.",
  continueWith: "Continue with {name}",
  continue: "Continue",
  startNew: "Start a new chat",

  // Over, or too late.
  endedAt: "This chat ended at {time}",
  endedAway: "You were away for more than {time}.",
  endedAwayLong: "You were away too long.",
  byYou: "You ended it.",
  byAgent: "{name} ended it.",
  stillReadable: "What was said is still here to read.",
  unsentKept: "What was not sent is kept for your next chat.",
  read: "Read the conversation",
  close: "Close this chat",
  deadLink: "This link doesn't open a chat any more.",

  // Who it is.
  signInProblem: "Your sign-in did not work",
  signInHint: "Sign in on this site again, then come back to the chat.",
  elsewhere: "Somebody else is signed in",
  elsewhereHint: "Another tab of this browser has another person's chat. You can go on with yours here.",

  // Ending.
  reallyEnd: "End this chat?",
  endHint: "You can still read it afterwards.",
  yesEnd: "End chat",
  noEnd: "Keep chatting",

  // Taking the chat along.
  scan: "Scan with your phone",
  linkHint: "Or copy the link. Whoever has the link can read this chat.",
  link: "Link to this chat",
  code: "QR code with the link to this chat",
  copy: "Copy",
  copied: "Copied",
  back: "Back",
  noLink: "There is no link for this chat at the moment.",
} as const;
