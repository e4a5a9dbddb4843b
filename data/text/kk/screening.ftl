# Screening: instruments, questions in our own words, answers, what the rule of an instrument says. Russian and Kazakh wording wants checking by a native reader who knows the instrument.

# ---- Instruments ----

screening-instrument-ilo-labour-adult = ХЕҰ индикаторлары, еңбекке қанау: ересектер
screening-instrument-ilo-labour-child = ХЕҰ индикаторлары, еңбекке қанау: балалар
screening-instrument-ahtst = Медициналық және әлеуметтік мекемелердегі ересектерге арналған қысқа тізбе (AHTST)
screening-instrument-iom = Скринингтік сұхбат (ХКҰ)
screening-instrument-kz-criteria-33002 = Қатыгездікпен қарау критерийлері (№ 33002 бірлескен бұйрық)
screening-version = { $version } нұсқасы
screening-unverified = Жарияланған мәтінмен әлі салыстырылмаған:
screening-wording-to-check = Осы тілдегі тұжырымдарды әлі тексеру керек.
screening-not-validated = Шығарушы бұл құралдың валидациядан өтпегенін айтады.
screening-no-score = Бұл құралда балл жоқ. Жауаптар санға емес, әңгімеге жетелейді.

# ---- Answers ----

answer-yes = Иә
answer-no = Жоқ
answer-unknown = Белгісіз
answer-declined = Жауап бергісі келмейді
answer-not-asked = Сұралмаған
weight-strong = күшті
weight-medium = орташа
weight-weak = әлсіз
audience-adult = ересектерге арналған
audience-child = балаларға және бала болуы мүмкін адамдарға арналған
audience-any = барлығына арналған

# ---- Dimensions ----

dimension-deceptive-recruitment = Алдап тарту
dimension-coercive-recruitment = Мәжбүрлеп тарту
dimension-recruitment-vulnerability = Осал жағдайды пайдаланып тарту
dimension-exploitation = Қанау
dimension-coercion-at-destination = Барған жерде мәжбүрлеу
dimension-destination-vulnerability = Барған жерде осал жағдайды пайдалану
screening-group-ilo-labour-deceptive-recruitment = { dimension-deceptive-recruitment }
screening-group-ilo-labour-coercive-recruitment = { dimension-coercive-recruitment }
screening-group-ilo-labour-recruitment-vulnerability = { dimension-recruitment-vulnerability }
screening-group-ilo-labour-exploitation = { dimension-exploitation }
screening-group-ilo-labour-coercion-at-destination = { dimension-coercion-at-destination }
screening-group-ilo-labour-destination-vulnerability = { dimension-destination-vulnerability }
screening-group-ilo-labour-act = Әрекет
screening-group-ahtst-topics = Тақырыптар
screening-group-iom-consent = Хабардар етілген келісім
screening-group-iom-case-data = Жағдай деректері
screening-group-iom-recruitment-transport = Тарту және тасымалдау
screening-group-iom-exploitation = Қанау
screening-group-iom-corroboration = Фактілерді не растайды
screening-group-iom-decision = Шешім және себептері
screening-group-iom-next-step = Келесі қадам
screening-group-kz-criteria-ground = Негіз

# ---- Results ----

line-origin-ilo-table = ХЕҰ кестесінен, қайталама дереккөз бойынша
line-origin-law = заңнан: бала үшін ықпал ету тәсілі талап етілмейді
line-origin-ours = өз жолымыз: маман шешеді
screening-line-forced-labour-trafficking = Мәжбүрлі еңбек мақсатындағы адам саудасы
screening-line-deception-and-exploitation = Алдау және қанау
screening-line-presumed-forced-labour = Болжамды құрбан: мәжбүрлі еңбек көрінеді, тарту тәсілі анықталмаған
screening-line-presumed-by-means = Болжамды құрбан: мәжбүрлеп немесе осал жағдайды пайдаланып қанау
screening-line-exploited-worker = Қаналған жұмыскер: еңбек құқықтарын қорғау жолы
screening-line-no-exploitation-shown = Қанау көрінбейді: әрекет жасау немесе ерте босату болуы мүмкін; жабуға болмайды
screening-line-not-shown = Бұл жауаптардан көрінбейді
screening-line-child-trafficking = Бала саудасы: әрекет пен қанау жеткілікті
screening-line-exploited-child = Қаналған бала: баланы қорғау; әрекет туралы маман шешеді
screening-result-unknown = Белгісіз: бірде-бір сұраққа «иә» немесе «жоқ» деп жауап берілмеді. Бұл теріс нәтиже емес.
screening-range = Барлық ашық сұраққа жауап «жоқ» болса: { $low }. Барлығына «иә» болса: { $high }.
screening-would-change = Нәтижені өзгертуі мүмкін жауаптар
screening-at-once = жалғыз өзі де
screening-dimension-positive = оң
screening-dimension-negative = теріс
screening-dimension-open = ашық
screening-offer = Кемінде бір «иә» бар: әңгіме бастап, көмек ұсыныңыз.
screening-no-yes = Жауаптар арасында «иә» жоқ. Көмек бәрібір ұсынылады.
screening-criteria-met = Жауаптар бойынша критерийлер орындалған
screening-criteria-not-met = Жауаптар бойынша критерийлер орындалмаған
screening-criteria-open = Ашық сұрақтарға байланысты
screening-supports-only = Бұл нәтиже шешім қабылдауға көмектеседі, бірақ оны алмастырмайды.
reviewer-finding-presumed = Болжамды құрбан
reviewer-finding-not-shown = Көрінбейді; басқа көмек тиесілі болуы мүмкін
reviewer-finding-more-facts = Қосымша фактілер қажет
screening-refusal-other-instrument = Бұл скрининг басқа құралмен немесе басқа нұсқамен жүргізілген. Оны сол нұсқамен ашыңыз.
screening-refusal-not-agreed = Әңгімеге келісімсіз жауаптар сақталмайды. Кейінірек сұраңыз; көмек бұған тәуелді емес.
screening-refusal-no-item = Бұл құралда мұндай сұрақ жоқ. Бетті жаңартыңыз.
screening-refusal-no-section = Бұл құралда мұндай бөлім жоқ. Бетті жаңартыңыз.
screening-refusal-long-note = Жазба тым ұзын. Фактілерді бірнеше сөйлеммен жазыңыз; адамның өз сөздері мөрленген мәлімдемеде болады.

# ---- Questions: ILO, labour ----

screening-item-ilo-labour-act = Баланы біреу тартқан, тасымалдаған, тапсырған, паналатқан немесе қабылдап алған
screening-item-ilo-labour-1-01 = Жұмыстың түрі, орны немесе жұмыс беруші туралы алдау
screening-item-ilo-labour-1-02 = Жалақы немесе табыс туралы алдау
screening-item-ilo-labour-1-03 = Еңбек жағдайлары туралы алдау
screening-item-ilo-labour-1-04 = Шарттың мазмұны немесе заңдылығы туралы алдау
screening-item-ilo-labour-1-05 = Тұрғын үй мен тұрмыс жағдайлары туралы алдау
screening-item-ilo-labour-1-06 = Құжаттар немесе болу құқығының заңдылығы туралы алдау
screening-item-ilo-labour-1-07 = Сапар және жалдау шарттары туралы алдау
screening-item-ilo-labour-1-08 = Отбасымен қосылу туралы алдау
screening-item-ilo-labour-1-09 = Некелесу немесе асырап алу уәдесімен алдау
screening-item-ilo-labour-1-10 = Оқу мүмкіндігі туралы алдау
screening-item-ilo-labour-2-01 = Адамға зорлық-зомбылық жасау
screening-item-ilo-labour-2-02 = Адамға зорлық жасаймын деп қорқыту
screening-item-ilo-labour-2-03 = Ұрлап әкету, мәжбүрлі неке, мәжбүрлі асырап алу немесе сату
screening-item-ilo-labour-2-04 = Борыштық кіріптарлық
screening-item-ilo-labour-2-05 = Құжаттарын тартып алу
screening-item-ilo-labour-2-06 = Оқшаулау, қамап ұстау немесе аңду
screening-item-ilo-labour-2-07 = Билік органдарына хабарлаймын деп қорқыту
screening-item-ilo-labour-2-08 = Отбасына, қауымға немесе жұртқа айтамын деп қорқыту
screening-item-ilo-labour-2-09 = Отбасына зорлық жасау немесе онымен қорқыту
screening-item-ilo-labour-2-10 = Ақшасын ұстап қалу
screening-item-ilo-labour-3-01 = Отбасындағы қиын жағдайды пайдалану
screening-item-ilo-labour-3-02 = Болу құқығының жоқтығын пайдалану
screening-item-ilo-labour-3-03 = Білімінің аздығын немесе тіл білмеуін пайдалану
screening-item-ilo-labour-3-04 = Хабарсыздығын пайдалану
screening-item-ilo-labour-3-05 = Қанаушылардың бақылауында болу
screening-item-ilo-labour-3-06 = Экономикалық себептер
screening-item-ilo-labour-3-07 = Сәтті көші-қон туралы жалған мәлімет
screening-item-ilo-labour-3-08 = Заң немесе биліктің көзқарасы туралы жалған мәлімет
screening-item-ilo-labour-3-09 = Отбасы жағдайы
screening-item-ilo-labour-3-10 = Жеке жағдайы
screening-item-ilo-labour-3-11 = Психологиялық және эмоциялық тәуелділік
screening-item-ilo-labour-3-12 = Билікпен қарым-қатынасы немесе құқықтық жағдайы
screening-item-ilo-labour-3-13 = Бұрынғы қиындықтар
screening-item-ilo-labour-3-14 = Сапарды ұйымдастырудағы қиындық
screening-item-ilo-labour-3-15 = Мәдени немесе діни сенімдерін пайдалану
screening-item-ilo-labour-3-16 = Жалпы жағдай
screening-item-ilo-labour-4-01 = Шектен тыс жұмыс күндері немесе сағаттары
screening-item-ilo-labour-4-02 = Төмен жалақы немесе жалақының болмауы
screening-item-ilo-labour-4-03 = Жалақымен айла-шарғы жасау
screening-item-ilo-labour-4-04 = Нашар тұрмыс жағдайлары
screening-item-ilo-labour-4-05 = Өте нашар еңбек жағдайлары
screening-item-ilo-labour-4-06 = Қауіпті жұмыс
screening-item-ilo-labour-4-07 = Еңбек заңнамасын немесе шартты сақтамау
screening-item-ilo-labour-4-08 = Әлеуметтік қорғаудың болмауы
screening-item-ilo-labour-4-09 = Оқуға мүмкіндіктің болмауы
screening-item-ilo-labour-5-01 = Құжаттарын тартып алу
screening-item-ilo-labour-5-02 = Борыштық кіріптарлық
screening-item-ilo-labour-5-03 = Оқшаулау, қамап ұстау немесе аңду
screening-item-ilo-labour-5-04 = Адамға зорлық-зомбылық жасау
screening-item-ilo-labour-5-05 = Адамға зорлық жасаймын деп қорқыту
screening-item-ilo-labour-5-06 = Заңсыз немесе қылмыстық әрекеттерге мәжбүрлеу
screening-item-ilo-labour-5-07 = Жұмысты немесе клиентті еріксіз таңу
screening-item-ilo-labour-5-08 = Қатты ықпалда болу
screening-item-ilo-labour-5-09 = Басқа жұмыскерлерге қарсы әрекет етуге мәжбүрлеу
screening-item-ilo-labour-5-10 = Билікке немесе отбасына өтірік айтуға мәжбүрлеу
screening-item-ilo-labour-5-11 = Билік органдарына хабарлаймын деп қорқыту
screening-item-ilo-labour-5-12 = Одан да жаман еңбек жағдайларымен қорқыту
screening-item-ilo-labour-5-13 = Отбасына зорлық жасау немесе онымен қорқыту
screening-item-ilo-labour-5-14 = Жалақысын ұстап қалу
screening-item-ilo-labour-5-15 = Отбасына, қауымға немесе жұртқа айтамын деп қорқыту
screening-item-ilo-labour-6-01 = Қанаушыларға тәуелділік
screening-item-ilo-labour-6-02 = Бейтаныс жерде өмір сүру қиындығы
screening-item-ilo-labour-6-03 = Экономикалық себептер
screening-item-ilo-labour-6-04 = Отбасы жағдайы
screening-item-ilo-labour-6-05 = Билікпен қарым-қатынасы немесе құқықтық жағдайы
screening-item-ilo-labour-6-06 = Бұрынғы қиындықтар
screening-item-ilo-labour-6-07 = Жеке ерекшеліктері

# ---- Questions: AHTST ----

screening-item-ahtst-false-job = Жұмыстың түрі туралы алдау
screening-item-ahtst-debt = Қарызды жұмыспен өтеуді талап ету
screening-item-ahtst-unsafe-work = Бас тартуға қорқынышты болған қауіпті жұмыс
screening-item-ahtst-documents-held = Құжаттарды басқа біреу ұстаған
screening-item-ahtst-contact-restricted = Қарым-қатынасты немесе жүріп-тұруды шектеу
screening-item-ahtst-housing-imposed = Айтқан жерде тұруға мәжбүрлеу
screening-item-ahtst-told-to-lie = Жағдай туралы өтірік айтуға бұйыру
screening-item-ahtst-hurt-or-threatened = Біреудің табысы үшін зиян келтіру немесе қорқыту

# ---- Questions: IOM, the seven points of consent ----

screening-item-iom-agrees = Әңгімеге келіседі; бала қарсы емес
screening-item-iom-purpose = Мақсаты түсіндірілді
screening-item-iom-uses = Деректер қалай пайдаланылатыны және пайдаланылуы мүмкін екені түсіндірілді
screening-item-iom-research = Жеке басын көрсетпей зерттеуде пайдалану туралы айтылды
screening-item-iom-own-data = Өз деректерін кез келген уақытта сұрау құқығы айтылды
screening-item-iom-retention = Деректердің қанша уақыт сақталатыны айтылды
screening-item-iom-withdrawal = Келісімді қалай қайтарып алуға болатыны айтылды

# ---- Questions: criteria of the order ----

screening-item-kz-criteria-ill-treatment = Қатыгездікпен қарау
screening-item-kz-criteria-social-maladjustment = Ол әлеуметтік бейімсіздікке әкелді: әлеуметтік ортамен байланыс бұзылған
screening-item-kz-criteria-social-deprivation = Ол әлеуметтік депривацияға әкелді: негізгі қажеттіліктерін өзі қамтамасыз ете алмайды
