# Every sentence that Factbox says in English. Names of values start with $.

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

## Errors: one clear sentence that says what to do

error-question-too-long = A question may have { $limit } characters and this one has { $length }: ask it in fewer words.
error-unknown-article = No article has the id { $id }: `factbox articles` lists them.
error-question-blank = The question is empty: ask something, such as "Who visited Baghdad?".
error-speaker-blank = The name is empty: say whose words are wanted, such as "Lavrov".
error-topic-blank = The topic is empty: name one, such as "arms deal with Iraq".
error-message-blank = The message is empty: there is nothing to check.
error-message-too-long = A message may have { $limit } characters and this one has { $length }: check it in parts.
error-date-order = The first date must not be after the last.
error-setting = The setting { $name } must be { $expected }: set it in the environment or in .env.
error-system = The system says: { $reason }.
error-unexpected = Something went wrong that should not ({ $kind }). Set FACTBOX_DEBUG=1 to see where, and please report it.
error-address = { $source }: adding from an address isn't there yet. Save the page as a text file and add that.

error-source-line = { $source }, line { $line }
error-source-missing = { $source }: there is nothing of that name.
error-source-not-a-file = { $source }: that is not a file. Name the files in it one by one.
error-source-no-permission = { $source }: this user may not read it.
error-source-empty = { $source }: the file is empty.
error-source-too-large = { $source }: that is over the limit of { $limit } MB. Split it.
error-source-binary = { $source }: that is not text. Save it as text in UTF-8.
error-source-no-article = { $source }: no sentence of an article is in it.
error-source-unknown-kind = { $source }: this kind of file isn't read. Text and .jsonl files are.
error-source-bad-json = { $source }: that is not a JSON object.
error-source-no-text = { $source }: the object has no "text".
error-source-bad-field = { $source }: the field "{ $field }" can't be used as it is.

error-data-not-a-directory = The data directory { $path } is not a directory: choose another with --data or FACTBOX_DATA.
error-data-read-only = The data directory { $path } can't be written: allow this user to, or choose another with --data or FACTBOX_DATA.
error-data-full = There is no space left for the data directory { $path }: make some and try again. What was stored before is unharmed.
error-data-newer = The data directory { $path } was written by a newer Factbox: update this one.
error-data-busy = Another process is writing to the data directory { $path }: try again when it is done.
error-data-damaged = The database in { $path } can't be read: put back a copy of it, or move it away to start anew.

## Terminal

terminal-added = Added { $articles ->
        [one] 1 article
       *[other] { $articles } articles
    }, { $sentences ->
        [one] 1 sentence
       *[other] { $sentences } sentences
    }.
terminal-updated = Updated: { $count }.
terminal-unchanged = Already there: { $count }.
terminal-more = and { $count } more
terminal-removed = Removed { $articles ->
        [one] 1 article
       *[other] { $articles } articles
    }.
terminal-no-articles = There are no articles.
terminal-preparing = Preparing articles
terminal-adding = Adding articles
terminal-removing = Removing articles
terminal-evaluating = Asking questions
terminal-evaluated = Questions with an answer: { $answerable }, without: { $unanswerable }

## Chat

chat-welcome = Ask a question, or /help. Ctrl-D ends.
chat-help =
    A line is a question.
    /ask QUESTION  the same, as on Discord
    /quotes NAME [about TOPIC]
                   what somebody said, word for word
    /timeline TOPIC
                   dated facts in order
    /check MESSAGE the claims in a message, each with the facts nearest to it
    /articles      list the articles
    /limit N       show at most N sentences
    /help          show this
    /quit          end, as Ctrl-D does
    Tab completes names and headlines.
error-chat-command = There is no command { $name }: /help lists them.
error-chat-limit = A limit is a number from 1 to { $most }.

## Discord

command-ask = Find what the news coverage says, word for word, with its source
command-ask-question = What you want to know, in your own words
reply-open = Open
reply-corrected = Showing results for **{ $words }**
reply-span = Coverage from { $since } to { $until }
reply-failed = Something went wrong. If it happens again, tell whoever runs this bot: reference { $reference }.

start-no-token = No token: put the bot's token in DISCORD_TOKEN, in the environment or in .env.
start-token-spaces = DISCORD_TOKEN has a space or a line break in it: copy the token anew, in one piece.
start-token-quotes = DISCORD_TOKEN has quotation marks in it: write the token without them.
start-token-characters = DISCORD_TOKEN has a character that no token has: copy the token anew, from "Bot" in the Developer Portal.
start-token-form = DISCORD_TOKEN is not a bot's token, which has three parts with dots between them: copy it from "Bot" in the Developer Portal.
start-token-refused = Discord refuses the token: reset it under "Bot" in the Developer Portal and put the new one in DISCORD_TOKEN.
start-intents = Discord refuses what the bot asks to be told of (intents): allow it under "Bot" in the Developer Portal.
start-unreachable = Discord can't be reached ({ $reason }): see whether this machine is online, then start again.
start-closed = Discord ended the connection ({ $reason }): start again, and report it if it stays so.

## Doctor

doctor-ok = ok
doctor-note = note
doctor-problem = problem
doctor-subject-python = Python
doctor-subject-libraries = libraries
doctor-subject-settings = settings
doctor-subject-token = token
doctor-subject-data = data
doctor-subject-space = space
doctor-subject-coverage = coverage
doctor-libraries-missing = { $names } can't be found: install Factbox again with pip.
doctor-settings = read from the environment and .env
doctor-token = has the form of a bot token
doctor-token-missing = DISCORD_TOKEN is not set; only `factbox run` needs it.
doctor-data-new = { $path } is not there yet; it is made when first used.
doctor-space = { $free } MB free
doctor-space-little = Only { $free } MB are free where the data directory is: make more space.
doctor-coverage = { $articles ->
        [one] 1 article, index in order
       *[other] { $articles } articles, index in order
    }
doctor-coverage-new = Nothing stored yet; it is made when first used.
