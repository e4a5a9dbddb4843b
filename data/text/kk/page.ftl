# The frame of every page, and words that many pages share.

skip = Мазмұнға өту
nav-main = Бөлімдер
nav-languages = Тіл
nav-breadcrumb = Сіз осындасыз
nav-home = Басты бет
nav-compare = Салыстыру
nav-indicators = Көрсеткіштер
nav-claims = Мәлімдемелер
nav-assessments = Бағалаулар
nav-follow-up = Орындалуы
nav-sources = Дереккөздер
nav-methods = Әдістеме
nav-data = Деректер
search-label = Мұнда жарияланғанның бәрінен іздеу
search-button = Іздеу
footer-about = Адам саудасы мен қазіргі заманғы құлдық туралы елдер бойынша ашық мәліметтер. Осы беттердегі әр санның қалай алынғаны және қайдан келгені көрсетілген.
footer-licence = Деректердің лицензиясы
footer-licence-text = Индекс деректері: Walk Free, Global Slavery Index, 2018 және 2023 жылғы басылымдар; дереккөзі көрсетілген фактілер ретінде келтіріледі. Басқа деректерге өз дереккөзінің лицензиясы қолданылады. Бағдарлама — еркін бағдарламалық жасақтама.
footer-this-copy = Осы дана
footer-copy = Pana { $version } · { $sources-written } дереккөзден { $observations-written } бақылау. Карталардағы сұлбалар бағдарлау үшін ғана берілген және қандай да бір аумақтың мәртебесі туралы пікір білдірмейді.

error-not-found = Бұл мекенжайда ештеңе жоқ
error-not-found-next = Мекенжай қате терілген немесе бет басқаша аталатын болуы мүмкін. Іздеуді пайдаланыңыз немесе басты беттен бастаңыз.
error-unanswerable-next = Сұрауды өзгертіп, қайталап көріңіз.
error-failure = Бұл бетті құрастыру мүмкін болмады
error-failure-next = Сәлден кейін қайталап көріңіз. Қате қайталанса, осы дананы басқаратын адамға хабарлаңыз (операция: { $operation }).

# Words that many pages share
dotted = Астына нүктелі сызық салынған санды бассаңыз, оның қалай алынғаны көрсетіледі.
how = Бұл қайдан белгілі
key-figures = Негізгі сандар
edition = Басылым
on-this-page = Осы бетте
sources = Дереккөздер
input = Шама
value = Мәні
source = Дереккөз
locator = Дереккөздегі орны
optional = міндетті емес
total = Жалпы нәтиже
difference = Айырма
regional-mean = Өңір бойынша орташа
mean-note = Өңір бойынша орташа мәнде балы бар әр ел бір рет есепке алынған.
versus = орташа { $mean }
chart-table = Диаграмманың кестесі: { $title }
map-table = Картаның кестесі: { $title }
column-measure = Шама
column-country = Ел
column-indicator = Көрсеткіш
