# Тіркелген құжаттар: суретке түсіріліп немесе сканерленіп, жағдайға салынғандар.

her-kind-attached = Құжат тіркелді
hers-attached = Бұл не
hers-attached-pages = Беттер
attachments-title = Тіркелген құжаттар
attachments-lead = Анықтамалар, шешімдер, қолмен қол қойылған қағаздар. Әр құжат жағдайдың бір бөлігіне жатады; оны сол бөлікті оқуға рұқсаты барлар ғана көреді.
attachments-all = Құжаттар
attachments-none = Құжат тіркелмеген. Біреу қайта қарауы керек болатын қағазды тіркеңіз; бір жолмен жазуға болатынға сурет керек емес.
attachment-new = Құжат тіркеу
attachment-choose = Бұл қандай құжат? Оны кім көре алатыны осыған байланысты.
attachment-form = Құжат тіркеу
attachment-form-lead = Фотосурет (JPEG немесе PNG) немесе PDF, 24 мегабайттан және 30 беттен аспайтын.
attachment-form-button = Тіркеу
attachment-for = Мынадай құжат ретінде сақталады: { $kind }.
attachment-stripped = Көзге көрінетіні ғана сурет түрінде сақталады: файлдың өзі де, түсірілген жері де, телефоны да сақталмайды. Содан кейін фотосуретті телефоннан өшіріңіз.
attachment-name = Бұл не?
attachment-name-hint = Бірнеше сөзбен, оның атынсыз.
attachment-file = Файл
attachment-look = Қарау
attachment-away = Алып тастау
attachment-away-lead = Қателікпен тіркелген құжат үшін. Беттері бірден жойылады; бұрын жасалған сақтық көшірмелерде олар көшірме жойылғанша қалады. Құжаттың алынғаны туралы жазба қалады.
attachment-away-button = Алып тастау
attachment-title = Құжат
attachment-page = { $count } беттің { $number }-беті
attachment-pages = { $count ->
    [one] { $count } бет
   *[other] { $count } бет
  }
attachment-readable = Бәрі оқыла ма, тексеріңіз. Оқылмаса, құжатты алып тастап, қағазды жарық жерде қайта суретке түсіріңіз.
attachment-of-identity = Оның кім екені
attachment-of-status = Болуы мен рұқсаттары
attachment-of-legal = Шешім немесе анықтама
attachment-of-services = Қызметтің растамасы
attachment-of-health = Медициналық құжат
attachment-of-criminal = Қылмыстық іс құжаты
attachment-of-employment = Жұмыс
attachment-of-story = Өз әңгімесі
attachment-about-identity = Паспорт, жеке куәлік, туу туралы куәлік. Сондай-ақ ол қол қойған қағаздар: аты жазылған келісім, жоспар.
attachment-about-status = Виза, тұруға рұқсат, көші-қон карточкасы.
attachment-about-legal = Мәртебе немесе қызметтер туралы шешім, шағымға жауап, қамқоршылық.
attachment-about-services = Билет, түбіртек, қызмет көрсетілгенінің растамасы. Оны орталық басшысы да көреді: суретке түсірмес бұрын атын жабыңыз.
attachment-about-health = Дәрігердің қорытындысы, талдау, рецепт. Емдейтіндер мен денсаулық жазбаларын жүргізетіндер ғана көреді.
attachment-about-criminal = Шақыру қағазы, полицияның, прокурордың немесе соттың қаулысы.
attachment-about-employment = Диплом, шарт, жұмыс берушінің хаты.
attachment-about-story = Өзі жазғаны, хаттар, не болғанын көрсететін суреттер.
attachment-refusal-no-name = Бұл не екенін бірнеше сөзбен жазыңыз.
attachment-refusal-name-too-long = 120 әріптен аспасын.
attachment-refusal-case-full = Бұл жағдайға қазірдің өзінде 200 бет құжат тіркелген. Керек еместерін алып тастаңыз.
attachment-unfit-empty = Файлды таңдаңыз.
attachment-unfit-unknown = Бұл фотосурет (JPEG, PNG) те, PDF те емес. Файлды осы түрлердің бірінде сақтаңыз немесе қағазды суретке түсіріңіз.
attachment-unfit-damaged = Файл оқылмайды: ол үзілген немесе бүлінген. Қайта жасаңыз немесе қағазды суретке түсіріңіз.
attachment-unfit-locked = PDF құпиясөз сұрайды. Оны құпиясөзсіз сақтаңыз немесе басып шығарылған қағазды суретке түсіріңіз.
attachment-unfit-too-large = Файл тым үлкен: 24 мегабайттан, ал фотосурет 64 миллион нүктеден аспасын.
attachment-unfit-too-many-pages = PDF-те 30-дан көп бет бар. Керек беттерін тіркеңіз.
attachment-unfit-too-slow = Файл тым ұзақ оқылады, сондықтан қалдырылды. Қағазды суретке түсіріңіз немесе PDF-ті қайта сақтаңыз.
