import type { ReactiveController, ReactiveControllerHost } from "lit";
import type { Workplace } from "../workplace.ts";
import { createChime } from "./chime.ts";
import { needy, newsOf } from "./news.ts";
import type { News, Stand } from "./news.ts";
import { keepPreferences, readPreferences } from "./preferences.ts";
import type { Preferences } from "./preferences.ts";
import { standOf } from "./stand.ts";

type Host = ReactiveControllerHost & HTMLElement & { routed: boolean; readonly workplace: Workplace | null };

/** What is so new that whoever does something else is to be interrupted. */
function isUrgent({ is }: News): boolean {
  return is === "offered" || is === "assigned";
}

/** What an agent finds who was away for longer than their grace. */
function goneText(gone: readonly News[]): string {
  return `While you were not connected, ${gone.map(({ name }) => name).join(", ")} went back to the queue.`;
}

/** Tells the agent what is new: by a live region, sound, the page's title, and the desktop. */
export class AlertsController implements ReactiveController {
  readonly #host: Host;
  readonly #open: (conversationId: string) => void;
  readonly #say: (text: string) => void;
  readonly #chime = createChime();
  #title = "";
  #stand: Stand | null = null;
  /** The line was lost when one last looked. */
  #cut = false;
  preferences: Preferences = readPreferences();
  /** How many conversations wait for the agent to do something. */
  needing = 0;
  /** What is read out: at once, or when there is a pause. */
  said: { urgent: string; polite: string } = { urgent: "", polite: "" };

  /** `say` puts something where the agent sees it until they dismiss it. */
  constructor(host: Host, open: (conversationId: string) => void, say: (text: string) => void) {
    this.#host = host;
    this.#open = open;
    this.#say = say;
    host.addController(this);
  }

  hostConnected(): void {
    this.#title = document.title;
  }

  hostDisconnected(): void {
    this.#chime.close();
    if (this.#host.routed) document.title = this.#title;
  }

  /** After the host has drawn: what it reads out then is in a region that was there before. */
  hostUpdated(): void {
    const view = this.#host.workplace?.snapshot();
    const stand = view === undefined ? null : standOf(view, this.#stand);
    const news = stand === null ? [] : newsOf(this.#stand, stand);
    this.#stand = stand;
    const gone = news.filter(({ is }) => is === "gone");
    if (this.#cut && gone.length > 0) this.#say(goneText(gone));
    if (gone.length > 0 || view?.desk.status.is === "connected") this.#cut = false;
    else if (view !== undefined && view.desk.status.is !== "catching-up") this.#cut = true;
    const needing = stand === null ? 0 : needy(stand);
    if (needing !== this.needing) this.#host.requestUpdate();
    this.needing = needing;
    if (this.#host.routed) document.title = needing === 0 ? this.#title : `(${needing}) ${this.#title}`;
    // What is read in the conversation that one looks at is no news.
    const told = news.filter(
      ({ is, conversationId }) => is !== "message" || document.hidden || conversationId !== view?.selected,
    );
    if (told.length > 0) this.#tell(told);
  }

  #tell(news: readonly News[]): void {
    const text = (of: readonly News[]): string => of.map((one) => one.text).join(" ");
    this.said = { urgent: text(news.filter(isUrgent)), polite: text(news.filter((one) => !isUrgent(one))) };
    this.#host.requestUpdate();
    const urgent = news.some(isUrgent);
    if (this.preferences.sound && (urgent || news.some(({ is }) => is === "message")))
      this.#chime.play(urgent ? "somebody" : "message");
    if (!this.preferences.notify || !document.hidden) return;
    for (const one of news) if (isUrgent(one) || one.is === "message") this.#notify(one);
  }

  #notify({ conversationId, text }: News): void {
    if (!("Notification" in globalThis) || Notification.permission !== "granted") return;
    // One for each conversation; the words of customers stay in here.
    const shown = new Notification(text, { tag: `rejoin-${conversationId}` });
    shown.addEventListener("click", () => {
      globalThis.focus();
      this.#open(conversationId);
      shown.close();
    });
  }

  prefer(wanted: Partial<Preferences>): void {
    this.preferences = { ...this.preferences, ...wanted };
    keepPreferences(this.preferences);
    this.#host.requestUpdate();
  }

  /** Asks the browser, which asks the person; only ever by their own press of a button. */
  async askToNotify(): Promise<void> {
    const answer = await Notification.requestPermission();
    this.prefer({ notify: answer === "granted" });
  }
}
