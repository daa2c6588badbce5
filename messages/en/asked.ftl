# Free questions about how things stand.

asked-heard = Báo An understood: { $what }{ $whose }{ $when }.
asked-heard-row = Báo An understood: { $row }, in every unit.
asked-what-duties-overdue = overdue duties
asked-what-duties-soon = duties soon due
asked-what-duties-difficulty = duties in difficulty
asked-what-duties-done = duties reported done
asked-what-duties-under_way = duties under way
asked-what-duties-open = duties not done
asked-what-worst = units with most overdue duties
asked-what-best = units that reported most as done, by share
asked-what-cases = accident cases
asked-what-cases-untaken = accident cases nobody has taken
asked-what-cases-unfinished = accident cases not closed
asked-what-cases-closed = accident cases closed
asked-what-cases-dead = accident cases in which somebody died
asked-of-any = {""}
asked-of-unit = {" "}of { $unit }
asked-of-commune = {" "}of the communes
asked-of-office = {" "}of the offices
asked-among-any = {""}
asked-among-commune = , among the communes
asked-among-office = , among the offices
asked-line-row = - { $unit }: { $due }, { $state }
asked-any-time = {""}
asked-on-day = , on { $day }
asked-between = , from { $first } to { $last }
asked-line-duty = - { $duty }: { $due }, { $state }
asked-line-duty-unit = - { $unit }, { $duty }: { $due }, { $state }
asked-line-worst = - { $unit }: { $count } overdue of { $of }
asked-line-best = - { $unit }: { $count } of { $of } reported done
asked-line-case = - { $code }, { $place }, reported { $day }, { $state }
asked-duties =
    { $heard }
    As of { $at }: { $count } duties.
    { $lines }
asked-duties-none =
    { $heard }
    As of { $at }: none.
asked-units =
    { $heard }
    As of { $at }:
    { $lines }
asked-units-none =
    { $heard }
    As of { $at }: no unit.
asked-cases =
    { $heard }
    As of { $at }: { $count } cases, { $people } people, of whom { $dead } died.
    { $lines }
asked-cases-none =
    { $heard }
    As of { $at }: no case was reported.
asked-not-yours = { $unit } lies outside what you may see. Please ask the coordinating office.
status-missing-no-such = As of { $at }: no report is owed for "{ $period }".
