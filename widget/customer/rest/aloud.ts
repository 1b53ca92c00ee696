/** Chooses what the one polite region says: of several things that could be said the newest, the last of them first. */
export function createAloud(): (texts: readonly string[]) => string {
  let heard: readonly string[] = [];
  let said = "";
  return (texts) => {
    const news = texts.findLast((text, index) => text !== "" && text !== heard[index]);
    if (news !== undefined) said = news;
    else if (!texts.includes(said)) said = "";
    heard = texts;
    return said;
  };
}
