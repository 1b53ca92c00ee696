import { describe, expect, test } from "vitest";
import { WIDGET_DEFAULTS } from "#protocol/settings.ts";
import { checkWidget, checkWorkstream } from "../../../worker/core/settings/widgets.ts";
import { widget, workstream } from "./given.ts";

const general = new Map([["general", workstream()]]);
const refusal = (code: string, field: string | null) => expect.objectContaining({ ok: false, code, field });

describe("checkWidget", () => {
  test("C02 hold above the limit is refused, naming both numbers in people's words", () => {
    expect(checkWidget(widget({ reconnect: { previousAgentForSeconds: 1_201 } }), general)).toMatchObject({
      ok: false,
      code: "hold-above-limit",
      field: "reconnect.previousAgentForSeconds",
      detail:
        'Widget "Shop" holds the previous agent for 20 minutes 1 second, but workstream "General" closes conversations after 20 minutes.',
    });
  });

  test("C02 hold equal to the limit is legal", () => {
    const equal = widget({ reconnect: { previousAgentForSeconds: 1_200 } });
    expect(checkWidget(equal, general)).toEqual({ ok: true, value: equal });
  });

  test("C02 moving to a workstream with a lower limit is judged by that one, reconnect on or off", () => {
    const both = new Map([...general, ["quick", workstream({ name: "Quick", autoCloseAfterInactivitySeconds: 60 })]]);
    expect(checkWidget(widget({ workstreamId: "quick" }), both)).toEqual(
      refusal("hold-above-limit", "reconnect.previousAgentForSeconds"),
    );
    expect(checkWidget(widget({ workstreamId: "quick", reconnect: { enabled: true } }), both)).toEqual(
      refusal("hold-above-limit", "reconnect.previousAgentForSeconds"),
    );
  });

  test.each([-1, 0.5, 30 * 24 * 3_600 + 1, 1e300, "300", null, true, [[]], {}])(
    "C03 a hold of %j is refused",
    (previousAgentForSeconds) => {
      const endless = new Map([["general", workstream({ autoCloseAfterInactivitySeconds: 30 * 24 * 3_600 })]]);
      expect(checkWidget(widget({ reconnect: { previousAgentForSeconds } }), endless)).toEqual(
        refusal("invalid-settings", "reconnect.previousAgentForSeconds"),
      );
    },
  );

  test("C03 a hold of 0 is legal", () => {
    expect(checkWidget(widget({ reconnect: { previousAgentForSeconds: 0 } }), general).ok).toBe(true);
  });

  test("C04 without portal and redirect URL saving works", () => {
    expect(checkWidget(widget({ reconnect: { enabled: true, portalUrl: null, redirectUrl: null } }), general).ok).toBe(
      true,
    );
  });

  test.each([
    "javascript:alert(1)",
    "JavaScript://shop.example/%0aalert(1)",
    "data:text/html,hello",
    "//shop.example/chat",
    "/chat",
    "chat",
    "shop.example/chat",
    "https:shop.example",
    "https:///shop.example",
    "https:\\\\shop.example",
    "ftp://shop.example/",
    "blob:https://shop.example/1",
    " https://shop.example/",
    "https://",
    "",
    7,
  ])("C05 %j is refused as portal and as redirect URL", (url) => {
    expect(checkWidget(widget({ reconnect: { portalUrl: url } }), general)).toEqual(
      refusal("invalid-settings", "reconnect.portalUrl"),
    );
    expect(checkWidget(widget({ reconnect: { redirectUrl: url } }), general)).toEqual(
      refusal("invalid-settings", "reconnect.redirectUrl"),
    );
  });

  test.each([
    "https://shop.example/chat",
    "https://shop.example",
    "HTTPS://SHOP.EXAMPLE/chat?a=b",
    "https://shop.example:443/",
  ])("C05 %j on an allowed origin is a portal URL", (portalUrl) => {
    expect(checkWidget(widget({ reconnect: { portalUrl } }), general).ok).toBe(true);
  });

  test.each([
    "https://other.example/",
    "http://shop.example/",
    "https://shop.example:8443/",
    "https://shop.example.evil.example/",
    "https://shop.example@evil.example/",
  ])("a portal URL on another origin is refused: %j", (portalUrl) => {
    expect(checkWidget(widget({ reconnect: { portalUrl } }), general)).toEqual(
      refusal("invalid-settings", "reconnect.portalUrl"),
    );
  });

  test("a portal URL with a fragment is refused, a redirect URL may go anywhere", () => {
    expect(checkWidget(widget({ reconnect: { portalUrl: "https://shop.example/#chat" } }), general)).toEqual(
      refusal("invalid-settings", "reconnect.portalUrl"),
    );
    expect(checkWidget(widget({ reconnect: { redirectUrl: "https://help.example/late#form" } }), general).ok).toBe(
      true,
    );
  });

  test("C06 the limit cannot be set on the widget: what is sent of it is dropped", () => {
    const verdict = checkWidget({ ...widget(), limitSeconds: 9, autoCloseAfterInactivitySeconds: 9 }, general);
    expect(verdict).toEqual({ ok: true, value: widget() });
  });

  test.each([
    "*",
    "https://*.example",
    "https://shop.example/",
    "shop.example",
    "null",
    "https://shop.example/path",
    "file://",
  ])("%j is no origin", (origin) => {
    expect(checkWidget(widget({ origins: [origin] }), general)).toEqual(refusal("invalid-settings", "origins.0"));
  });

  test("an unknown workstream, a short secret, and what is no object at all are refused", () => {
    expect(checkWidget(widget({ workstreamId: "nowhere" }), general)).toEqual(
      refusal("invalid-settings", "workstreamId"),
    );
    expect(
      checkWidget(widget({ identity: { audience: "shop", keys: { kind: "secret", secret: "short" } } }), general),
    ).toEqual(refusal("invalid-settings", "identity.keys.secret"));
    expect(checkWidget(null, general)).toEqual(refusal("invalid-settings", null));
  });
});

describe("how the widget looks and what it says", () => {
  const looks = (change: object) => checkWidget(widget({ looks: { ...widget().looks, ...change } }), general);
  const texts = (change: object) => checkWidget(widget({ texts: { ...widget().texts, ...change } }), general);
  const valueOf = (verdict: ReturnType<typeof checkWidget>) => (verdict.ok ? verdict.value : verdict);

  test("settings from before there was a choice of colours, a logo and a hint read as their defaults", () => {
    const older = { looks: { accent: "#aa0000", position: "left" }, texts: { greeting: "Hello" } };
    expect(valueOf(checkWidget(widget(older), general))).toMatchObject({
      looks: { accent: "#aa0000", position: "left", theme: "auto", logo: null },
      texts: { greeting: "Hello", hint: "" },
    });
  });

  test("a fresh widget leaves the greeting to the customer's language", () => {
    expect(WIDGET_DEFAULTS.texts).toEqual({ greeting: "", hint: "" });
    expect(checkWidget(widget(), general)).toEqual({ ok: true, value: widget() });
  });

  test.each(["auto", "light", "dark"])("%j is a theme", (theme) => {
    expect(valueOf(looks({ theme }))).toMatchObject({ looks: { theme } });
  });

  test.each(["", "Dark", "blue", 1, null, ["dark"]])("%j is no theme: said at its field", (theme) => {
    expect(looks({ theme })).toMatchObject({
      ok: false,
      code: "invalid-settings",
      field: "looks.theme",
      detail: 'looks.theme: must be "auto", "light" or "dark"',
    });
  });

  test.each(["https://shop.example/logo.svg", "http://localhost:3000/logo.png", null])("%j is a logo", (logo) => {
    expect(valueOf(looks({ logo }))).toMatchObject({ looks: { logo } });
  });

  test.each(["javascript:alert(1)", "data:image/png;base64,AA==", "//shop.example/logo.png", "/logo.png", "", 7, {}])(
    "%j is no logo: said at its field",
    (logo) => {
      expect(looks({ logo })).toEqual(refusal("invalid-settings", "looks.logo"));
    },
  );

  test("texts may be empty and have a length; a wrong one is said at its field", () => {
    expect(valueOf(texts({ greeting: "", hint: "We answer within minutes." }))).toMatchObject({
      texts: { greeting: "", hint: "We answer within minutes." },
    });
    expect(texts({ hint: "x".repeat(200) }).ok).toBe(true);
    expect(texts({ hint: "x".repeat(201) })).toMatchObject({
      field: "texts.hint",
      detail: "texts.hint: must be at most 200 characters",
    });
    expect(texts({ greeting: "x".repeat(501) })).toMatchObject({
      field: "texts.greeting",
      detail: "texts.greeting: must be at most 500 characters",
    });
    expect(texts({ hint: 7 })).toEqual(refusal("invalid-settings", "texts.hint"));
    expect(texts({ hint: null })).toEqual(refusal("invalid-settings", "texts.hint"));
  });
});

describe("checkWorkstream", () => {
  test("C02 lowering the limit under a widget's hold is refused, naming the widget and both numbers", () => {
    const holders = [widget(), widget({ name: "Outlet", reconnect: { previousAgentForSeconds: 600 } })];
    expect(checkWorkstream(workstream({ autoCloseAfterInactivitySeconds: 90 }), holders)).toMatchObject({
      ok: false,
      code: "hold-above-limit",
      field: "autoCloseAfterInactivitySeconds",
      detail:
        'Widget "Outlet" holds the previous agent for 10 minutes, but workstream "General" closes conversations after 1 minute 30 seconds.',
    });
    expect(checkWorkstream(workstream({ autoCloseAfterInactivitySeconds: 600 }), holders).ok).toBe(true);
  });

  test.each([-1, 0.5, 30 * 24 * 3_600 + 1, "300", null])("C03 durations of %j are refused", (seconds) => {
    const asSaved = workstream();
    const field = (value: object) => checkWorkstream({ ...asSaved, ...value }, []);
    expect(field({ autoCloseAfterInactivitySeconds: seconds })).toEqual(
      refusal("invalid-settings", "autoCloseAfterInactivitySeconds"),
    );
    expect(field({ offer: { mode: "automatic", seconds } })).toEqual(refusal("invalid-settings", "offer.seconds"));
    expect(field({ wrapUp: { blocks: "none", autoCloseSeconds: seconds } })).toEqual(
      refusal("invalid-settings", "wrapUp.autoCloseSeconds"),
    );
    expect(field({ wrapUp: { blocks: seconds, autoCloseSeconds: 900 } })).toEqual(
      refusal("invalid-settings", "wrapUp.blocks"),
    );
  });

  test("C03 0 is legal where nothing is held; the limit and an offer last at least a second", () => {
    const least = workstream({ autoCloseAfterInactivitySeconds: 1, wrapUp: { blocks: 0, autoCloseSeconds: 0 } });
    const unheld = [widget({ reconnect: { previousAgentForSeconds: 0 } })];
    expect(checkWorkstream(least, unheld)).toEqual({ ok: true, value: least });
    expect(checkWorkstream({ ...least, autoCloseAfterInactivitySeconds: 0 }, unheld)).toEqual(
      refusal("invalid-settings", "autoCloseAfterInactivitySeconds"),
    );
    expect(checkWorkstream({ ...least, offer: { mode: "by-hand", seconds: 0 } }, unheld)).toEqual(
      refusal("invalid-settings", "offer.seconds"),
    );
  });

  test("a wrap-up never closes before it stops to block", () => {
    const rule = (blocks: number | "none" | "always", autoCloseSeconds: number) =>
      checkWorkstream(workstream({ wrapUp: { blocks, autoCloseSeconds } }), []);
    expect(rule(901, 900)).toEqual(refusal("invalid-settings", "wrapUp.autoCloseSeconds"));
    expect([rule(900, 900).ok, rule("none", 0).ok, rule("always", 0).ok]).toEqual([true, true, true]);
  });
});
