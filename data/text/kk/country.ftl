# The page of a country, and how each of its figures was made. $country is always in the nominative.

country-meta = { $edition } деректері бойынша елдік шолу. Бағалаулар { $year } жылға қатысты.
country-marks = Әр сызықша — өңірдің бір елі; боялған белгі — { $country }, боялмаған белгі — өңір бойынша орташа.
country-basis-estimate = модель бағалауы
country-basis-score = құрама балл
country-take = Жүктеп алу
country-pdf = Басып шығаруға арналған PDF: екі бет, A4
country-json = Әр санның қалай алынғаны көрсетілген JSON
country-compare = Басқа елдермен салыстыру
country-map-note = Реңк: { $unit }.
country-map-sorted = Дөңгелектелмеген мәннің кемуі бойынша; бағалауы жоқ елдер — әліпби ретімен.
country-vulnerability-chart = Өлшемдер бойынша осалдық
country-vulnerability-scale = 0-ден 100-ге дейінгі балл; балл жоғары болған сайын осалдық та жоғары.
country-response-chart = Бағыттар бойынша мемлекеттің әрекет етуі
country-response-scale = Әр бағыттың ықтимал балдарының пайызы.
country-finding = Не анықталды
country-cost = Жалпы нәтижеге әсері
country-activity = Міндет
country-remaining = Не өзгеруге тиіс
country-total-then = Нәтиже: қазір → кейін
country-sources-lead = Осы беттегі барлық мәлімет мына дереккөздерден алынған.

derivations = Әр сан қалай алынған
derivations-title = Бұл қалай алынған: { $title }
derivations-lead = Шолудың әр саны мен әр сөйлемі ережесімен, формуласымен және бастапқы мәндерімен берілген. Нүктелі сызықпен асты сызылған мән бақылауды және оның дереккөзін ашады.
derivations-back = Шолудың осы бөліміне оралу
