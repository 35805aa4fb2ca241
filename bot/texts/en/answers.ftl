# What is said of answers, everywhere. Names of values start with $.

## Answers

answer-none = The coverage does not say.
answer-span = It covers { $since } to { $until }.
answer-nearest = Nearest articles
answer-corrected = Showing results for { $words }.
answer-untitled = Untitled
answer-undated = undated
answer-unknown-publisher = Unknown publisher
answer-also = Also reported by { $publishers }{ $count ->
        [1] {""}
        [2] {""}
       *[other] {" "}({ $count } publishers)
    }
answer-copies = Same text in { $publishers }
answer-differing = Other figures
answer-restricted = Only coverage { $parts }.
answer-restricted-since = since { $since }
answer-restricted-until = until { $until }
answer-restricted-between = from { $since } to { $until }
answer-restricted-on = on { $since }
answer-restricted-publisher = by { $publisher }
answer-strength-strong = strong match
answer-strength-fair = fair match
answer-strength-weak = weak match

## Quotations, timelines and checks

quotes-none = The coverage quotes nobody of that name.
quotes-none-there = The coverage quotes nobody of that name within these limits: try the name alone.
quotes-reported = { $speaker } (as reported)
timeline-unstated = { $days } (date of the article)
check-none = No claim is found in this message.
check-claim = Claim
check-differing = Figures: "{ $claimed }" in the message, "{ $told }" in the coverage
