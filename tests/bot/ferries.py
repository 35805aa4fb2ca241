"""Sentences on one topic, for a coverage that grows."""

TOPIC = "ferry Aurelia Kithnos"
SANK = "The ferry Aurelia sank off Kithnos on Friday with 212 passengers on board."
REPORTED = "The ferry Aurelia, with 212 passengers on board, sank off Kithnos on Friday."
RETOLD = "On Friday the ferry Aurelia, with 212 passengers on board, went down off Kithnos."
BAR = "The ferry Aurelia has a bar and a small shop on each of its decks, visitors said on Monday."
"""No answer."""
FOUND = "Divers found the wreck of the ferry Aurelia near Kithnos in deep water."
BLAMED = "A court in Athens blamed the captain of the ferry Aurelia for steering too close to Kithnos."
OWNER = "The owner of the ferry Aurelia promised money to the families on Kithnos."
RAISED = "A crane raised the bow of the ferry Aurelia from the seabed south of Kithnos last week."
TRIAL = "The trial about the ferry Aurelia will be held on Kithnos itself and not in Piraeus."
LINE = (
    "Years ago, when the old harbour was still open to visitors in winter, a line had been run by a ferry, then white "
    "and called Aurelia, which went to Kithnos, Milos, Paros, Naxos and other islands twice a week, weather allowing."
)
"""A weak answer, since it is long."""
