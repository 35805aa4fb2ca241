# What only Discord shows.

## Replies

reply-open = Open
reply-corrected = Showing results for **{ $words }**
reply-span = Coverage from { $since } to { $until }
reply-span-day = Coverage of { $day }
reply-no-more = There is no more.
reply-shared = Shared by { $person }
reply-failed = Something went wrong. If it happens again, tell whoever runs this bot: reference { $reference }.
reply-restarting = Factbox is restarting: ask again in a minute.

## Buttons

button-more = More
button-context = Context
button-share = Share
button-wrong = Wrong source
button-dismiss = Dismiss

## The form for a wrong source

wrong-title = Wrong source
wrong-sentence = Which sentence?
wrong-note = What is wrong with it?
wrong-kept = Your user id is kept with this until the editors have looked at it; /{ command-privacy-name } tells more.
wrong-thanks = Thank you: the editors will see it.

## What is refused, and why

refused-channel = I don't answer here. Ask in { $channels }.
refused-cooldown-person = That was a lot at once: ask again { $again }.
refused-cooldown-server = This server is asking a lot right now: try again { $again }.
refused-date = "{ $words }" is not a date that I can read: write it like 2012-10-31, October 2012 or 2012.
refused-publisher = No publisher here is called "{ $name }". There are, among others: { $names }
refused-publisher-near = No publisher here is called "{ $name }". Perhaps one of these: { $names }
refused-dismiss = Only the person who asked, or a moderator, can dismiss this.
refused-share = Only the person who asked can share this.
refused-share-changed = What can be shown here has changed since: please ask again.
refused-too-old = That is too old for me to remember: please ask again.

## Help

help-title = Factbox
help-what = Answers from news coverage, word for word: each with its publisher, its date and a link that opens the source at that sentence. Nothing is made up; where the coverage has no answer, I say so.
help-check = **{ menu-check }** (right-click or hold a message, then Apps) shows the facts nearest to what it claims, to you alone.
help-sources = **{ menu-sources }** (in the same menu) finds where a quotation or a figure in the message comes from.
help-privacy = I read no messages but those on which you use the menu, and keep nobody's name with a question: /{ command-privacy-name }.

## Settings of a server

settings-title = Factbox in this server
settings-language = **Language** of what everyone sees
settings-language-automatic = The language of whoever asks
settings-replies = **Answers** to commands are shown
settings-replies-public = to everyone in the channel
settings-replies-private = to whoever asks, who may share them
settings-channels = **Channels** where I answer
settings-channels-all = All channels
settings-publishers = **Publishers** whose articles are shown
settings-publishers-all = All publishers
settings-publishers-chosen = Publishers chosen: { $count }
settings-publishers-more = More publishers (this is page { $page } of { $pages })

## Privacy

privacy-show = **What I keep**
    - Questions without an answer, for the editors, without who asked or where.
    - What a reply was about (a question, a name, a topic), for { $days } days, so that its buttons work. Without who asked; with the server only if everybody there can read the channel.
    - Your user id with a report of a wrong source, until the editors have looked at it.
    - The settings of a server, until I leave it.
    - What a channel watches: the topic, the channel, the server and the day, until that ends. Without who asked for it.
    - In memory, for some seconds: how often you asked.

    Of messages that you check I keep nothing. `/{ command-privacy-name } { command-privacy-delete-name }` removes what is kept with your user id.
privacy-deleted = { $count ->
        [0] Nothing was kept with your user id.
        [one] Removed: one report of yours. Nothing else was kept with your user id.
       *[other] Removed: { $count } reports of yours. Nothing else was kept with your user id.
    }
refused-settings = Only those who may manage this server can change its settings.

## Editors

editors-following = Following **{ $title }**, which lists { $articles ->
        [one] 1 article
       *[other] { $articles } articles
    }. They are read within minutes.
editors-followed = **{ $title }** is followed already.
editors-other-feeds = Its page names other feeds, too:
editors-added = Added { $articles ->
        [one] one article
       *[other] { $articles } articles
    } with { $sentences ->
        [one] one sentence
       *[other] { $sentences } sentences
    }. They are found within two seconds.
editors-updated = Updated: { $count }
editors-unchanged = Already there: { $count }
editors-failed = Not read: { $count }
editors-removed = Removed: **{ $title }**
editors-which = Nothing is removed yet, since this is not the whole headline of one article alone: choose one from the list that appears while you type.
editors-rebuilt = The index has been rebuilt.
editors-unanswered = Questions without an answer
editors-asked = { $question } ({ $count ->
        [one] once
       *[other] { $count } times
    }, last on { $day })
editors-wrong = Sentences reported as wrong
editors-report = { $sentence } ({ $day }) { $note }
editors-gone = (a sentence that is no longer there)
editors-settle = Done: take off the list
editors-none = Nothing.
editors-wordings = wordings: { $count }
editors-feeds = Feeds
editors-feed-well = Entries read: { $articles }. Last read { $polled }, next { $next }.
editors-feed-new = Not read yet.
editors-feed-failing = Fails since { $since }; next try { $next }. { $reason }
editors-feed-stopped = Gone for good, and not read any more. { $reason }
editors-feeds-more = Not shown: { $count }. `factbox feeds list` lists them all.
editors-failing = Feeds that have failed for a week or are gone
editors-failing-all = All feeds and how they are: `/{ command-editors-name } { command-editors-feeds-name }` in the editors’ server.
editors-changes = What was added and removed
editors-change-added = Added: { $count }
editors-change-copies = Copies among them: { $count }
editors-change-removed = Removed: { $count }
editors-change-unknown = (source not known)
editors-stats = The last { $days } days
editors-servers = Servers: { $count }
editors-count = { $kind }: { $count }, found { $found }
editors-kind-ask = Questions
editors-kind-quotes = Quotations
editors-kind-timeline = Timelines
editors-kind-article = Articles
editors-kind-coverage = Coverage
editors-kind-context = Context
editors-kind-message = Messages looked into
refused-editors = Only editors can do this. Whoever runs the bot names them in FACTBOX_EDITORS.
refused-nothing-to-add = There is nothing to add: attach a file.
refused-file-and-address = The file and the address would be two additions: add one after the other.
refused-file-size = The file is over { $limit } MB: split it, or add it with `factbox add`.
refused-no-article = The coverage has no such article.

## Quotations

quotes-of = What { $speaker } said
quotes-of-about = What { $speaker } said about { $topic }
quotes-none-within = The coverage quotes { $speaker }, but not within these limits.
quotes-try = It quotes people with a name like that:
quotes-try-all = Without the limits:

## Articles

article-none = No article of the coverage has such a headline.
article-updated = Updated { $day }
article-related = **Related articles**
article-others = Other articles with such a headline:

## Messages looked into

claim-in-message = In the message: “{ $claim }”
claims-left-out = Not shown, for want of room: { $count ->
        [one] one more. Look it up with a message of its own.
       *[other] { $count } more. Look them up with a message of their own.
    }
claims-left-out-many = Not shown, for want of room: { $count } more at least. Look them up with a message of their own.
check-example = A claim says something that can be looked up, such as “Russia would supply 36 helicopters to Iraq”.
sources-none = No quotation and no figure is found in this message.
sources-example = Sources are found for words in quotation marks and for figures, such as “36 helicopters”.
sources-unknown = No source for this is in the coverage.
refused-no-text = This message has no text that could be looked up.

## Timelines

timeline-date-of-article = date of the article
# $span is a span of months or years as it stands alone, such as "October 2012 – July 2024".
timeline-found = { $count ->
        [one] One sentence found, in an article of { $span }.
       *[other] { $count } sentences found, in articles of { $span }.
    }
timeline-picture = Bar chart of the sentences found, by the dates of their articles. { $bars }

## What the bot knows

overview-title = What I know
overview-articles = { $count ->
        [one] **{ $count }** article
       *[other] **{ $count }** articles
    }
overview-sentences = { $count ->
        [one] **{ $count }** sentence
       *[other] **{ $count }** sentences
    }
overview-publishers = { $count ->
        [one] **{ $count }** publisher
       *[other] **{ $count }** publishers
    }
overview-by-publisher = **Articles by publisher**
overview-picture = Bar chart of articles by their dates. { $bars }
overview-undated = { $articles ->
        [one] One article is undated.
       *[other] { $articles } articles are undated.
    }
overview-changed = Last changed { $ago }
overview-empty = I know nothing yet.
overview-empty-mend = There are no articles. Editors add them with `/{ command-editors-name } { command-editors-add-name }`, and whoever runs the bot with `factbox add`.
overview-limited = I know nothing that this server shows.
overview-limited-mend = There are no articles by the publishers that are chosen here. Those who manage the server change that with `/{ command-settings-name }`.

## Topics that channels watch

watch-begun = New coverage on **{ $topic }** will be posted here when it answers better than what there is now, at most every 15 minutes. /{ command-unwatch-name } ends it.
watch-there = **{ $topic }** is watched here already (since { $since }). Nothing is posted twice.
watch-ended = Nothing more will be posted here on **{ $topic }**.
watch-news = New on { $topic }
watch-others = { $count ->
        [one] One more fact is new.
       *[other] { $count } more facts are new.
    }
watches-title = Topics watched in this server
watches-none = None. /{ command-watch-name } in a channel begins one.
watches-row = { $channel } **{ $topic }** (since { $since })
watches-resting = **Resting**: I may not write there. Let me view the channel and send messages; I try again once a day, or at once after /{ command-watch-name } there.
watches-elsewhere = **Resting**: /{ command-settings-name } doesn't have this channel among those where I answer.
refused-watch = Only those who may manage this channel can change what it watches.
refused-watch-silent = I may not write here by myself: let me view this channel and send messages in it, then try again.
refused-watches-channel = This channel watches { $limit } topics already, which is the most. /{ command-unwatch-name } ends one.
refused-watches-server = This server watches { $limit } topics already, which is the most. /{ command-watches-name } lists them.
refused-unwatch = This channel doesn't watch that: choose from the list that appears while you type.

## Pictures of how much there was when

chart-key = { $square } { $publisher }: { $count }
chart-others = Others
# $period is a month, several or a year as it stands alone, such as "October 2012".
chart-peak = Most in { $period }: { $count }.

## Preview

preview-no-message = Choose a message from the list.
