zalo-answer-with = Answer { $marks }.
zalo-file-elsewhere = The file { $name } cannot go through Zalo yet. Get it on Báo An's web page, or ask the office.

zalo-settings = The Zalo OA still lacks settings: { $names }.
zalo-token-missing = The Zalo OA has no refresh token yet. Get one in Zalo's API Explorer and put it into BAOAN_ZALO_OA_REFRESH_TOKEN.
zalo-token-refused = Zalo does not take the refresh token, or BAOAN_ZALO_OA_APP_SECRET (reason: { $reason }). Look at the secret first; if it is right, get another refresh token, put it into BAOAN_ZALO_OA_REFRESH_TOKEN and start again.
zalo-token-lost = Zalo changed the refresh token, and its answer never arrived (reason: { $reason }). Get another one in Zalo's API Explorer, put it into BAOAN_ZALO_OA_REFRESH_TOKEN and start again.
zalo-unreachable = Zalo cannot be reached. Báo An keeps trying; look at the network and the BAOAN_ZALO_… addresses.
zalo-oa-disabled = Zalo says the OA is not active any more (code { $code }). Look at it on oa.zalo.me.
zalo-app-inactive = The Zalo application is off or was removed (code { $code }). Switch it on at Zalo's developer site.
zalo-api-not-registered = The application has not registered the Official Account API (code { $code }). Register it at Zalo's developer site.
zalo-not-authorised = The OA has not authorised the application (code { $code }). An administrator of the OA must do so.
zalo-not-verified = Zalo has not verified the OA. Have it verified on oa.zalo.me.
zalo-plan = The OA's plan does not include this (code { $code }). See docs/zalo/plans.md, then upgrade or renew it.
zalo-plan-named = The OA is on the plan { $plan }, which has no API. See docs/zalo/plans.md, then upgrade it.
zalo-secret-wrong = BAOAN_ZALO_OA_APP_SECRET does not belong to the application (code { $code }). Copy it again.
zalo-cloud-account = ZBS templates need a Zalo Cloud Account linked to the OA (code { $code }). Link it on zalo.cloud.
zalo-no-money = The Zalo Cloud Account is empty (code { $code }). Top it up so that templates can leave.
zalo-template = A ZBS template cannot be used (code { $code }). Look at its approval and at BAOAN_ZBS_TEMPLATE_….
zalo-templates-not-allowed = Zalo does not let this OA send ZBS templates yet (code { $code }). Ask Zalo's support.
zalo-other-oa = The Zalo token belongs to OA { $found }, but BAOAN_ZALO_OA_ID is { $wanted }. Correct one of them.

zalo-template-more = and { $count } more
zalo-template-no-day = awaiting an answer
zalo-template-at-once = at once

zalo-templates-left = Zalo OA: { $left } templates are left today.
zalo-package-short = Zalo OA: at { $at } there were { $waiting } messages waiting, and the package takes { $fits } until { $until }. Urgent ones still go first, the rest goes the next working morning. See docs/zalo/plans.md for a larger package.
