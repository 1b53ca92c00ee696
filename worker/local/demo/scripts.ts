/** What somebody does, one after the other. */
export type Step =
  | { after: number; say: string }
  /** Waits for a message of the other side, however long that takes. */
  | { hear: true }
  | { after: number; drop: true }
  | { after: number; return: true }
  | { after: number; end: true };

/** Somebody who has to do with the shop beside the one whom the visitor plays. */
export interface Person {
  name: string;
  widget: "main" | "wholesale";
  page: string;
  facts: Record<string, string>;
  /** When they come, in seconds after the demo was opened. */
  comesAfter: number;
  steps: readonly Step[];
}

const say = (text: string, after: number): Step => ({ say: text, after });

/**
 * Who else is there: somebody who waits for an answer, one whose train goes through tunnels, one who has finished, and two for
 * Ben's desk, of whom one has to wait.
 */
export const PEOPLE: readonly Person[] = [
  {
    name: "Priya Nair",
    widget: "main",
    page: "/help",
    facts: { basket: "empty" },
    comesAfter: 0,
    steps: [
      say("Until when are you open today?", 1),
      say("Found it on your page: until 19:00. Thank you", 5),
      { after: 2, end: true },
    ],
  },
  {
    name: "Lena Koch",
    widget: "main",
    page: "/p/azulejo",
    facts: { basket: "12 tiles" },
    comesAfter: 2,
    steps: [
      say("Hello, does the blue tile come in 20 × 20, too?", 2),
      { hear: true },
      say("Perfect, thank you so much", 4),
      { hear: true },
      say("Then I take the small ones. Bye!", 4),
      { after: 6, end: true },
    ],
  },
  {
    name: "Tomás Melo",
    widget: "main",
    page: "/p/jug",
    facts: { order: "8790" },
    comesAfter: 4,
    steps: [
      say("My jug came with a crack in it", 2),
      say("I am on the train, so I may drop out. One moment, I look for the picture", 4),
      { after: 5, drop: true },
      { after: 210, return: true },
      say("Sorry, that was a long tunnel", 3),
      { hear: true },
      say("Wonderful. I leave it with you then", 5),
      { after: 20, drop: true },
    ],
  },
  {
    name: "Jo Reyes",
    widget: "wholesale",
    page: "/",
    facts: { company: "Casa Reyes" },
    comesAfter: 1,
    steps: [
      say("We would need 400 blue tiles by March", 2),
      { hear: true },
      say("The flower. Could we see a sample first?", 9),
      { hear: true },
      say("Very good. To the address on file, please", 12),
    ],
  },
  {
    name: "Marta Lind",
    widget: "wholesale",
    page: "/help",
    facts: { company: "Lind & Sons" },
    comesAfter: 3,
    steps: [say("Do you send to Canada?", 2)],
  },
];

/** What Ben says, in turn: to his own customers, and in what a colleague gave to him. */
const BEN = {
  own: ["Yes, we can. Which pattern do you have in mind?", "Of course: I send you two tomorrow.", "Thank you, noted."],
  given: [
    "Hello, this is Ben. I have read what was said so far.",
    "I look that up for you, one moment.",
    "Thank you, noted.",
  ],
};

/** Ben's next words, if it is for him to speak: his customer had the last one, or he has not greeted somebody who was given to him. */
export function wordsOfBen(said: readonly { from: "customer" | "agent"; mine: boolean }[]): string | null {
  const isGiven = said.some(({ from, mine }) => from === "agent" && !mine);
  const own = said.filter(({ mine }) => mine).length;
  const isHis = said.at(-1)?.from === "customer" || (isGiven && own === 0);
  return (isHis ? (isGiven ? BEN.given : BEN.own)[own] : null) ?? null;
}
