# Завершение, сопровождение и что предстоит.
exit-title = Завершение и сопровождение
exit-lead = Как завершены услуги, о чём договорились на потом и как вернуться.
exit-none = Услуги не завершены.
exit-new = Завершить услуги
exit-new-lead = Срок приостанавливается; остаток сохраняется, и дверь остаётся открытой.
exit-new-button = Завершить
exit-reason = Почему
exit-on = День
exit-follow-up = Можно ли позже спросить, как она?
exit-due = Когда спросить, как она
exit-month = { $months ->
    [one] Через { $months } месяц
    [few] Через { $months } месяца
   *[many] Через { $months } месяцев
  }
exit-nothing-due = Ничего не нужно: она не хочет, чтобы её спрашивали, или всё сделано.
follow-up-new = Записать, как она
follow-up-new-lead = Безопасно, в согласованное время. Отвечать она не обязана.
follow-up-new-button = Записать
follow-up-reached = Как она
follow-up-employed = Она работает?
employed-yes = Да
employed-no = Нет
employed-not-asked = Не спрашивали
exit-made = Уже спрашивали
exit-reopen = Она вернулась: открыть снова
due-title = Что предстоит
due-none = На сегодня ничего.
due-stage = Этап
due-steps = Возможные шаги
due-ask-deletion = Попросить удалить: { $recipient } — { $classes }
due-done = Сделано
due-consent-ends = Согласие заканчивается: { $purpose }
due-extension = Продление ждёт руководителя
due-beyond = План или финансирование на время после
due-clock-warning = Гарантированный срок заканчивается: поговорите о том, что дальше
due-appeal = Последний день обжалования
due-follow-up = Спросить, как она
due-tell-her = Сказать ей, что было сообщено ради спасения жизни
due-second = Нужно подтверждение второго человека: сообщено ради спасения жизни
