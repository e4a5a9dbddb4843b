# Reading of tables: what was refused, skipped and guessed. Each refusal ends with what to do.

import-refusal-empty = Файл бос: онда бірде-бір толтырылған ұяшық жоқ. Дұрыс файл ма және толық сақталған ба, тексеріңіз.
import-refusal-not-a-workbook = Файл электрондық кесте ретінде ашылмайды ({ $reason }). Оны кесте бағдарламасында ашып, .xlsx немесе CSV пішімінде сақтаңыз.
import-refusal-old-workbook = Бұл — ескі .xls пішіміндегі кесте. Оны кесте бағдарламасында ашып, .xlsx пішімінде сақтаңыз.
import-refusal-too-wide = Жолдағы баған саны — { $columns }; ең көбі { $most } баған оқылады. Кестенің оң жағындағы артық ұяшықтарды жойыңыз.
import-refusal-unknown-encoding = «{ $encoding }» деген кодтау жоқ. Сәйкестендіруде utf-8, windows-1251 немесе kz-1048 деп жазыңыз не ештеңе көрсетпеңіз.
import-refusal-unclosed-quote = { $line }-жолда ашылған тырнақша еш жерде жабылмаған, сондықтан файлдың қалғаны бір ұяшыққа түсіп кеткен. Оны жабыңыз немесе алып тастаңыз.
import-refusal-not-a-mapping = Сәйкестендіру оқылмайды: { $reason }. Сол жолды түзетіңіз немесе жаңа сәйкестендіру сұраңыз.
import-refusal-unknown-field = Сәйкестендіруде «{ $field }» өрісі аталған, бұл түрдегі кестеде ондай өріс жоқ. Мыналардың бірін қолданыңыз: { $known }.
import-refusal-fields-missing = Сәйкестендіруде мына өрістердің қайдан алынатыны айтылмаған: { $fields }. Әрқайсысына баған немесе тұрақты мән беріңіз.
import-refusal-no-such-sheet = «{ $sheet }» деген парақ жоқ. Кітапта бары: { $sheets }. Сәйкестендірудегі `sheet` мәнін түзетіңіз.
import-refusal-no-header = Бірде-бір жол { $kind } түріндегі кестенің тақырыбына ұқсамайды. Түрін тексеріңіз немесе сәйкестендіруде бағандарды атап, `header_row` мәнін көрсетіңіз.
import-refusal-columns-missing = Кестеде { $columns } бағандары жоқ. Бары: { $header }. Сәйкестендірудегі атауларды түзетіңіз.
import-refusal-choose-what = { $field } өрісінде жолдар әртүрлі: { $found }. Қай жолдарды алу керегін сәйкестендірудің `keep` бөлімінде жазыңыз.
import-refusal-missing = { $field } өрісінің ұяшығы бос, ал бұл өріс міндетті. Оны толтырыңыз немесе сәйкестендіруде тұрақты мән беріңіз.
import-refusal-unknown-code = { $field } өрісінде мұндай сөз жоқ. Мыналардың бірін жазыңыз: { $known }; немесе сөздің мағынасын сәйкестендірудің `values` бөлімінде көрсетіңіз.
import-refusal-unknown-name = { $field } өрісінде аталған нәрсе мұнда жоқ. Алдымен оны қосыңыз немесе не айтылғанын сәйкестендірудің `values` бөлімінде көрсетіңіз.
import-refusal-not-a-figure = Ұяшықта бір мән айтылмаған. Сан, «> 100», «250-ге жуық» немесе «300–500» деп жазып, қалғанын ескертпеге шығарыңыз.
import-refusal-unknown-word = «{ $word }» сөзі түсініксіз, сондықтан ұяшық оқылмады. Ұяшықты бұл сөзсіз жазып, сөзді ескертпеге шығарыңыз.
import-refusal-ambiguous-comma = Үтір бөлшек бөлікті де, мыңдықты да бөліп тұруы мүмкін. Санды үтірсіз жазыңыз немесе сәйкестендіруде `language` мәнін көрсетіңіз.
import-refusal-nothing-stated = Ұяшықта мән жоқ делінген. Сан нөлге тең болса, 0 деп жазыңыз; белгісіз болса, жолды алып тастаңыз.
import-refusal-upside-down = Аралықтың төменгі шегі жоғарғы шегінен үлкен. Алдымен кіші санды жазыңыз.
import-refusal-unit-differs = Ұяшықтағы бірлік — { $cell }, кестедегі — { $stated }. Екеуінің бірін түзетіңіз.
import-refusal-figure-contradicts = Мән, салыстыру белгісі және аралық бағандары бір мән құрамайды. Салыстыру белгісі бар бір санды, не аралықтың екі шегін, не сөзді қалдырыңыз.
import-refusal-not-a-period = Ұяшықта кезең айтылмаған. «2016», «2012–2013», «2017 жылғы 8 ай», «2025 жылғы 1 қаңтардағы жағдай бойынша» немесе «көрсетілмеген» деп жазыңыз.
import-refusal-ends-before-start = Кезең басталмай тұрып аяқталады. Екі күннің бірін түзетіңіз.
import-refusal-not-a-date = Бұл { $format } пішіміндегі күн емес. Жыл-ай-күн деп жазыңыз немесе сәйкестендірудегі `date_format` мәнін түзетіңіз.
import-refusal-not-a-deadline = Ұяшықта есептеуге болатын мерзім жоқ. Күнді, жылы көрсетілген тоқсанды немесе қайталану жиілігін жазыңыз.
import-refusal-not-a-cost = Ұяшықта бір сома айтылмаған. Сан немесе «талап етілмейді» деп жазыңыз; құны белгісіз болса, ұяшықты бос қалдырыңыз.
import-refusal-same-name = { $line }-жолда дәл сондай атау бар — { $name }, бірақ онда басқа нәрсе айтылған. Екі жолдың бірін түзетіңіз немесе жойыңыз.
import-refusal-too-large = Кітаптың ашылған көлемі { $most } мегабайттан асады, сондықтан ол ашылмады. Керек парақты бөлек кітап етіп немесе CSV пішімінде сақтаңыз.
import-refusal-not-ours = { $name } жолын жазып қойған соң қайта оқу мүмкін болмас еді: { $column } бағаны, { $reason }. Сол ұяшықты немесе сәйкестендірудегі тұрақты мәнді түзетіңіз.

import-skipped-above = тақырыптың үстіндегі { $n-written } жол
import-skipped-header = тақырыптың { $n-written } жолы
import-skipped-numbering = бағандарды нөмірлейтін { $n-written } жол
import-skipped-blank = { $n-written } бос жол
import-skipped-heading = жолдар арасындағы { $n-written } тақырыпша
import-skipped-left-out = сәйкестендіру бойынша алынбайтын { $n-written } жол
import-skipped-repeated = басқасын сөзбе-сөз қайталайтын { $n-written } жол

import-guess-encoding = Кодтау { $encoding } деп алынды.
import-guess-sheet = Кесте «{ $sheet }» парағынан алынды.
import-guess-header-row = Тақырып { $line }-жолда деп алынды.
import-guess-language = Тілі { $language } деп алынды.
import-guess-date-format = Күндер { $format } пішімінде деп алынды.
import-guess-column = { $field } өрісі «{ $column }» бағанынан оқылады.
import-guess-constant = { $field } өрісі барлық жолда — «{ $value }».
import-guess-worked-out = { $n-written } жолда { $field } өрісі басқа ұяшықтардан шығарылды.
import-guess-kept-as-written = { $field } өрісінің мына сөздеріне біздің сөз жоқ, олар сол күйінде қалады: { $words }.

import-read = { $n-written } жол оқылды
import-refused = { $n-written } жол қабылданбады
import-unused = Ештеңе оқылмаған бағандар: { $columns }
import-dry-run = Бұл байқау болды: ештеңе жазылған жоқ.

import-mapping-given = көрсетілген сәйкестендіру бойынша оқылды.
import-mapping-remembered = тақырыбы осындай кесте бұрын қалай оқылса, солай оқылды.
import-mapping-proposed = тақырыбы мұндай кесте бұрын оқылмаған. Мынадай оқылым ұсынылады; тексеріп шығыңыз.
import-only = тек мыналар: { $words }
import-not-filled = — әзірге ештеңемен толтырылмаған; --set ӨРІС=МӘН не сәйкестендіру беріңіз
import-at = { $file }, { $line }-жол
import-at-sheet = { $file }, «{ $sheet }» парағы, { $line }-жол
import-at-column = { $place }, «{ $column }» бағаны
import-nearest = Мынау айтылған болар: { $names }.
import-elsewhere = Басқа деректер жинағында сипатталған, сондағыдай қалдырылды: { $names }
import-changed = Жаңасы: { $added } · түзетілгені: { $corrected } · өзгермегені: { $unchanged }
import-would-change = Жазылса, жаңасы: { $added } · түзетілгені: { $corrected } · өзгермегені: { $unchanged }
import-rows-done = жол
import-accept = Ештеңе жазылған жоқ: кестенің дұрыс оқылғанын әлі ешкім растамады. Дұрыс болса, пәрменді --accept қосып қайталаңыз; болмаса, оқылымды --save-mapping ФАЙЛ.toml арқылы сақтап, түзетіп, --mapping ФАЙЛ.toml арқылы беріңіз.
import-refused-whole = Ештеңе жазылған жоқ, өйткені кейбір жолдар қабылданбады. Оларды түзетіңіз немесе --skip-refused арқылы қалдырып кетіңіз.
