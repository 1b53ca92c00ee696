import type { ConnectionEvent } from "../core/connection.ts";

/** Time. `after` runs work once, some milliseconds from now, and returns its undo. */
export interface Clock {
  now(): number;
  after(ms: number, work: () => void): () => void;
}

export interface Chance {
  /** In [0, 1). */
  random(): number;
  /** 130 random bits, as 26 digits and lower-case letters. */
  id(): string;
}

/** Small texts that survive the page, shared by the tabs of an origin. Nothing here throws: where storage is blocked, memory serves. */
export interface Store {
  get(key: string): string | null;
  set(key: string, value: string): void;
  remove(key: string): void;
  keys(prefix: string): string[];
  /** Whether what was written outlives the page: not where storage is blocked, nor while it is full and memory holds something in its place. */
  lasts(): boolean;
  /** Another tab changed a key (null: all of them). Returns the undo. */
  onChange(listener: (key: string | null) => void): () => void;
  /** Runs work while no other tab runs work of the same name, where the browser can promise that. */
  exclusively<T>(name: string, work: () => T): Promise<T>;
}

/** What a page tells of itself; the machine's own words. */
export type PageEvent = Extract<ConnectionEvent, { type: "hint" | "hidden" | "suspend" | "resume" }>;

/** A page, and what only those need of it who come back. */
export interface Page extends Partial<Door> {
  hidden(): boolean;
  listen(listener: (event: PageEvent) => void): () => void;
}

export interface Door {
  /** Leaves for another address. */
  redirect(url: string): void;
  /** The server answered to a reconnect link; `opened`: with its conversation. */
  linkAnswered(token: string, opened: boolean): void;
}

export interface Socket {
  send(text: string): void;
  close(code: number): void;
}

export interface SocketListener {
  opened(): void;
  received(text: string): void;
  closed(code: number): void;
}

/** Opens a socket that offers these subprotocols. Never throws: what goes wrong is told as `closed`, at once where there is no socket. */
export type OpenSocket = (url: string, protocols: string[], listener: SocketListener) => Socket | null;

export type Fetch = (url: string, init: RequestInit) => Promise<Response>;

/** Everything that the client needs from where it runs. */
export interface Ports {
  clock: Clock;
  chance: Chance;
  store: Store;
  page: Page;
  openSocket: OpenSocket;
  fetch: Fetch;
}
