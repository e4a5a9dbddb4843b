# Rooms, places, who is here tonight, the place of a case.

places-title = Орындар
places-lead = Бөлмелер және осы түнге бос орындар. Орын үшін жынысы, жасы, отбасы және баспалдақсыз жол ғана сұралады.
places-none = Бөлмелер әлі енгізілмеген. Орталық басшысынан қосуды сұраңыз: оған дейін мұнда орын беру мүмкін емес.
places-none-build = Бөлмелер әлі енгізілмеген. Біріншісін қосыңыз, содан кейін орын беруге болады.
places-free = { $count ->
   *[other] { $count } орын бос
  }
places-all = { $count ->
   *[other] { $count } орын
  }
places-over = { $count ->
   *[other] орыннан { $count } адам артық
  }
places-taken = Бос емес
places-held = Жолдағыларға сақталған
places-held-none = Ештеңе сақталмаған.
places-closed = Жабық бөлмелер
place-held = { $mark } белгісімен сақталған · { $room }
place-held-until = Сақталу мерзімі: { $until }
place-tight = Толы: тағы бір төсек қойылады
room-new = Бөлме қосу
room-new-lead = Үйде қалай аталатыны және кімге арналғаны.
room-change = Бөлмені өзгерту
room-change-lead = Не өзгертсеңіз де, онда ұйықтайтындар қалады.
room-change-button = Өзгерту
room-close = Жабу
room-open = Қайта ашу
room-save = Сақтау
room-name = Атауы немесе нөмірі
room-name-hint = Мекенжайсыз және ешкімнің атынсыз.
room-places = Орын саны
room-sex = Кімге
room-age = Жасы
room-marks = Сондай-ақ
room-family = отбасыларға, бір-бірден
room-accessible = баспалдақсыз
room-refusal-no-name = Атау немесе нөмір беріңіз.
room-refusal-name-taken = Басқа бөлме осылай аталады.
room-refusal-places = 1-ден 100-ге дейінгі бүтін сан.
room-refusal-somebody-there = Онда біреу ұйықтайды немесе жолда келе жатыр. Алдымен оларға басқа орын беріңіз, содан кейін бөлмені жабыңыз.
stay-refusal-ended = Бұл тұру әлдеқашан аяқталған.
stay-refusal-before-it-began = Бірінші түннен бұрын.
stay-refusal-not-yet = Бұл күн әлі келген жоқ.
stay-refusal-not-ended = Орын бар.
stay-refusal-long-ago = Бір аптадан астам бұрын аяқталған. Осы түннен бастап орын беріңіз.
stay-refusal-taken = Бұл орын осы арада бос болмай қалды. Қазір бос орындардан таңдаңыз.
reserve-title = Орын сақтау
reserve-lead = Жолдағы адамға, 24 сағатқа. Атсыз: сізге берілген белгі телефонда және есік алдында айтылады.
reserve-full-next = Сақтауға лайық орын жоқ. Телефонда бәрібір келуге болатынын айтыңыз: есік алдында не істеуге болатыны көрінеді. Осы арада басқа орталықтан сұраңыз.
reserve-button = 24 сағатқа сақтау
reserve-release = Босату
ask-sex = Жынысы
ask-sex-hint = Өзі айтқандай. Анық болмаса, бөлек бөлме ұсынылады.
ask-age = Жасы
ask-accessible = Баспалдақ
ask-accessible-yes = Баспалдақсыз орын керек
ask-women = Бірге келген әйелдер саны
ask-men = Бірге келген ерлер саны
ask-girls = Бірге келген 18 жасқа толмаған қыздар саны
ask-boys = Бірге келген 18 жасқа толмаған ұлдар саны
ask-with-adults = { $count ->
   *[other] тағы { $count } ересек адаммен
  }
ask-with-children = { $count ->
   *[other] { $count } баламен
  }
ask-again = Өзгерту
fault-family-count = 0-ден 12-ге дейінгі бүтін сан.
place-title = Орын
place-lead = Қайда ұйықтайтыны. Мұны тек команда, басшы және есік алдындағы кезекші оқиды.
place-since = басталған күні: { $day }
place-none = Қазір бұл үйде орны жоқ.
place-first-night = Қабылдау кезінде: { $place }
place-give = Орын беру
place-give-button = Осы орынды беру
place-move = Басқа орын
place-move-button = Көшіру
place-new-lead = Осы түннен бастап. Құжат, азаматтық, тіркеу немесе қылмыстық іс сұралмайды.
place-look = Орын іздеу
place-choice = Не бар
place-needs = Түнге
place-needs-hint = Кезекші білуі керек нәрсе; ауру да, себеп те жазылмайды.
place-full = Лайық бос орын жоқ
place-full-next = Ешкім кері қайтарылмайды. Қазір не істеуге болады:
place-full-tight = Басқалармен бірге тағы бір төсек қойыңыз немесе сақталған орынды алыңыз: төменде.
place-full-ask = Басқа орталықтан сұраңыз, жауап келгенше жанында болыңыз.
place-full-stay = Қауіп төнсе, адам түнеуге болатын жерде, осы үйде қалады.
place-full-tell = Басшының тапсырмасы ету
place-full-tell-head = Орталық басшысына қазір айтыңыз.
place-end = Кетуі
place-end-about = Сол түннен бастап орын бос. Қызметтер мен мерзім жалғасады.
place-end-on = Кеткен күні
place-end-button = Тұруды аяқтау
place-back = Бұл қате: адам әлі осында
place-back-about = «{ $place }» бөлмесіндегі тұру аяқталған еді.
place-past = Бұрын
night-need-meal = тамақ
night-need-clothes = киім, сүлгі, сабын
night-need-cot = кішкентай балаға төсек немесе заттар
night-need-no-steps = баспалдақсыз
night-need-interpreter = аудармашы
night-need-quiet = тыныштық, алдымен қағу
night-need-nearby = жанында ояу адам
tonight-title = Осы түнде кім бар
tonight-lead = Тек шартты аттар. Түн басталатын күн: { $day }
tonight-people = { $count ->
    [0] Мұнда ешкім жоқ
   *[other] Мұнда { $count } адам бар
  }
tonight-nobody = Осы түнде бұл үйде ешкімнің орны жоқ. Орын жағдай бетінде беріледі.
tonight-needs = Керегі
tonight-closed = { $count ->
   *[other] Мұнда тағы { $count } отбасы немесе адам бар; бұл сеанста олардың жағдайы сізге ашық емес.
  }
tonight-nameless = Жазбасы жоқ төсектер
tonight-nameless-about = Бұл төсекте кім болғаны туралы жазба жойылған. Онда біреу бар-жоғын қараңыз; жоқ болса, босатыңыз.
tonight-free-bed = Төсекті босату
tonight-paper = Басып шығару үшін
paper-back = Бетке оралу
tonight-paper-about = Браузер арқылы басып шығарыңыз. Таңертең қағазды жойыңыз.
