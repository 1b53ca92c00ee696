import { nothing } from "lit";
import type { TemplateResult } from "lit";
import type { Question } from "./around.ts";
import type { SettingsModel } from "./model.ts";
import { questionDialog } from "./question-dialog.ts";

/** Somewhere else was asked for, and something here is not saved. */
export function leavingDialog(
  model: SettingsModel,
  key: string,
  { stay, go }: { stay(): void; go(): void },
): TemplateResult {
  const save = async (): Promise<void> => ((await model.save(key)) ? go() : stay());
  const discard = (): void => {
    model.discard(key);
    go();
  };
  return questionDialog(
    "Save your changes?",
    "What you changed on this page is not saved yet.",
    [
      { does: "Save", kind: "main", choose: () => void save() },
      { does: "Discard", kind: "danger", choose: discard },
      { does: "Stay here", kind: "quiet", choose: stay },
    ],
    stay,
  );
}

/** What is asked before it is done. */
export function askedDialog(question: Question | null, done: () => void): TemplateResult | typeof nothing {
  if (question === null) return nothing;
  const { title, text, does, danger = false, yes } = question;
  const act = (): void => {
    done();
    yes();
  };
  return questionDialog(
    title,
    text,
    [
      { does, kind: danger ? "danger main" : "main", choose: act },
      { does: "Cancel", kind: "quiet", choose: done },
    ],
    done,
  );
}
