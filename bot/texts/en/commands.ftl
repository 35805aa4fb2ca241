# Names and descriptions of commands and their options. A name has no capitals and no spaces, 32 characters at most;
# a description has 100 at most.

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
