# План, услуги и подтверждение дней.
plan-title = План и услуги
plan-lead = Чего она хочет, что запланировано, что оказано.
plan-heading = План
plan-none = Плана ещё нет. Услуги можно оказывать и без него.
plan-new = Составить план
plan-new-lead = Вместе с ней, её словами. Прежний план сохраняется, но больше не действует.
plan-new-button = Сохранить план
plan-goals = Чего она хочет
plan-goals-hint = Её словами, одно желание на строку
plan-language = Язык её слов
plan-services = Услуги
plan-who = Кто оказывает
plan-times = Сколько раз
plan-every = За какое время
plan-from = Первый день
plan-until = Последний день
plan-signed = Подписали
plan-unsigned = Ещё не подписан.
plan-signs = Кто подписывает сегодня
plan-sign = Записать подпись
plan-against = Запланировано и оказано
plan-planned = Запланировано
plan-delivered = Оказано
plan-days = Дней
plan-given = Оказано в последнее время
own-services-title = Мои часы
own-services-lead = То, что записали вы. План и то, что оказали другие, видит тот, кто ведёт случай.
own-services-none = Вы пока ничего не записали.
service-new = Записать услугу
service-new-lead = Оказанное оказано, что бы ни говорили срок, документы и согласие.
service-new-button = Записать
service-kind = Услуга
service-on = День
service-amount = Сколько
service-unit = Чего
service-note = Короткая заметка
service-note-hint = Только факты, без истории. Можно не заполнять.
days-title = Подтверждение дней услуг
days-count = { $count ->
    [one] { $count } день с услугой
    [few] { $count } дня с услугой
   *[many] { $count } дней с услугой
  }
days-from = С
days-to = По
days-show = Показать
days-each = Каждый день
days-about = День считается один раз, сколько бы услуг в нём ни было. Имени здесь нет.
amount-hour = { $count ->
    [one] { $count } час
    [few] { $count } часа
   *[many] { $count } часов
  }
amount-session = { $count ->
    [one] { $count } встреча
    [few] { $count } встречи
   *[many] { $count } встреч
  }
amount-night = { $count ->
    [one] { $count } ночь
    [few] { $count } ночи
   *[many] { $count } ночей
  }
amount-item = { $count ->
    [one] { $count } единица
    [few] { $count } единицы
   *[many] { $count } единиц
  }
amount-hour-part = { $number } часа
amount-session-part = { $number } встречи
amount-night-part = { $number } ночи
amount-item-part = { $number } единицы
