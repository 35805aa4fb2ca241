"""Every limit of Discord that Factbox keeps, by name, and what it makes of them.

Discord's own: https://discord.com/developers/docs, "Application Commands", "Component Reference" and "Receiving and
Responding". Discord doesn't say in what it counts characters, so lengths of text are in UTF-16 units: never fewer than
its own count, whichever that is.
"""

from __future__ import annotations

# A message of components
COMPONENTS = 40
"""Components of a message, nested ones too."""
MESSAGE_TEXT = 4_000
"""Characters over all texts of a message."""
SECTION_TEXTS = 3
PICTURE_DESCRIPTION = 1_024
"""Of a picture's alternative text."""
BUTTON_LABEL = 80
BUTTON_URL = 512

# Commands
COMMAND_NAME = 32
COMMAND_DESCRIPTION = 100
OPTION_TEXT = 6_000
"""The longest `max_length` that an option may ask for."""

# Interactions, in seconds
FIRST_RESPONSE = 3.0

OPTION_LABEL = 100
"""Of a choice in a select, and of one of autocomplete."""
CHOICES = 25
"""Choices of a select, or of autocomplete."""

# What Factbox makes of them
QUESTION = 300
"""Characters of a question: what one would still read out in a discussion."""
TOPIC = 200
"""Characters of a topic that a channel watches."""
NOTE = 300
"""Characters of what somebody tells the editors."""
FACTS = 3
"""Facts, telling sentences, or nearest articles, of a reply: more would fill a screen."""
QUOTES = 4
"""Quotations of a reply."""
DIGEST = 5
"""Facts of a message with news on a topic, where there are more than `FACTS`."""
EVENTS = 5
"""Dated facts of a reply."""
PUBLISHERS_LISTED = 10
"""Publishers of the coverage that are named, those with most articles."""
NAME = 100
"""Characters of a name that is asked for."""
TRIES = 3
"""Other lookups offered below a reply."""
CLAIMS = 4
"""Claims of a message that are shown."""
FIGURES = 2
"""Figures of a claim that are shown beside those of the coverage."""
DEFER_AFTER = 1.0
"""Seconds after which an answer is promised, so that `FIRST_RESPONSE` is never passed."""

# The texts of a reply; a test holds their sum, with all that stands around them, under MESSAGE_TEXT.
QUESTION_SHOWN = 300
QUOTATION = 410
OTHER_FIGURES = 150
NEIGHBOUR = 180
SENTENCE_IN_CONTEXT = 320
"""Of what stands around a sentence, and of the sentence itself there."""
TITLE = 120
PUBLISHER = 70
PUBLISHERS = 70
"""Of all those who also reported a fact, or printed the same text."""
CORRECTIONS = 120
SPEAKER = 70
QUOTED = 460
"""Of a sentence with the words of a speaker."""
CLAIM = 160
FIGURE = 40
CLAIMS_TEXT = 3_500
"""Of all claims together, with what is said to them."""
TOPIC_SHOWN = 150
QUOTATION_IN_TIMELINE = 330
QUOTATION_IN_DIGEST = 330
TOPIC_IN_LIST = 90
PUBLISHER_IN_LEGEND = 40
BARS = 900
"""Of a picture's bars in its alternative text."""
