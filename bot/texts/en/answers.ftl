# What is said of answers, everywhere. Names of values start with $.

## Answers

answer-none = The coverage does not say.
answer-span = It covers { $since } to { $until }.
answer-nearest = Nearest articles
answer-corrected = Showing results for { $words }.
answer-untitled = Untitled
answer-undated = undated
answer-unknown-publisher = Unknown publisher
answer-also = { $count ->
        [1] Also reported by { $publishers }
        [2] Also reported by { $publishers }
       *[other] Also reported by { $publishers } ({ $count } publishers)
    }
answer-copies = Same text in { $publishers }
answer-differing = Other figures: { $source }: { $quotation }
answer-restricted-since = Only coverage since { $since }.
answer-restricted-until = Only coverage until { $until }.
answer-restricted-between = Only coverage from { $since } to { $until }.
answer-restricted-on = Only coverage on { $since }.
answer-restricted-publisher = Only coverage by { $publisher }.
answer-strength-strong = Strong match
answer-strength-fair = Fair match
answer-strength-weak = Weak match

## Quotations, timelines and checks

quotes-none = The coverage quotes nobody of that name.
quotes-none-there = The coverage quotes nobody of that name within these limits: try the name alone.
quotes-reported = { $speaker } (as reported)
timeline-unstated = { $days } (date of the article)
check-none = No claim is found in this message.
check-claim = Claim
check-differing = Figures: "{ $claimed }" in the message, "{ $told }" in the coverage
