# What only the command line and the log say; in English alone.

## Errors that the operator mends

error-setting = The setting { $name } must be { $expected }: set it in the environment or in .env.
error-system = The system says: { $reason }.
error-unexpected = Something went wrong that should not ({ $kind }). Run `factbox doctor`, which mends a damaged index; if it stays so, set FACTBOX_DEBUG=1 to see where, and please report it.
error-data-not-a-directory = The data directory { $path } is not a directory: choose another with --data or FACTBOX_DATA.
error-data-not-empty = { $path } isn't empty: name a new directory.
error-data-read-only = The data directory { $path } can't be written: allow this user to, or choose another with --data or FACTBOX_DATA.
error-data-full = There is no space left for the data directory { $path }: make some and try again. What was stored before is unharmed.
error-data-newer = The data directory { $path } was written by a newer Factbox: update this one.
error-data-busy = Another process is writing to the data directory { $path }: try again when it is done.
error-data-killed = A process that read articles was ended from outside, for want of memory most likely: free some and try again. What was stored before in { $path } is unharmed.
error-data-damaged = The database in { $path } can't be read: put back a copy of it, or move it away to start anew.

## Terminal

error-add-blank = A name is empty: name a file, a folder or an address.
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
terminal-stopped = Stopped: what was added before stays, and the same command goes on where it was.
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

## Start of the bot

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
doctor-subject-search = search
doctor-subject-settings = settings
doctor-subject-fetching = fetching
doctor-subject-token = token
doctor-subject-data = data
doctor-subject-space = space
doctor-subject-coverage = coverage
doctor-subject-discord = Discord
doctor-subject-feedback = feedback
doctor-subject-feeds = feeds
doctor-libraries-missing = { $names } can't be found: install Factbox again with pip.
doctor-search = compiled
doctor-search-slow = There was no C compiler when Factbox was installed. Answers are the same, but slower from some ten thousand sentences on: install gcc or clang, and then Factbox again.
doctor-settings = read from the environment and .env
doctor-fetching = from public addresses alone
doctor-fetching-networks = from public addresses, and from { $names }, as FACTBOX_NETWORKS says
doctor-fetching-proxied = through the environment's proxy, as FACTBOX_PROXY says: see that it keeps away from private networks.
doctor-token = has the form of a bot token
doctor-token-missing = DISCORD_TOKEN is not set; only `factbox run` needs it.
doctor-data-new = { $path } is not there yet; it is made when first used.
doctor-space = { $free } MB free
doctor-space-little = Only { $free } MB are free where the data directory is: make more space.
doctor-coverage = { $articles ->
        [one] 1 article, index in order
       *[other] { $articles } articles, index in order
    }
doctor-store = in order
doctor-discord-damaged = { $path } can't be read: put back a copy of it, or move it away, which loses what servers have set and what older buttons know.
doctor-feedback-damaged = { $path } can't be read: put back a copy of it, or move it away, which loses the questions and reports for editors.
doctor-feeds-damaged = { $path } can't be read: put back a copy of it, or move it away and follow the feeds anew.
doctor-store-newer = { $path } was written by a newer Factbox: update this one.
doctor-coverage-mended = The index was damaged on the disk and has been made anew; no article is lost. See that the disk is sound.
doctor-coverage-new = Nothing stored yet; it is made when first used.

## Preview

preview-ready =
    Factbox is at { $address }
    Open that in a browser on this machine. Ctrl-C ends it.
preview-missing = The preview needs more than what is installed: pip install 'factbox[preview]'
preview-port = Port { $port } is in use: choose another with --port, or leave it out.

## Feeds

feeds-added = Following { $title } ({ $address }), which lists { $articles ->
        [one] 1 article
       *[other] { $articles } articles
    }. They are read when it is polled: `factbox run` does so in the background, `factbox feeds poll` at once.
feeds-known = { $title } ({ $address }) is followed already.
feeds-other = Its page names another feed: { $title } ({ $address })
feeds-untitled = (no title)
feeds-removed = { $address } is followed no more. Its articles stay.
feeds-well = { $articles ->
        [one] 1 article
       *[other] { $articles } articles
    }; last polled { $polled }, next { $next } (UTC)
feeds-new = not polled yet
feeds-failing = fails since { $since } (UTC). { $reason }
feeds-failing-long = It has failed for a week and more, since { $since } (UTC).
feeds-stopped = It is gone for good and not polled any more.
feeds-poll = { $added ->
        [one] 1 new article
       *[other] { $added } new articles
    }, { $updated } updated.
feeds-poll-failed = { $count ->
        [one] 1 article could not be read.
       *[other] { $count } articles could not be read.
    }
feeds-none-due = No feed is due. --all polls them all the same.
feeds-polled = Polled { $feeds ->
        [one] 1 feed
       *[other] { $feeds } feeds
    }: { $added } new, { $updated } updated.
feeds-imported = Following { $added ->
        [one] 1 more feed
       *[other] { $added } more feeds
    }; { $known } followed already.
error-feed-unknown = { $address } isn't followed: `factbox feeds list` lists the feeds.
error-no-feeds = No feed is followed.
error-feeds-polled = Another process is polling the feeds: try again when it is done.

## For editors

terminal-copy = { $title } (copy of { $original })
terminal-exporting = Exporting articles
terminal-backing-up = Copying the data directory
review-question = { $question } ({ $times ->
        [one] once
       *[other] { $times } times
    }, { $wordings ->
        [one] in one wording
       *[other] in { $wordings } wordings
    }, last on { $day })
review-none = There are no questions without an answer.
review-none-wrong = No sentence is reported as wrong.
review-gone = (a sentence that is no longer there)
review-settled = Settled: { $number }.
error-no-report = There is no report { $number }: `factbox wrong` lists them.
past-none = Nothing was added yet.
past-never-updated = It was never updated.
past-until = Until { $time } (UTC):
past-source-unknown = (not known)
past-added = { $count } added
past-updated = { $count } updated
past-unchanged = { $count } there already
past-copies = { $count } of them copies
past-removed = { $count } removed
past-nothing = nothing new
export-done = Exported { $articles ->
        [one] 1 article
       *[other] { $articles } articles
    } to { $path }.
export-left-out = Left out: { $count ->
        [one] one article without a sentence.
       *[other] { $count } articles without a sentence.
    }
backup-done = The copy is complete. Use it with --data { $path }
