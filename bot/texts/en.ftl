# Every sentence that Factbox says in English. Names of values start with $.

## Answers

answer-none = The coverage does not say.
answer-span = It covers { $since } to { $until }.
answer-nearest = Nearest articles
answer-corrected = Showing results for { $words }.
answer-untitled = Untitled
answer-undated = undated
answer-unknown-publisher = Unknown publisher
answer-also = Also reported by { $publishers }
answer-strength-strong = strong match
answer-strength-fair = fair match
answer-strength-weak = weak match

## Errors: one clear sentence that says what to do

error-question-too-long = A question may have { $limit } characters and this one has { $length }: ask it in fewer words.
error-unknown-article = No article has the id { $id }: `factbox articles` lists them.
