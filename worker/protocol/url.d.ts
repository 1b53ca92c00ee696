/** The part of the URL class that the protocol uses; every place it runs in has it, the language's own library does not. */
declare class URL {
  constructor(url: string);
  static canParse(url: string): boolean;
  readonly origin: string;
}
