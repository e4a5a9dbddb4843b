# Срок услуг по случаю.
clock-title = Шесть месяцев
clock-lead = Срок предупреждает и спрашивает. Услуг он не останавливает.
clock-stands = Как сегодня
clock-sentence-running = { $months ->
    [one] День { $day } из { $all }: { $months } месяц гарантированных услуг.
    [few] День { $day } из { $all }: { $months } месяца гарантированных услуг.
   *[many] День { $day } из { $all }: { $months } месяцев гарантированных услуг.
  }
clock-sentence-paused = { $days ->
    [one] Срок приостановлен. Остался { $days } день, он сохраняется.
    [few] Срок приостановлен. Осталось { $days } дня, они сохраняются.
   *[many] Срок приостановлен. Осталось { $days } дней, они сохраняются.
  }
clock-sentence-ahead = { $days ->
    [one] Срок начнётся через { $days } день.
    [few] Срок начнётся через { $days } дня.
   *[many] Срок начнётся через { $days } дней.
  }
clock-sentence-beyond = { $days ->
    [one] Сверх гарантированного объёма { $days } день. Помощь продолжается; нужны план или финансирование.
    [few] Сверх гарантированного объёма { $days } дня. Помощь продолжается; нужны план или финансирование.
   *[many] Сверх гарантированного объёма { $days } дней. Помощь продолжается; нужны план или финансирование.
  }
clock-started = Первый день
clock-end = Последний день
clock-next-warning = Следующее предупреждение
clock-none = Срок ещё не начался. Он начинается в день приёма.
clock-begin = Начать срок
clock-begin-lead = Со дня, когда её приняли.
clock-begin-button = Начать
clock-admitted = День приёма
clock-no-evidence = Укажите, что подтверждает основание: номер документа, без содержания.
clock-resume = Она вернулась: продолжить с сегодня
clock-pauses = Перерывы
extension-new = Попросить продление
extension-new-lead = Решает руководитель центра, не позже последнего дня.
extension-new-button = Попросить руководителя
extension-ground = Основание
extension-months = Сколько месяцев
extension-evidence = Чем подтверждается
extension-evidence-hint = Номер документа, без содержания
extension-requests = Продления
extension-of = { $months ->
    [one] ещё { $months } месяц
    [few] ещё { $months } месяца
   *[many] ещё { $months } месяцев
  }
extension-waits = Ждёт руководителя
extension-granted = Продлено
extension-declined = Не продлено; помощь продолжается
extension-grant = Продлить
extension-decline = Не продлевать
pause-new = Приостановить срок
pause-new-lead = Пока её нет, срок не идёт; использованные дни остаются, новые не прибавляются.
pause-new-button = Приостановить
pause-reason = Почему её нет
pause-from = С какого дня
beyond-new = Записать план на время после
beyond-new-lead = Гарантированный объём исчерпан. Ей помогают как прежде.
beyond-new-button = Записать
beyond-about = Договоритесь с ней, как помощь продолжится и кто оплатит: грант, донор, другой центр. Тем временем ничего не закрывается.
beyond-plan = Как помощь продолжится и кто оплатит
