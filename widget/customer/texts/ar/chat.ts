import type { ChatTexts } from "../texts.ts";

/** What a customer reads while chatting, in Modern Standard Arabic, in forms that suit women and men alike, for customers and agents. */
export const chat = {
  // The launcher and the frame.
  openChat: "فتح المحادثة",
  closeChat: "إغلاق المحادثة",
  chatWith: "محادثة مع {name}",
  minimise: "تصغير",
  newMessages: {
    zero: "لا رسائل جديدة",
    one: "رسالة جديدة واحدة",
    two: "رسالتان جديدتان",
    few: "{n} رسائل جديدة",
    many: "{n} رسالة جديدة",
    other: "{n} رسالة جديدة",
  },
  waitingForYou: "محادثتك في انتظارك",
  keepsYourPlace: "مكانك محفوظ لدى {name}",
  options: "الخيارات",
  takeAlong: "المتابعة على جهاز آخر",
  end: "إنهاء المحادثة",

  // Before the first message.
  greeting: "كيف يمكننا المساعدة؟",
  hint: "يمكنك الكتابة إلينا هنا، وإغلاق الصفحة ثم العودة.",
  loading: "لحظة من فضلك…",
  starting: "جارٍ البدء…",
  cantReach: "يتعذر الوصول إلى محادثتك الآن",
  nothingLost: "لم يُفقد شيء.",
  startFailed: "تعذر بدء محادثتك حتى الآن. نصك محفوظ، وسنحاول مجددًا عند عودة الاتصال.",
  tryAgain: "إعادة المحاولة",

  // Under the title: how things stand.
  waiting: "في انتظار شخص متاح",
  nextInLine: "دورك هو التالي",
  placeInLine: "ترتيبك في الانتظار: {n}",
  here: "معك الآن",
  agentReconnecting: "جارٍ استعادة الاتصال",
  notConnected: "لا يوجد اتصال",
  keepingPlace: "مكانك محفوظ",
  wereTalkingWith: "كانت محادثتك مع {name}",
  hasEnded: "انتهت هذه المحادثة",

  // The slim line about the connection.
  connecting: "جارٍ الاتصال…",
  catchingUp: "جارٍ التحديث…",
  offline: "لا يوجد اتصال. كل ما يُكتب هنا محفوظ وسيُرسل عند عودة الاتصال.",
  unreachable: "يتعذر الوصول إلى محادثتك الآن. لم يُفقد شيء.",
  nextTry: "المحاولة التالية بعد {time}",
  tryingNow: "جارٍ إعادة المحاولة…",
  tryNow: "المحاولة الآن",
  back: "عاد الاتصال.",
  backKept: "عاد الاتصال. بقي مكانك محفوظًا لدى {name}.",
  agentLost: "انقطع اتصال {name}. مكانك محفوظ، ولا يستغرق ذلك عادةً سوى لحظة.",
  replaced: "فُتحت هذه المحادثة من جديد في مكان آخر، وهي مستمرة هناك.",
  forbidden: "لا يمكن لهذا الموقع استخدام هذه المحادثة.",
  otherVersion: "هذه الصفحة قديمة. يُرجى إعادة تحميلها.",
  refused: "رُفض الاتصال.",
  blocked: "لا يحفظ هذا المتصفح شيئًا لهذا الموقع. عند إعادة تحميل الصفحة تبدأ المحادثة من جديد.",

  // Messages.
  messages: "الرسائل",
  you: "أنت",
  write: "كتابة رسالة",
  send: "إرسال",
  sending: "جارٍ الإرسال",
  waitingForNetwork: "في انتظار الشبكة",
  sent: "أُرسلت",
  seen: "قُرئت",
  notDelivered: "لم تُسلَّم.",
  discard: "حذف",
  earlier: "عرض الرسائل السابقة",
  toNewest: "إلى أحدث رسالة",
  typing: "{name}: جارٍ الكتابة…",
  tooLong: "الحد الأقصى للرسالة {n} حرف.",
  tooMany: "رسائل كثيرة في انتظار الإرسال. ستبقى هذه الرسالة هنا حتى ذلك الحين.",
  queued: "سنوصلك بأول شخص متاح. يمكنك إغلاق الصفحة ثم العودة.",

  // What happened, between the messages.
  joined: "{name} معك في المحادثة",
  left: "{name} خارج المحادثة الآن. دورك هو التالي.",
  youWereAway: "مدة غيابك: {time}",
  endedByYou: "أنهيت المحادثة",
  endedByLimit: "انتهت المحادثة بسبب غيابك",
  endedByAgent: "تم إنهاء المحادثة",
} satisfies ChatTexts;
