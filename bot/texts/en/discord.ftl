# What only Discord shows.

## Replies

reply-open = Open
reply-corrected = Showing results for **{ $words }**
reply-span = Coverage from { $since } to { $until }
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
wrong-kept = Your user id is kept with this until the editors have looked at it; /privacy tells more.
wrong-thanks = Thank you: the editors will see it.

## What is refused, and why

refused-channel = Here I don't answer. Ask in { $channels }.
refused-cooldown-person = That was a lot at once: ask again { $again }.
refused-cooldown-server = This server asks a lot just now: try again { $again }.
refused-date = "{ $words }" is not a date that I can read: write it like 2012-10-31, October 2012 or 2012.
refused-dismiss = Only the person who asked, or a moderator, can dismiss this.
refused-share = Only the person who asked can share this.
refused-too-old = That is too old for me to remember: please ask again.
