# What is said of answers, everywhere. Names of values start with $. No sentence ends with a day: Discord's own dot
# stands behind it.

## Answers

answer-none = В публикациях об этом не говорится.
answer-span = Они вышли с { $since } по { $until } включительно.
answer-nearest = Ближайшие статьи
answer-corrected = Показаны результаты по запросу: { $words }.
answer-untitled = Без заголовка
answer-undated = без даты
answer-unknown-publisher = Издание неизвестно
answer-also = { $count ->
        [1] Об этом также пишут: { $publishers }
        [2] Об этом также пишут: { $publishers }
        [one] Об этом также пишут: { $publishers } ({ $count } издание)
        [few] Об этом также пишут: { $publishers } ({ $count } издания)
       *[many] Об этом также пишут: { $publishers } ({ $count } изданий)
    }
answer-copies = Тот же текст: { $publishers }
answer-differing = Другие цифры: { $source }: { $quotation }
answer-restricted-since = Только публикации с { $since } и позже.
answer-restricted-until = Только публикации по { $until } включительно.
answer-restricted-between = Только публикации с { $since } по { $until } включительно.
answer-restricted-on = Только публикации за { $since }, другие дни не учтены.
answer-restricted-publisher = Только издание { $publisher }.
answer-strength-strong = Соответствие вопросу: высокое
answer-strength-fair = Соответствие вопросу: среднее
answer-strength-weak = Соответствие вопросу: слабое

## Quotations, timelines and checks

quotes-none = В публикациях нет цитат человека с таким именем.
quotes-none-there = С этими фильтрами цитат человека с таким именем нет: попробуй указать только имя.
quotes-reported = { $speaker } (в пересказе)
timeline-unstated = { $days } (дата статьи)
check-none = В этом сообщении не нашлось утверждений.
check-claim = Утверждение
check-differing = Цифры: «{ $claimed }» в сообщении, «{ $told }» в публикациях
