# Names and descriptions of commands and their options. A name has no capitals and no spaces, 32 characters at most;
# a description has 100 at most.

language-name = English

command-ask-name = ask
command-ask = Find what the news coverage says, word for word, with its source

option-question-name = question
option-question = What you want to know, in your own words
option-since-name = since
option-since = Only coverage from then on, such as 2012-10-31, October 2012 or 2012
option-until-name = until
option-until = Only coverage up to then, such as 2012-10-31, October 2012 or 2012
option-publisher-name = publisher
option-publisher = Only coverage by this publisher
option-private-name = private
option-private = Show the answer to you alone, or to all

command-help-name = help
command-help = What you can do with Factbox, with buttons to try

command-settings-name = settings
command-settings = Language, visibility, channels and publishers for this server

command-privacy-name = privacy
command-privacy = What is kept, and how to remove it
command-privacy-show-name = show
command-privacy-show = What is kept, and for how long
command-privacy-delete-name = delete
command-privacy-delete = Remove what is kept with your user id

command-editors-name = editors
command-editors = The coverage, and what people say of it
command-editors-add-name = add
command-editors-add = Add the articles of a file, or of an address
command-editors-feed-name = feed
command-editors-feed = Follow a feed
command-editors-feeds-name = feeds
command-editors-feeds = The feeds that are followed, and how each of them is
command-editors-changes-name = changes
command-editors-changes = What was added and removed when, and by what
command-editors-remove-name = remove
command-editors-remove = Take an article away
command-editors-rebuild-name = rebuild
command-editors-rebuild = Make the search index anew from the articles
command-editors-unanswered-name = unanswered
command-editors-unanswered = Questions that the coverage doesn't answer
command-editors-wrong-name = wrong
command-editors-wrong = Sentences that people find wrong
command-editors-stats-name = stats
command-editors-stats = How much is asked, and how much of it found

option-file-name = file
option-file = A text file, or a .jsonl with one article a line
option-address-name = address
option-address = An address that starts with https://
option-title-name = title
option-title = A headline, or some words of one

command-quotes-name = quotes
command-quotes = What a person said, word for word, with the sources
command-article-name = article
command-article = An article in short, with what else reports the same

option-speaker-name = speaker
option-speaker = Whose words, such as Lavrov
option-about-name = about
option-about = Only words about this; the best come first

menu-check = Check against the coverage
menu-sources = Find sources

command-timeline-name = timeline
command-timeline = Dated facts on a topic, in order, with a picture of when it was covered
command-coverage-name = coverage
command-coverage = What I know: articles, publishers, dates, with a chart

option-topic-name = topic
option-topic = A name or a few words, such as Syria

command-watch-name = watch
command-watch = Post here what new coverage says on a topic
command-unwatch-name = unwatch
command-unwatch = Post nothing more here on a topic
command-watches-name = watches
command-watches = What the channels of this server watch
