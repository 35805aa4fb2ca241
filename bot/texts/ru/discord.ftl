# What only Discord shows. No sentence ends with a day: Discord's own dot stands behind it.

## Replies

reply-open = Открыть
reply-corrected = Показаны результаты по запросу **{ $words }**
reply-span = Публикации с { $since } по { $until }
reply-span-day = Публикации за { $day }
reply-no-more = Больше ничего нет.
reply-shared = Ответом делится { $person }
reply-failed = Что-то пошло не так. Если это повторится, сообщи владельцам этого бота: код { $reference }.
reply-restarting = Factbox перезапускается: спроси ещё раз через минуту.

## Buttons

button-more = Ещё
button-context = Контекст
button-share = Поделиться
button-wrong = Неверный источник
button-dismiss = Убрать

## The form for a wrong source

wrong-title = Неверный источник
wrong-sentence = Какое предложение?
wrong-note = Что с ним не так?
wrong-kept = Твой ID пользователя хранится с этим, пока редакция не посмотрит; подробнее: /{ command-privacy-name }.
wrong-thanks = Спасибо: редакция это увидит.

## What is refused, and why

refused-channel = Здесь я не отвечаю. Спроси в { $channels }.
refused-cooldown-person = Слишком много вопросов сразу: спроси ещё раз { $again }.
refused-cooldown-server = На этом сервере сейчас много спрашивают: попробуй ещё раз { $again }.
refused-date = «{ $words }» не читается как дата: напиши, например, 2012-10-31, октябрь 2012 или 2012.
refused-publisher = Издания «{ $name }» здесь нет. Есть, например: { $names }
refused-publisher-near = Издания «{ $name }» здесь нет. Возможно, имеется в виду: { $names }
refused-dismiss = Убрать это может только тот, кто спросил, или модератор.
refused-share = Поделиться этим может только тот, кто спросил.
refused-share-changed = То, что можно здесь показать, с тех пор изменилось: спроси, пожалуйста, ещё раз.
refused-too-old = Это было так давно, что я уже не помню: спроси, пожалуйста, ещё раз.

## Help

help-title = Factbox
help-what = Ответы из новостных публикаций, слово в слово: у каждого есть издание, дата и ссылка, которая открывает источник на этом самом предложении. Ничего не придумано; если ответа в публикациях нет, я так и скажу.
help-check = **{ menu-check }** (правый клик по сообщению или долгое нажатие, затем «Приложения») показывает только тебе факты, ближайшие к тому, что в нём утверждается.
help-sources = **{ menu-sources }** (в том же меню) ищет, откуда взята цитата или цифра в сообщении.
help-privacy = Я читаю только те сообщения, к которым ты применяешь это меню, и не храню, кто задал вопрос: /{ command-privacy-name }.

## Settings of a server

settings-title = Factbox на этом сервере
settings-language = **Язык** того, что видят все
settings-language-automatic = Язык того, кто спрашивает
settings-replies = **Ответы** на команды видны
settings-replies-public = всем в канале
settings-replies-private = тому, кто спрашивает; он может поделиться
settings-channels = **Каналы**, в которых я отвечаю
settings-channels-all = Все каналы
settings-publishers = **Издания**, статьи которых показываются
settings-publishers-all = Все издания
settings-publishers-chosen = Выбрано изданий: { $count }
settings-publishers-more = Другие издания (страница { $page } из { $pages })

## Privacy

privacy-show = **Что я храню**
    - Вопросы без ответа, для редакции, но не то, кто и где их задал.
    - О чём был ответ (вопрос, имя, тема), { $days ->
        [one] { $days } день
        [few] { $days } дня
       *[many] { $days } дней
    }, чтобы работали его кнопки. Не то, кто спросил; сервер — только если там все могут читать канал.
    - Твой ID пользователя вместе с жалобой на неверный источник, пока её не посмотрит редакция.
    - Настройки сервера, пока я на нём.
    - За чем следит канал: тему, канал, сервер и день, пока слежение не закончится. Но не то, кто об этом попросил.
    - В памяти, несколько секунд: сколько раз ты спрашиваешь.

    Из сообщений, которые ты сверяешь, я не храню ничего. `/{ command-privacy-name } { command-privacy-delete-name }` удаляет всё, что хранится с твоим ID пользователя.
privacy-deleted = { $count ->
        [0] С твоим ID пользователя ничего не хранилось.
        [one] Удалено: { $count } твоя жалоба. Больше с твоим ID пользователя ничего не хранилось.
        [few] Удалено: { $count } твои жалобы. Больше с твоим ID пользователя ничего не хранилось.
       *[many] Удалено: { $count } твоих жалоб. Больше с твоим ID пользователя ничего не хранилось.
    }
refused-settings = Менять настройки могут только те, кто управляет этим сервером.

## Editors

editors-following = Подписка на **{ $title }** оформлена; в ленте { $articles ->
        [one] { $articles } статья
        [few] { $articles } статьи
        [many] { $articles } статей
       *[other] { $articles } статьи
    }. Они будут прочитаны через несколько минут.
editors-followed = На **{ $title }** подписка уже есть.
editors-other-feeds = На странице указаны и другие ленты:
editors-added = Добавлено: { $articles ->
        [one] { $articles } статья
        [few] { $articles } статьи
       *[many] { $articles } статей
    }, { $sentences ->
        [one] { $sentences } предложение
        [few] { $sentences } предложения
       *[many] { $sentences } предложений
    }. В поиске — через две секунды.
editors-updated = Обновлено: { $count }
editors-unchanged = Уже есть: { $count }
editors-failed = Не прочитано: { $count }
editors-removed = Убрано: **{ $title }**
editors-which = Пока ничего не убрано: это не полный заголовок одной-единственной статьи. Выбери её из списка, который появляется при вводе.
editors-rebuilt = Индекс построен заново.
editors-unanswered = Вопросы без ответа
editors-asked = { $question } ({ $count ->
        [one] { $count } раз
        [few] { $count } раза
       *[many] { $count } раз
    }, последний раз { $day })
editors-wrong = Предложения, на которые пожаловались
editors-report = { $sentence } ({ $day }) { $note }
editors-gone = (этого предложения уже нет)
editors-settle = Готово: убрать из списка
editors-none = Ничего.
editors-wordings = формулировок: { $count }
editors-feeds = Ленты
editors-feed-well = Прочитано записей: { $articles }. Последнее чтение { $polled }, следующее { $next }.
editors-feed-new = Ещё не прочитана.
editors-feed-failing = Не читается, сбой начался { $since }; следующая попытка { $next }. { $reason }
editors-feed-stopped = Исчезла навсегда и больше не читается. { $reason }
editors-feeds-more = Не показано: { $count }. Все ленты выводит `factbox feeds list`.
editors-failing = Ленты, которые не читаются уже неделю или исчезли
editors-failing-all = Все ленты и их состояние: `/{ command-editors-name } { command-editors-feeds-name }` на сервере редакции.
editors-changes = Что добавлено и убрано
editors-change-added = Добавлено: { $count }
editors-change-copies = Из них копий: { $count }
editors-change-removed = Убрано: { $count }
editors-change-unknown = (источник неизвестен)
editors-stats = { $days ->
        [one] Последний { $days } день
        [few] Последние { $days } дня
       *[many] Последние { $days } дней
    }
editors-servers = Серверы: { $count }
editors-count = { $kind }: { $count }, из них с результатом: { $found }
editors-kind-ask = Вопросы
editors-kind-quotes = Цитаты
editors-kind-timeline = Хронологии
editors-kind-article = Статьи
editors-kind-coverage = Публикации
editors-kind-context = Контекст
editors-kind-message = Сверенные сообщения
refused-editors = Это может только редакция. Её указывает в FACTBOX_EDITORS владелец бота.
refused-nothing-to-add = Добавлять нечего: прикрепи файл.
refused-file-and-address = Файл и ссылку нельзя добавить сразу: добавь их по очереди.
refused-file-size = Файл больше { $limit } МБ: раздели его или добавь через `factbox add`.
refused-no-article = Такой статьи нет.

## Quotations

quotes-of = Прямая речь: { $speaker }
quotes-of-about = Прямая речь: { $speaker }, тема: { $topic }
quotes-none-within = { $speaker }: цитаты в публикациях есть, но не с этими фильтрами.
quotes-try = Есть цитаты людей с похожим именем:
quotes-try-all = Без фильтров:

## Articles

article-none = Статьи с таким заголовком нет.
article-updated = Обновлено { $day }
article-related = **Похожие статьи**
article-others = Другие статьи с таким заголовком:

## Messages looked into

claim-in-message = В сообщении: «{ $claim }»
claims-left-out = Не поместилось: { $count ->
        [one] ещё { $count } утверждение. Сверь его отдельным сообщением.
        [few] ещё { $count } утверждения. Сверь их отдельным сообщением.
       *[many] ещё { $count } утверждений. Сверь их отдельным сообщением.
    }
claims-left-out-many = Не поместилось по меньшей мере ещё { $count }. Сверь остальное отдельным сообщением.
check-example = Утверждение — это то, что можно найти, например «Russia would supply 36 helicopters to Iraq».
sources-none = В этом сообщении не нашлось ни цитаты, ни цифры.
sources-example = Источники ищутся для слов в кавычках и для цифр, например «36 helicopters».
sources-unknown = В публикациях источника этому нет.
refused-no-text = В этом сообщении нет текста для поиска.

## Timelines

timeline-date-of-article = дата статьи
timeline-found = { $count ->
        [one] В статьях за { $span } найдено { $count } предложение.
        [few] В статьях за { $span } найдено { $count } предложения.
       *[many] В статьях за { $span } найдено { $count } предложений.
    }
timeline-picture = Столбчатая диаграмма: найденные предложения по датам статей. { $bars }

## What the bot knows

overview-title = Что я знаю
overview-articles = { $count ->
        [one] **{ $count }** статья
        [few] **{ $count }** статьи
       *[many] **{ $count }** статей
    }
overview-sentences = { $count ->
        [one] **{ $count }** предложение
        [few] **{ $count }** предложения
       *[many] **{ $count }** предложений
    }
overview-publishers = { $count ->
        [one] **{ $count }** издание
        [few] **{ $count }** издания
       *[many] **{ $count }** изданий
    }
overview-by-publisher = **Статьи по изданиям**
overview-picture = Столбчатая диаграмма: статьи по датам. { $bars }
overview-undated = { $articles ->
        [one] { $articles } статья без даты.
        [few] { $articles } статьи без даты.
       *[many] { $articles } статей без даты.
    }
overview-changed = Последнее изменение { $ago }
overview-empty = Я пока ничего не знаю.
overview-empty-mend = Статей нет. Редакция добавляет их командой `/{ command-editors-name } { command-editors-add-name }`, а владелец бота — через `factbox add`.
overview-limited = Я не знаю ничего из того, что показывает этот сервер.
overview-limited-mend = Статей выбранных здесь изданий нет. Те, кто управляет сервером, меняют это командой `/{ command-settings-name }`.

## Topics that channels watch

watch-begun = Новое на тему **{ $topic }** будет появляться здесь, когда оно отвечает лучше, чем то, что есть сейчас, не чаще раза в 15 минут. /{ command-unwatch-name } прекращает это.
watch-there = За темой **{ $topic }** здесь уже следят (с { $since }). Ничто не публикуется дважды.
watch-ended = На тему **{ $topic }** здесь больше ничего не появится.
watch-news = Новое на тему: { $topic }
watch-others = { $count ->
        [one] Есть ещё { $count } новый факт.
        [few] Есть ещё { $count } новых факта.
       *[many] Есть ещё { $count } новых фактов.
    }
watches-title = Темы, за которыми следит этот сервер
watches-none = Таких нет. /{ command-watch-name } в канале начинает слежение.
watches-row = { $channel } **{ $topic }** (с { $since })
watches-resting = **На паузе**: мне нельзя там писать. Разреши мне видеть канал и отправлять сообщения; я пробую снова раз в день или сразу после /{ command-watch-name } там.
watches-elsewhere = **На паузе**: в /{ command-settings-name } этого канала нет среди тех, где я отвечаю.
refused-watch = Менять, за чем следит этот канал, могут только те, кто им управляет.
refused-watch-silent = Мне нельзя писать здесь самому: разреши мне видеть этот канал и отправлять в него сообщения, затем попробуй снова.
refused-watches-channel = Этот канал уже следит за наибольшим числом тем: { $limit }. /{ command-unwatch-name } убирает одну.
refused-watches-server = Этот сервер уже следит за наибольшим числом тем: { $limit }. /{ command-watches-name } перечисляет их.
refused-unwatch = За этим канал не следит: выбери из списка, который появляется при вводе.

## Pictures of how much there was when

chart-key = { $square } { $publisher }: { $count }
chart-others = Другие
chart-peak = Больше всего: { $period } ({ $count }).

## Preview

preview-no-message = Выбери сообщение из списка.
