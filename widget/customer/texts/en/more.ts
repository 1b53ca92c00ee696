/** What a customer reads seldom: on the launcher, in trouble, on rare screens, in English. */
export const more = {
  // The launcher.
  openChat: "Open chat",
  closeChat: "Close chat",
  newMessages: { one: "{n} new message", other: "{n} new messages" },
  waitingForYou: "Your chat is waiting for you",
  keepsYourPlace: "{name} is keeping your place",

  // What can be done with a chat as a whole.
  takeAlong: "Continue on another device",
  end: "End chat",

  // What could not be asked, or said.
  cantReach: "We can't reach your chat right now",
  nothingLost: "Nothing is lost.",
  startFailed: "Your chat could not be started yet. What you wrote is kept, and we try again when you're back online.",
  tooLong: "A message has at most {n} characters.",
  tooMany: "Too many messages wait to be sent. This one stays here until they are.",

  // The slim line about the connection.
  connecting: "Connecting…",
  catchingUp: "Catching up…",
  offline: "You're offline. What you write is kept and sent when you're back.",
  unreachable: "We can't reach your chat right now. Nothing is lost.",
  nextTry: "Next try in {time}",
  tryingNow: "Trying now…",
  tryNow: "Try now",
  youAreBack: "You're back.",
  backKept: "You're back. {name} kept your place.",
  agentLost: "{name} lost their connection. We're keeping your place; it usually takes a moment.",
  replaced: "This chat was opened again elsewhere, and goes on there.",
  forbidden: "This site may not use this chat.",
  otherVersion: "This page is out of date. Load it again.",
  refused: "The connection was refused.",
  blocked: "This browser keeps nothing for this site. If you load the page again, the chat starts anew.",

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
  linkHint: "Or copy the link. Whoever has the link can read this chat and write in it.",
  link: "Link to this chat",
  code: "QR code with the link to this chat",
  share: "Share",
  copy: "Copy",
  copied: "Copied",
  back: "Back",
  noLink: "There is no link for this chat at the moment.",
} as const;
