# What messages cost: the operator's table, the answer in the chat, the notices as the cap comes near and is reached.

money = { $amount } đồng

costs-heard = you ask what messages cost in { $month }.
costs-answer =
    As of { $at }, { $month }: { $total }
    { $lines }
costs-total = { $spent }{ $unknown }{ $share }.
costs-unknown-none = {""}
costs-unknown-some = {" "}and { $count } messages of unknown price
costs-share-none = {", no cap set"}
costs-share = {", "}{ $percent }% of the cap of { $cap }
costs-share-zero = {", the cap is "}{ $cap }
costs-none = - Nothing was sent yet.
costs-line = - { $channel }, { $way }: { $count } messages, { $cost }
costs-line-free = - { $channel }, free: { $count } messages
costs-cost = { $spent }{ $unknown }
costs-cost-unknown = price unknown
costs-withheld = - { $count } messages not sent, the cap was reached
costs-forecast = Expected for the whole month: { $count } messages, { $spent }{ $unknown }, with the reminders planned; accident notices are not in it.
costs-over = The month is over, these figures are final.
costs-plan = Zalo OA plan { $plan }: { $fee } a year, paid beside this and outside the cap.
costs-plan-unknown = Zalo OA plan { $plan }: price unknown.
costs-source = Counted from Báo An's own log at list prices; not compared with an invoice.

costs-way-free = free
costs-way-cs = ordinary message, charged
costs-way-template_uid = template by Zalo account
costs-way-template_phone = template by telephone number
costs-way-unknown = kind not noted
costs-plan-tang-truong = Tăng trưởng
costs-plan-toan-dien = Toàn diện

costs-cap-near = Messages in { $month } have cost more than 80% of the cap of { $cap }. At the cap Báo An keeps charged messages back, but for accident notices. See: costs.
costs-cap-reached = Messages in { $month } have reached the cap of { $cap }. Charged messages are not sent for now, the next in line is reminded instead; accident notices still go out. See: costs.

costs-check = Costs in { $month }: { $total }
costs-check-near = { $what } The cap is near; accident notices still go out.
costs-check-reached = { $what } The cap is reached: charged messages are not sent for now, accident notices still are.
costs-month-form = A month is written like 2026-11, not "{ $given }".
costs-head-channel = channel
costs-head-way = way
costs-head-messages = messages
costs-head-cost = đồng
costs-head-unknown = price unknown
