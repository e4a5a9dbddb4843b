# Recommendations and demands: what became of them, why, on which evidence, and for how long they have been open.

follow-up-parts = Разделы о выполнении
recommendations-tab = Рекомендации
demands-tab = Требования по годам
commitments-tab = Обязательства
follow-up-download = Этот ответ в JSON
follow-up-faults = { $n ->
    [one] Не удалось прочитать { $n-written } строку, она пропущена.
    [few] Не удалось прочитать { $n-written } строки, они пропущены.
    [many] Не удалось прочитать { $n-written } строк, они пропущены.
   *[other] Не удалось прочитать { $n-written } строки, они пропущены.
 }

recommendations-title = Что рекомендовали и что из этого вышло
recommendations-lead = Все рекомендации и состояние каждой из них. Состояние выводится из датированных фактов; о каждом факте сказано, учтён ли он и почему.
recommendations-glance = Коротко
recommendations-filter = Выбрать рекомендации
recommendations-all-statuses = Все состояния
recommendations-all-sources = Кто угодно
recommendations-count = { $n ->
    [one] { $n-written } рекомендация, сначала самое неотложное
    [few] { $n-written } рекомендации, сначала самое неотложное
    [many] { $n-written } рекомендаций, сначала самое неотложное
   *[other] { $n-written } рекомендации, сначала самое неотложное
 }
recommendations-unknown = И ещё рекомендации, о которых более поздних сведений нет: { $n-written }
recommendations-none = Ни одна рекомендация не подходит. Выберите другое состояние, тему, источник или день.
recommendations-empty = Рекомендаций пока не записано.
recommendations-bearing = Рекомендации
recommendation-one = Рекомендация
recommendation-status = Состояние
recommendation-asked-by = Кто рекомендует
recommendation-as-of = Только по данным, опубликованным не позднее
recommendation-age = { $n ->
    [one] { $n-written } год назад
    [few] { $n-written } года назад
    [many] { $n-written } лет назад
   *[other] { $n-written } года назад
 }
recommendation-age-this-year = в этом году
recommendation-became = Что из этого вышло
recommendation-formal = На бумаге
recommendation-effective = На деле
recommendation-axes = Сделано на бумаге и сделано на деле — это два разных вопроса: план может быть принят и ничего не изменить.
recommendation-movement = Тогда и теперь
recommendation-then = тогда
recommendation-now = теперь
recommendation-other-ground = Эти данные относятся к разным местам или группам. Они стоят рядом, но разница между ними не вычисляется.
recommendation-coverage-title = Где центр есть, а где он не указан
recommendation-coverage = { $centres ->
    [one] Территорий с центром: { $n-written } из { $of-written }; всего в списке { $centres-written } центр.
    [few] Территорий с центром: { $n-written } из { $of-written }; всего в списке { $centres-written } центра.
    [many] Территорий с центром: { $n-written } из { $of-written }; всего в списке { $centres-written } центров.
   *[other] Территорий с центром: { $n-written } из { $of-written }; всего в списке { $centres-written } центра.
 }
recommendation-coverage-without = Территории, для которых в списке нет центра:
recommendation-coverage-correct = Если территории нет в списке, центр там всё же может быть. Если вы о нём знаете, сообщите тем, кто ведёт список, и тем, кто обслуживает этот экземпляр, и укажите источник.
recommendation-evidence = Свидетельства
recommendation-used = Учтённые факты
recommendation-used-none = Учтённых фактов пока нет.
recommendation-set-aside = Неучтённые факты и причины
recommendation-fact = Факт
recommendation-proof = Чем подтверждено
recommendation-why = Почему не учтён
recommendation-public = опубликовано не позднее { $day }
recommendation-commitments = Обязательства, в которых указана эта рекомендация
recommendation-views = Как это оценивают другие
recommendation-views-none = Ничьей оценки пока не записано. У государства, у национального докладчика и у гражданского общества может быть своя оценка; её записывают строкой таблицы recommendation_views — чья она, какое состояние, день и источник, — и тогда она стоит рядом с выведенным состоянием.
recommendation-view-none = оценки не записано
recommendation-mean = { $n ->
    [one] Среднее по { $n-written } оценке, где 0 — не сделано, 1 — сделано: { $mean }. Оно скрывает, кто с кем не согласен.
    [few] Среднее по { $n-written } оценкам, где 0 — не сделано, 1 — сделано: { $mean }. Оно скрывает, кто с кем не согласен.
    [many] Среднее по { $n-written } оценкам, где 0 — не сделано, 1 — сделано: { $mean }. Оно скрывает, кто с кем не согласен.
   *[other] Среднее по { $n-written } оценки, где 0 — не сделано, 1 — сделано: { $mean }. Оно скрывает, кто с кем не согласен.
 }
recommendation-asked = Что рекомендовали
recommendation-siblings = Из того же пункта
recommendation-findings = На что отвечает
recommendation-demands = То же требование по годам
recommendation-other-day = Как это выглядело в другой день
recommendation-mechanism = Процедура
recommendation-cycle = Цикл
recommendation-position = Позиция государства
recommendation-evidence-missing-too = нет данных о результате

recommendation-status-regressed = Стало хуже
recommendation-status-unanswered = Без ответа
recommendation-status-not_started = Не начато
recommendation-status-partly = Выполнено частично
recommendation-status-implemented = Выполнено
recommendation-status-evidence_missing = Нет свидетельств

# One sentence per reason
recommendation-reason-contradicted = Сделано обратное тому, что рекомендовали, и ничто более позднее этого не отменило: { $facts }.
recommendation-reason-contradiction_lifted = Было сделано обратное, но позже всё рекомендованное выполнили: { $facts }.
recommendation-reason-shown_in_full = Факты показывают, что рекомендованное сделано: { $facts }.
recommendation-reason-shown_in_part = Факты показывают, что сделана часть рекомендованного: { $facts }.
recommendation-reason-limited = Части того, что рекомендовали, нет: { $facts }.
recommendation-reason-on_paper_only = Рекомендовали действовать, а есть только тексты.
recommendation-reason-effect_not_measured = Рекомендовали действовать, но надёжных данных о результате нет.
recommendation-reason-only_limits = Более поздние источники называют то, чего не хватает, и ни один не называет того, что сделано.
recommendation-reason-later_source_without_answer = Более поздний источник говорит об этом, но ответа в нём нет: { $facts }.
recommendation-reason-nothing_later = Более поздних фактов здесь нет. Это не значит, что ничего не сделано.

# Why a fact does not count
recommendation-why-unknown = этот факт здесь неизвестен
recommendation-why-not_applicable = речь в нём о другом
recommendation-why-asked_undated = у рекомендации нет даты
recommendation-why-undated = у факта нет даты
recommendation-why-not_later = нельзя с уверенностью сказать, что он позже рекомендации
recommendation-why-speaks_of_before = опубликован позже, но говорит о времени до рекомендации
recommendation-why-not_yet_public = нельзя с уверенностью сказать, что к этому дню он был опубликован
recommendation-why-context = полезен для понимания, но ничего не решает
recommendation-why-shows_no_progress = приведён в подтверждение, но продвижения не показывает

recommendation-formal-not_shown = текст неизвестен
recommendation-formal-drafted = текст готовится
recommendation-formal-done = текст принят
recommendation-effective-reversed = на деле наоборот
recommendation-effective-not_shown = ничто этого не показывает
recommendation-effective-reported = об этом говорят, но надёжных данных нет
recommendation-effective-observed = это показывают надёжные данные

# What kind of proof a fact is
recommendation-grade-draft = проект текста
recommendation-grade-text = текст
recommendation-grade-statement = утверждение без цифр
recommendation-grade-weak_figure = цифра, не пригодная для сравнения
recommendation-grade-figure = цифра

recommendation-mechanism-upr = Универсальный периодический обзор, рекомендация государства
recommendation-mechanism-upr_submission = материалы к Универсальному периодическому обзору
recommendation-mechanism-treaty_body = договорный орган
recommendation-mechanism-special_procedure = специальная процедура
recommendation-mechanism-regional_body = региональная организация
recommendation-mechanism-index = индекс
recommendation-mechanism-assessment = оценка другого государства или организации
recommendation-mechanism-national = орган самой страны
recommendation-mechanism-other = другая
recommendation-position-supported = поддержана
recommendation-position-supported_in_part = поддержана частично
recommendation-position-noted = принята к сведению
recommendation-position-pending = будет дана позже
recommendation-position-not_stated = не указана
recommendation-holder-state = Государство
recommendation-holder-rapporteur = Национальный докладчик
recommendation-holder-ngo = Гражданское общество
recommendation-holder-international = Международные организации
recommendation-holder-research = Исследователи

# The same thing asked again
demands-title = Одно и то же требование: кто и когда
demands-lead = Разные организации из года в год требуют одного и того же. Возраст требования — это время, в течение которого оно остаётся открытым.
demands-empty = Требований пока не записано.
demands-ages = Возраст каждого требования
demands-note = Требование считается выполненным, когда выполнены все рекомендации, в которых оно звучит. Если кто-то требовал того же раньше или позже, но здесь об этом ничего нет, это не учтено.
demand = Требование
demand-bodies = Сколько организаций требовали
demand-open-for = Открыто
demand-answered = Выполнено ли
demand-answered-yes = да
demand-answered-in_part = частично
demand-answered-no = нет
demand-answered-not_known = неизвестно
demand-years = { $n ->
    [one] { $n-written } год
    [few] { $n-written } года
    [many] { $n-written } лет
   *[other] { $n-written } года
 }
demand-member-recommendation = рекомендация
demand-member-suggested_action = предложенная мера
demand-member-finding = вывод
demand-open = { $n ->
    [one] Годы: { $years }; открыто { $n-written } год
    [few] Годы: { $years }; открыто { $n-written } года
    [many] Годы: { $years }; открыто { $n-written } лет
   *[other] Годы: { $years }; открыто { $n-written } года
 }
demand-closed = Годы: { $years }; выполнено
