# Rooms, places, who is here tonight, the place of a case.

places-title = Места
places-lead = Комнаты и свободные места на эту ночь. Для места спрашивают пол, возраст, семью и доступность – и больше ничего.
places-none = Комнаты ещё не внесены. Попросите руководителя центра добавить их: до этого место здесь дать нельзя.
places-none-build = Комнаты ещё не внесены. Добавьте первую, и можно будет давать места.
places-free = { $count ->
    [one] { $count } место свободно
    [few] { $count } места свободно
   *[other] { $count } мест свободно
  }
places-all = { $count ->
    [one] { $count } место
    [few] { $count } места
   *[other] { $count } мест
  }
places-over = { $count ->
    [one] на { $count } человека больше, чем мест
   *[other] на { $count } человек больше, чем мест
  }
places-taken = Занято
places-held = Придержано для тех, кто в пути
places-held-none = Ничего не придержано.
places-closed = Закрытые комнаты
place-held = Придержано, метка { $mark } · { $room }
place-held-until = Придержано до { $until }
place-tight = Мест нет: поставить ещё одну кровать
room-new = Добавить комнату
room-new-lead = Как её называют в доме и для кого она.
room-change = Изменить комнату
room-change-lead = Кто в ней спит, тот остаётся, что бы вы ни изменили.
room-change-button = Изменить
room-close = Закрыть
room-open = Снова открыть
room-save = Сохранить
room-name = Название или номер
room-name-hint = Без адреса и без чьего-либо имени.
room-places = Мест
room-sex = Для кого
room-age = Возраст
room-marks = Также
room-family = для семей, по одной
room-accessible = без ступеней
room-refusal-no-name = Дайте название или номер.
room-refusal-name-taken = Другая комната уже так называется.
room-refusal-places = Целое число от 1 до 100.
room-refusal-somebody-there = Там кто-то спит или уже в пути. Сначала дайте им другое место, потом закройте комнату.
stay-refusal-ended = Это проживание уже закончено.
stay-refusal-before-it-began = Раньше первой ночи.
stay-refusal-not-yet = Этот день ещё не наступил.
stay-refusal-not-ended = Место уже есть.
stay-refusal-long-ago = Закончилось больше недели назад. Дайте место с этой ночи.
stay-refusal-taken = Это место тем временем заняли. Выберите из тех, что свободны сейчас.
reserve-title = Придержать место
reserve-lead = Для того, кто в пути, на 24 часа. Без имени: метку, которую вы получите, называют по телефону и у двери.
reserve-full-next = Подходящего места, чтобы придержать, нет. Скажите по телефону, что прийти всё равно можно: у двери посмотрят, что можно сделать. Тем временем спросите другой центр.
reserve-button = Придержать на 24 часа
reserve-release = Освободить
ask-sex = Пол
ask-sex-hint = Как говорит сам человек. Если не ясно – предлагается отдельная комната.
ask-age = Возраст
ask-accessible = Ступени
ask-accessible-yes = Нужно место без ступеней
ask-women = Сколько женщин пришло вместе
ask-men = Сколько мужчин пришло вместе
ask-girls = Сколько девочек до 18 лет пришло вместе
ask-boys = Сколько мальчиков до 18 лет пришло вместе
ask-with-adults = { $count ->
    [one] и ещё { $count } взрослый
   *[other] и ещё { $count } взрослых
  }
ask-with-children = { $count ->
    [one] и { $count } ребёнок
    [few] и { $count } ребёнка
   *[other] и { $count } детей
  }
ask-again = Изменить
fault-family-count = Целое число от 0 до 12.
place-title = Место
place-lead = Где спит пострадавший человек. Это читают только команда, руководитель и дежурный у двери.
place-since = с { $day }
place-none = Сейчас места в этом доме нет.
place-first-night = При приёме: { $place }
place-give = Дать место
place-give-button = Дать это место
place-move = Другое место
place-move-button = Переселить
place-new-lead = С этой ночи. Документы, гражданство, регистрацию и уголовное дело не спрашивают.
place-look = Найти места
place-choice = Что есть
place-needs = На ночь
place-needs-hint = Что должен знать дежурный; без болезней и причин.
place-full = Подходящего свободного места нет
place-full-next = Никого не отправляют прочь. Что можно сделать сейчас:
place-full-tight = Поставить ещё одну кровать рядом с другими или взять придержанное место: ниже.
place-full-ask = Спросить другой центр и оставаться рядом, пока нет ответа.
place-full-stay = При опасности человек остаётся в доме – там, где можно переночевать.
place-full-tell = Сделать задачей руководителя
place-full-tell-head = Скажите руководителю центра сейчас.
place-end = Выезд
place-end-about = Место свободно с этой ночи. Услуги и срок продолжаются.
place-end-on = День выезда
place-end-button = Закончить проживание
place-back = Это ошибка: человек ещё здесь
place-back-about = Проживание в комнате «{ $place }» было закончено.
place-past = Раньше
night-need-meal = поесть
night-need-clothes = одежда, полотенце, мыло
night-need-cot = кроватка или вещи для маленького ребёнка
night-need-no-steps = без ступеней
night-need-interpreter = переводчик
night-need-quiet = тишина, сначала постучать
night-need-nearby = рядом кто-то, кто не спит
tonight-title = Кто здесь этой ночью
tonight-lead = Только кодовые имена. Ночь, которая начинается { $day }
tonight-people = { $count ->
    [0] Здесь никого нет
    [one] Здесь { $count } человек
    [few] Здесь { $count } человека
   *[other] Здесь { $count } человек
  }
tonight-nobody = Этой ночью ни у кого нет места в этом доме. Место дают на странице случая.
tonight-needs = Нужно
tonight-closed = { $count ->
    [one] Здесь ещё { $count } семья или человек; в этом сеансе их случай вам не открыт.
    [few] Здесь ещё { $count } семьи или человека; в этом сеансе их случаи вам не открыты.
   *[other] Здесь ещё { $count } семей или человек; в этом сеансе их случаи вам не открыты.
  }
tonight-nameless = Кровати без записи
tonight-nameless-about = Запись о том, кто занимал кровать, уничтожена. Проверьте, есть ли там кто-нибудь; если нет – освободите.
tonight-free-bed = Освободить кровать
tonight-paper = Для печати
paper-back = Назад к странице
tonight-paper-about = Напечатайте через браузер. Утром уничтожьте бумагу.
