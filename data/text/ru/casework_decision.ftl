# Решения по случаю.
decisions-title = Решения
decisions-lead = Три записи, а не одна: что установил орган, что показала оценка, положены ли услуги.
decisions-identification = Идентификация
decisions-identification-none = Решения ещё нет. Предполагаемой пострадавшей помогают всё равно.
decisions-assessment = Оценка потребностей
decisions-assessment-none = Оценки ещё не было.
decisions-eligibility = Решение об услугах
decisions-eligibility-none = Решения ещё нет.
decisions-appeals = Обжалование
decisions-appeals-about = Отказ — не конец: обжалуйте или сообщите новые факты, и потребности оценят заново.
identification-new = Записать решение об идентификации
identification-new-lead = Что установил орган или организация, как в их документе.
identification-new-button = Записать
identification-status = Что установлено
decision-body = Кто решил
decision-body-kind = Какой это орган
decision-on = День решения
decision-reference = Номер документа
assessment-new = Оценить потребности
assessment-new-lead = Что с ней произошло и что это с ней сделало. Ничто другое не условие.
assessment-new-button = Записать оценку
assessment-not-asked = Прописка, гражданство, документы, уголовное дело и сотрудничество здесь не спрашиваются, и ни одно решение от них не зависит.
ruling-new = Записать решение об услугах
ruling-new-lead = Отказ называет одну законную причину, день и куда обжаловать.
ruling-new-button = Записать решение
ruling-finding = По оценке:
ruling-never-asked = Других причин нет: никому не отказывают из-за прописки, гражданства, документов, уголовного дела или отказа сотрудничать.
ruling-outcome = Что решено
ruling-owed = Услуги положены
ruling-refused = В услугах отказано
ruling-reason = Причина отказа
ruling-basis = Правовое основание
ruling-appeal-body = Куда обжаловать
ruling-appeal-how = Как обжаловать
ruling-appeal-by = Последний день обжалования
ruling-appeal-by-hint = Только если указан в документе
ruling-days-to-appeal = { $days ->
    [one] остался { $days } день
    [few] осталось { $days } дня
   *[many] осталось { $days } дней
  }
appeal-new = Записать обжалование
appeal-new-lead = Услуги, которые она получает, продолжаются. Потребности оценят заново.
appeal-new-button = Записать обжалование
appeal-body = Кто рассматривает
appeal-on = День подачи
appeal-fault-no-body = Назовите, кто рассматривает.
appeal-fault-before-refusal = Обжалование раньше отказа. Проверьте день.
appeal-fault-not-yet = Этот день ещё не наступил.
law-of-decision = Закон: редакция { $edition }
law-of-day = В том виде, как действовал { $day }. Позднейшие изменения закона этого не касаются.
