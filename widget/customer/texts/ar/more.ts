import type { MoreTexts } from "../texts.ts";

/** What a customer reads seldom: on the launcher, in trouble, on rare screens, in Modern Standard Arabic. */
export const more = {
  // The launcher.
  openChat: "فتح المحادثة",
  closeChat: "إغلاق المحادثة",
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

  // What can be done with a chat as a whole.
  takeAlong: "المتابعة على جهاز آخر",
  end: "إنهاء المحادثة",

  // What could not be asked, or said.
  cantReach: "يتعذر الوصول إلى محادثتك الآن",
  nothingLost: "لم يُفقد شيء.",
  startFailed: "تعذر بدء محادثتك حتى الآن. نصك محفوظ، وسنحاول مجددًا عند عودة الاتصال.",
  tooLong: "الحد الأقصى للرسالة {n} حرف.",
  tooMany: "رسائل كثيرة في انتظار الإرسال. ستبقى هذه الرسالة هنا حتى ذلك الحين.",

  // The slim line about the connection.
  connecting: "جارٍ الاتصال…",
  catchingUp: "جارٍ التحديث…",
  offline: "لا يوجد اتصال. كل ما يُكتب هنا محفوظ وسيُرسل عند عودة الاتصال.",
  unreachable: "يتعذر الوصول إلى محادثتك الآن. لم يُفقد شيء.",
  nextTry: "المحاولة التالية بعد {time}",
  tryingNow: "جارٍ إعادة المحاولة…",
  tryNow: "المحاولة الآن",
  youAreBack: "عاد الاتصال.",
  backKept: "عاد الاتصال. بقي مكانك محفوظًا لدى {name}.",
  agentLost: "انقطع اتصال {name}. مكانك محفوظ، ولا يستغرق ذلك عادةً سوى لحظة.",
  replaced: "فُتحت هذه المحادثة من جديد في مكان آخر، وهي مستمرة هناك.",
  forbidden: "لا يمكن لهذا الموقع استخدام هذه المحادثة.",
  otherVersion: "هذه الصفحة قديمة. يُرجى إعادة تحميلها.",
  refused: "رُفض الاتصال.",
  blocked: "لا يحفظ هذا المتصفح شيئًا لهذا الموقع. عند إعادة تحميل الصفحة تبدأ المحادثة من جديد.",

  // The prompt.
  welcomeBack: "مرحبًا بعودتك",
  welcomeBackName: "مرحبًا بعودتك، {name}",
  wereTalking: "كانت محادثتك مع {name} {ago}.",
  wereWaiting: "كنت في الانتظار {ago}.",
  openElsewhere: "محادثتك مفتوحة على جهاز آخر.",
  keepingUntil: "مكانك محفوظ لدى {name} حتى الساعة {time}.",
  canReturnUntil: "يمكنك العودة حتى الساعة {time}.",
  continueWith: "المتابعة مع {name}",
  continue: "المتابعة",
  startNew: "بدء محادثة جديدة",

  // Over, or too late.
  endedAt: "انتهت هذه المحادثة في الساعة {time}",
  endedAway: "تجاوزت مدة غيابك الحد: {time}.",
  endedAwayLong: "طالت مدة غيابك.",
  byYou: "أنهيتها بنفسك.",
  byAgent: "تم إنهاؤها من جانب {name}.",
  stillReadable: "لا تزال قراءة المحادثة ممكنة هنا.",
  unsentKept: "ما لم يُرسل محفوظ لمحادثتك التالية.",
  read: "قراءة المحادثة",
  close: "إغلاق هذه المحادثة",
  deadLink: "لم يعد هذا الرابط يفتح أي محادثة.",

  // Who it is.
  signInProblem: "تعذر تسجيل دخولك",
  signInHint: "يُرجى تسجيل الدخول إلى هذا الموقع مجددًا، ثم العودة إلى المحادثة.",
  elsewhere: "تم تسجيل دخول شخص آخر",
  elsewhereHint: "في علامة تبويب أخرى من هذا المتصفح محادثة شخص آخر. يمكنك متابعة محادثتك هنا.",

  // Ending.
  reallyEnd: "إنهاء هذه المحادثة؟",
  endHint: "ستبقى قراءتها ممكنة بعد ذلك.",
  yesEnd: "إنهاء المحادثة",
  noEnd: "متابعة المحادثة",

  // Taking the chat along.
  scan: "مسح الرمز بالهاتف",
  linkHint: "أو يمكنك نسخ الرابط. كل من لديه الرابط يستطيع قراءة هذه المحادثة والكتابة فيها.",
  link: "رابط هذه المحادثة",
  code: "رمز QR يحمل رابط هذه المحادثة",
  share: "مشاركة",
  copy: "نسخ",
  copied: "تم النسخ",
  back: "رجوع",
  noLink: "لا يوجد رابط لهذه المحادثة حاليًا.",
} satisfies MoreTexts;
