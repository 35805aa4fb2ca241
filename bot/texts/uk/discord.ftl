# What only Discord shows. No sentence ends with a day: Discord's own dot stands behind it.

## Replies

reply-open = Відкрити
reply-corrected = Показано результати за запитом **{ $words }**
reply-span = Публікації від { $since } до { $until }
reply-span-day = Публікації за { $day }
reply-no-more = Більше нічого немає.
reply-shared = Відповіддю ділиться { $person }
reply-failed = Щось пішло не так. Якщо це повториться, повідом власників цього бота: код { $reference }.
reply-restarting = Factbox перезапускається: запитай ще раз за хвилину.

## Buttons

button-more = Ще
button-context = Контекст
button-share = Поділитися
button-wrong = Хибне джерело
button-dismiss = Прибрати

## The form for a wrong source

wrong-title = Хибне джерело
wrong-sentence = Яке речення?
wrong-note = Що з ним не так?
wrong-kept = Твій ID користувача зберігається з цим, доки редакція не перегляне; докладніше: /{ command-privacy-name }.
wrong-thanks = Дякую: редакція це побачить.

## What is refused, and why

refused-channel = Тут я не відповідаю. Запитай у { $channels }.
refused-cooldown-person = Забагато запитань одразу: запитай ще раз { $again }.
refused-cooldown-server = На цьому сервері зараз багато запитують: спробуй ще раз { $again }.
refused-date = «{ $words }» не читається як дата: напиши, наприклад, 2012-10-31, жовтень 2012 або 2012.
refused-publisher = Видання «{ $name }» тут немає. Є, наприклад: { $names }
refused-publisher-near = Видання «{ $name }» тут немає. Можливо, ідеться про: { $names }
refused-dismiss = Прибрати це може лише той, хто запитав, або модератор.
refused-share = Поділитися цим може лише той, хто запитав.
refused-share-changed = Те, що можна тут показати, відтоді змінилося: запитай, будь ласка, ще раз.
refused-too-old = Це було так давно, що я вже не пам’ятаю: запитай, будь ласка, ще раз.

## Help

help-title = Factbox
help-what = Відповіді з новинних публікацій, слово в слово: кожна з виданням, датою та посиланням, яке відкриває джерело на цьому самому реченні. Нічого не вигадано; якщо відповіді в публікаціях немає, я так і скажу.
help-check = **{ menu-check }** (клацни повідомлення правою кнопкою або утримуй його, потім «Застосунки») показує лише тобі факти, найближчі до того, що в ньому стверджується.
help-sources = **{ menu-sources }** (у тому самому меню) шукає, звідки взято цитату або цифру в повідомленні.
help-privacy = Я читаю лише ті повідомлення, до яких ти застосовуєш це меню, і не зберігаю, хто поставив запитання: /{ command-privacy-name }.

## Settings of a server

settings-title = Factbox на цьому сервері
settings-language = **Мова** того, що бачать усі
settings-language-automatic = Мова того, хто запитує
settings-replies = **Відповіді** на команди видно
settings-replies-public = усім у каналі
settings-replies-private = тому, хто запитує; він може поділитися
settings-channels = **Канали**, у яких я відповідаю
settings-channels-all = Усі канали
settings-publishers = **Видання**, статті яких показуються
settings-publishers-all = Усі видання
settings-publishers-chosen = Вибрано видань: { $count }
settings-publishers-more = Інші видання (сторінка { $page } з { $pages })

## Privacy

privacy-show = **Що я зберігаю**
    - Запитання без відповіді, для редакції, але не те, хто і де їх поставив.
    - Про що була відповідь (запитання, ім’я, тема), { $days ->
        [one] { $days } день
        [few] { $days } дні
       *[many] { $days } днів
    }, щоб працювали її кнопки. Не те, хто запитав; сервер — лише якщо там усі можуть читати канал.
    - Твій ID користувача разом зі скаргою на хибне джерело, доки її не перегляне редакція.
    - Налаштування сервера, доки я на ньому.
    - За чим стежить канал: тему, канал, сервер і день, доки стеження не закінчиться. Але не те, хто про це попросив.
    - У пам’яті, кілька секунд: скільки разів ти запитуєш.

    Із повідомлень, які ти звіряєш, я не зберігаю нічого. `/{ command-privacy-name } { command-privacy-delete-name }` видаляє все, що зберігається з твоїм ID користувача.
privacy-deleted = { $count ->
        [0] З твоїм ID користувача нічого не зберігалося.
        [one] Видалено: { $count } твою скаргу. Більше з твоїм ID користувача нічого не зберігалося.
        [few] Видалено: { $count } твої скарги. Більше з твоїм ID користувача нічого не зберігалося.
       *[many] Видалено: { $count } твоїх скарг. Більше з твоїм ID користувача нічого не зберігалося.
    }
refused-settings = Змінювати налаштування можуть лише ті, хто керує цим сервером.

## Editors

editors-following = Підписку на **{ $title }** оформлено; у стрічці { $articles ->
        [one] { $articles } стаття
        [few] { $articles } статті
        [many] { $articles } статей
       *[other] { $articles } статті
    }. Їх буде прочитано за кілька хвилин.
editors-followed = На **{ $title }** вже є підписка.
editors-other-feeds = На сторінці вказано й інші стрічки:
editors-added = Додано: { $articles ->
        [one] { $articles } статтю
        [few] { $articles } статті
       *[many] { $articles } статей
    }, { $sentences ->
        [one] { $sentences } речення
        [few] { $sentences } речення
       *[many] { $sentences } речень
    }. У пошуку — за дві секунди.
editors-updated = Оновлено: { $count }
editors-unchanged = Уже є: { $count }
editors-failed = Не прочитано: { $count }
editors-removed = Прибрано: **{ $title }**
editors-which = Поки що нічого не прибрано: це не повний заголовок однієї-єдиної статті. Вибери її зі списку, який з’являється під час введення.
editors-rebuilt = Індекс побудовано заново.
editors-unanswered = Запитання без відповіді
editors-asked = { $question } ({ $count ->
        [one] { $count } раз
        [few] { $count } рази
       *[many] { $count } разів
    }, востаннє { $day })
editors-wrong = Речення, на які поскаржилися
editors-report = { $sentence } ({ $day }) { $note }
editors-gone = (цього речення вже немає)
editors-settle = Готово: прибрати зі списку
editors-none = Нічого.
editors-wordings = формулювань: { $count }
editors-feeds = Стрічки
editors-feed-well = Прочитано записів: { $articles }. Останнє читання { $polled }, наступне { $next }.
editors-feed-new = Ще не прочитано.
editors-feed-failing = Не читається, збій почався { $since }; наступна спроба { $next }. { $reason }
editors-feed-stopped = Зникла назавжди й більше не читається. { $reason }
editors-feeds-more = Не показано: { $count }. Усі стрічки виводить `factbox feeds list`.
editors-failing = Стрічки, які не читаються вже тиждень або зникли
editors-failing-all = Усі стрічки та їхній стан: `/{ command-editors-name } { command-editors-feeds-name }` на сервері редакції.
editors-changes = Що додано й прибрано
editors-change-added = Додано: { $count }
editors-change-copies = З них копій: { $count }
editors-change-removed = Прибрано: { $count }
editors-change-unknown = (джерело невідоме)
editors-stats = { $days ->
        [one] Останній { $days } день
        [few] Останні { $days } дні
       *[many] Останні { $days } днів
    }
editors-servers = Сервери: { $count }
editors-count = { $kind }: { $count }, з них із результатом: { $found }
editors-kind-ask = Запитання
editors-kind-quotes = Цитати
editors-kind-timeline = Хронології
editors-kind-article = Статті
editors-kind-coverage = Публікації
editors-kind-context = Контекст
editors-kind-message = Звірені повідомлення
refused-editors = Це може лише редакція. Її вказує у FACTBOX_EDITORS власник бота.
refused-nothing-to-add = Додавати нічого: прикріпи файл.
refused-file-and-address = Файл і посилання не можна додати разом: додай їх по черзі.
refused-file-size = Файл більший за { $limit } МБ: поділи його або додай через `factbox add`.
refused-no-article = Такої статті немає.

## Quotations

quotes-of = Пряма мова: { $speaker }
quotes-of-about = Пряма мова: { $speaker }, тема: { $topic }
quotes-none-within = { $speaker }: цитати в публікаціях є, але не з цими фільтрами.
quotes-try = Є цитати людей зі схожим іменем:
quotes-try-all = Без фільтрів:

## Articles

article-none = Статті з таким заголовком немає.
article-updated = Оновлено { $day }
article-related = **Схожі статті**
article-others = Інші статті з таким заголовком:

## Messages looked into

claim-in-message = У повідомленні: «{ $claim }»
claims-left-out = Не вмістилося: { $count ->
        [one] ще { $count } твердження. Звір його окремим повідомленням.
        [few] ще { $count } твердження. Звір їх окремим повідомленням.
       *[many] ще { $count } тверджень. Звір їх окремим повідомленням.
    }
claims-left-out-many = Не вмістилося щонайменше ще { $count }. Звір решту окремим повідомленням.
check-example = Твердження — це те, що можна знайти, наприклад «Russia would supply 36 helicopters to Iraq».
sources-none = У цьому повідомленні не знайшлося ні цитати, ні цифри.
sources-example = Джерела шукаються для слів у лапках і для цифр, наприклад «36 helicopters».
sources-unknown = У публікаціях джерела цьому немає.
refused-no-text = У цьому повідомленні немає тексту для пошуку.

## Timelines

timeline-date-of-article = дата статті
timeline-found = { $count ->
        [one] У статтях за { $span } знайдено { $count } речення.
        [few] У статтях за { $span } знайдено { $count } речення.
       *[many] У статтях за { $span } знайдено { $count } речень.
    }
timeline-picture = Стовпчаста діаграма: знайдені речення за датами статей. { $bars }

## What the bot knows

overview-title = Що я знаю
overview-articles = { $count ->
        [one] **{ $count }** стаття
        [few] **{ $count }** статті
       *[many] **{ $count }** статей
    }
overview-sentences = { $count ->
        [one] **{ $count }** речення
        [few] **{ $count }** речення
       *[many] **{ $count }** речень
    }
overview-publishers = { $count ->
        [one] **{ $count }** видання
        [few] **{ $count }** видання
       *[many] **{ $count }** видань
    }
overview-by-publisher = **Статті за виданнями**
overview-picture = Стовпчаста діаграма: статті за датами. { $bars }
overview-undated = { $articles ->
        [one] { $articles } стаття без дати.
        [few] { $articles } статті без дати.
       *[many] { $articles } статей без дати.
    }
overview-changed = Остання зміна { $ago }
overview-empty = Я поки нічого не знаю.
overview-empty-mend = Статей немає. Редакція додає їх командою `/{ command-editors-name } { command-editors-add-name }`, а власник бота — через `factbox add`.
overview-limited = Я не знаю нічого з того, що показує цей сервер.
overview-limited-mend = Статей вибраних тут видань немає. Ті, хто керує сервером, змінюють це командою `/{ command-settings-name }`.

## Topics that channels watch

watch-begun = Нове на тему **{ $topic }** з’являтиметься тут, коли воно відповідає краще, ніж те, що є зараз, не частіше ніж раз на 15 хвилин. /{ command-unwatch-name } припиняє це.
watch-there = За темою **{ $topic }** тут уже стежать (з { $since }). Ніщо не публікується двічі.
watch-ended = На тему **{ $topic }** тут більше нічого не з’явиться.
watch-news = Нове на тему: { $topic }
watch-others = { $count ->
        [one] Є ще { $count } новий факт.
        [few] Є ще { $count } нові факти.
       *[many] Є ще { $count } нових фактів.
    }
watches-title = Теми, за якими стежить цей сервер
watches-none = Таких немає. /{ command-watch-name } у каналі починає стеження.
watches-row = { $channel } **{ $topic }** (з { $since })
watches-resting = **На паузі**: мені не можна там писати. Дозволь мені бачити канал і надсилати повідомлення; я пробую знову раз на день або одразу після /{ command-watch-name } там.
watches-elsewhere = **На паузі**: у /{ command-settings-name } цього каналу немає серед тих, де я відповідаю.
refused-watch = Змінювати, за чим стежить цей канал, можуть лише ті, хто ним керує.
refused-watch-silent = Мені не можна писати тут самому: дозволь мені бачити цей канал і надсилати в нього повідомлення, потім спробуй знову.
refused-watches-channel = Цей канал уже стежить за найбільшим числом тем: { $limit }. /{ command-unwatch-name } прибирає одну.
refused-watches-server = Цей сервер уже стежить за найбільшим числом тем: { $limit }. /{ command-watches-name } перелічує їх.
refused-unwatch = За цим канал не стежить: вибери зі списку, який з’являється під час введення.

## Pictures of how much there was when

chart-key = { $square } { $publisher }: { $count }
chart-others = Інші
chart-peak = Найбільше: { $period } ({ $count }).

## Preview

preview-no-message = Вибери повідомлення зі списку.
