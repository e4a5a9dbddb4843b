# Commitments: treaties, laws, plans and measures, who answers for them, what is late, how well a plan is made.

commitments-title = Обязательства
commitments-lead = Что взяли на себя государство и его органы: договоры, законы, планы, меры. Кто отвечает за каждое из них и что просрочено — или почему этого нельзя сказать.
commitments-empty = Обязательств пока не записано.
commitments-count = { $n ->
    [one] Записано { $n-written } обязательство.
    [few] Записано { $n-written } обязательства.
    [many] Записано { $n-written } обязательств.
   *[other] Записано { $n-written } обязательства.
 }
commitments-late = Просрочено: { $n-written }.
commitments-unsaid = Нельзя сказать, есть ли просрочка: { $n-written }.
commitments-all = Показать все обязательства
commitments-only-late = Показать только просроченное
commitments-none-late = О просрочках ничего не известно. Это не значит, что всё выполняется в срок.
commitments-treaty = Договоры
commitments-law = Законы
commitments-draft_law = Законопроекты
commitments-rule = Правила
commitments-standard = Стандарты
commitments-action_plan = Планы действий
commitments-strategy = Стратегии
commitments-programme = Программы
commitments-measure = Меры
commitments-institution = Учреждения
commitments-practice = Практика

commitment = Обязательство
commitment-stands = На какой стадии
commitment-stage = Стадия по датам
commitment-stage-draft = проект
commitment-stage-ahead = ещё не началось
commitment-stage-standing = действует
commitment-stage-over = срок действия истёк
commitment-lead = Главный ответственный
commitment-no-lead = единого ответственного нет
commitment-late = В срок ли
commitment-status = По словам источника
commitment-measures-stated = Сколько мер в нём, по словам источника
commitment-form = Что считается выполнением
commitment-cost = Стоимость
commitment-recommendations = К каким рекомендациям относится
commitment-recommendations-none = С рекомендациями не связано.
commitment-does-it-count = Учтено ли там
commitment-counts = учтено
commitment-answers = сказано, что отвечает на неё

commitment-late-measures = Просрочено известных мер: { $n-written } из { $of-written }; нельзя сказать: { $unsaid-written }.
commitment-late-by = { $n ->
    [one] Просрочено на { $n-written } день: срок был { $day }.
    [few] Просрочено на { $n-written } дня: срок был { $day }.
    [many] Просрочено на { $n-written } дней: срок был { $day }.
   *[other] Просрочено на { $n-written } дня: срок был { $day }.
 }
commitment-late-submitted = { $n ->
    [one] Просрочено на { $n-written } день: срок был { $day }; отчёт сдан, но никем не принят.
    [few] Просрочено на { $n-written } дня: срок был { $day }; отчёт сдан, но никем не принят.
    [many] Просрочено на { $n-written } дней: срок был { $day }; отчёт сдан, но никем не принят.
   *[other] Просрочено на { $n-written } дня: срок был { $day }; отчёт сдан, но никем не принят.
 }
commitment-next-due = Идёт в срок; следующий срок — { $day }.
commitment-all-met = Всё, чему подошёл срок, сдано.
commitment-unknown-measures_stated = { $n ->
    [one] Сказать нельзя: в плане, по словам источника, { $n-written } мера, но её текст здесь неизвестен.
    [few] Сказать нельзя: в плане, по словам источника, { $n-written } меры, но их текст здесь неизвестен.
    [many] Сказать нельзя: в плане, по словам источника, { $n-written } мер, но их текст здесь неизвестен.
   *[other] Сказать нельзя: в плане, по словам источника, { $n-written } меры, но их текст здесь неизвестен.
 }
commitment-unknown-measures_not_known = Сказать нельзя: меры здесь неизвестны.
commitment-unknown-no_due_date = Сказать нельзя: срок не указан.
commitment-unknown-unclear_due = Сказать нельзя: слова «{ $due }» не называют дня.
commitment-unknown-no_start = Сказать нельзя: срок повторяется, но с какого дня, не сказано.

plan-quality = Как составлен план
plan-quality-note = Здесь оценивается только текст. Даже мера, в которой указано всё, может остаться невыполненной.
plan-import = Когда меры будут загружены, здесь будет подсчитано, у скольких из них есть главный ответственный, срок, деньги и показатель.
plan-without-measure = Рекомендации, на которые не отвечает ни одна мера
plan-known = Известно мер: { $n-written }.
plan-known-of = Известно мер: { $n-written } из { $of-written }.
plan-one-lead = С одним главным ответственным: { $n-written } из { $of-written }.
plan-dated = Со сроком: { $n-written } из { $of-written }.
plan-funded = Со стоимостью и источником денег: { $n-written } из { $of-written }.
plan-measured = С показателем, который должен измениться: { $n-written } из { $of-written }.
plan-unanswered = Рекомендаций, на которые не отвечает ни одна мера: { $n-written }.
plan-unasked = Мер, которые не отвечают ни на одну рекомендацию: { $n-written }.
plan-duplicates = Групп мер, в которых сказано одно и то же: { $n-written }.

measure-effect = Результат
measure-effect-moved = с её начала показатель изменился в нужную сторону
measure-effect-unmoved = показатель не изменился
measure-effect-moved_away = с её начала показатель изменился в обратную сторону
measure-effect-no_indicator = сказать нельзя: показатель не назван
measure-effect-no_aim = сказать нельзя: не сказано, в какую сторону показатель должен измениться
measure-effect-no_start = сказать нельзя: не сказано, когда она начинается
measure-effect-series_break = сказать нельзя: между данными разрыв ряда
measure-effect-too_few_figures = сказать нельзя: сопоставимых значений меньше двух
measure-effect-no_before_and_after = сказать нельзя: все данные — либо до её начала, либо после
