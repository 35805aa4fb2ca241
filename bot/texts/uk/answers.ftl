# What is said of answers, everywhere. Names of values start with $. No sentence ends with a day: Discord's own dot
# stands behind it.

## Answers

answer-none = У публікаціях про це не йдеться.
answer-span = Вони вийшли від { $since } до { $until } включно.
answer-nearest = Найближчі статті
answer-corrected = Показано результати за запитом: { $words }.
answer-untitled = Без заголовка
answer-undated = без дати
answer-unknown-publisher = Видання невідоме
answer-also = { $count ->
        [1] Про це також пишуть: { $publishers }
        [2] Про це також пишуть: { $publishers }
        [one] Про це також пишуть: { $publishers } ({ $count } видання)
        [few] Про це також пишуть: { $publishers } ({ $count } видання)
       *[many] Про це також пишуть: { $publishers } ({ $count } видань)
    }
answer-copies = Той самий текст: { $publishers }
answer-differing = Інші цифри: { $source }: { $quotation }
answer-restricted-since = Лише публікації від { $since } і пізніше.
answer-restricted-until = Лише публікації до { $until } включно.
answer-restricted-between = Лише публікації від { $since } до { $until } включно.
answer-restricted-on = Лише публікації за { $since }, інші дні не враховано.
answer-restricted-publisher = Лише видання { $publisher }.
answer-strength-strong = Відповідність запитанню: висока
answer-strength-fair = Відповідність запитанню: середня
answer-strength-weak = Відповідність запитанню: слабка

## Quotations, timelines and checks

quotes-none = У публікаціях немає цитат людини з таким іменем.
quotes-none-there = З цими фільтрами цитат людини з таким іменем немає: спробуй вказати лише ім’я.
quotes-reported = { $speaker } (у переказі)
timeline-unstated = { $days } (дата статті)
check-none = У цьому повідомленні не знайшлося тверджень.
check-claim = Твердження
check-differing = Цифри: «{ $claimed }» у повідомленні, «{ $told }» у публікаціях
